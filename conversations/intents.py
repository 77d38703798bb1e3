"""Ordinary words, with or without marks, and what people want when they say them."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from conversations.reminding.channel_said import channel_said
from conversations.reminding.hour_said import hour_said
from conversations.said_of_a_day import said_of_a_day
from conversations.sayings import LAST, WORDS
from conversations.weighing import spoken, worth
from rules.codes import looks_like_code, plain_code
from rules.fold import fold
from rules.meeting_words import announced

TAKEN = 4  # from here on words mean an act
OF_A_LONG_TEXT = 0.4  # for each of its words

_NUMBER = re.compile(r"^(?:(?:dang ky |dk )?so|ma|#)\s*(\d{1,6})$")
_ABOUT_NUMBER = re.compile(r"^(?:(.*) )?(?:so|ma) (\d{1,6})(?: (.*))?$")
_PEOPLE = re.compile(r"(?:/thanhvien|thành viên|thanh vien)(?: của| cua)? (.+)", re.IGNORECASE)
_CARD = re.compile(r"(?:/tochuc|tổ chức|to chuc)(?: của| cua)? (.+)", re.IGNORECASE)
# What came of a call to a unit of a list, by its number: "GỌI 1 hẹn sáng mai".
_CALLED = re.compile(r"(?:gọi|goi)[:\s]\s*([1-9]\d{0,3}(?:\D.*)?)$", re.IGNORECASE)
# "lịch tháng 4", "lịch sinh hoạt tháng sau": the month's meetings of the units below.
_MONTH = re.compile(
    r"^(?:xem )?lich(?: sinh hoat| hop)?(?: le)?(?: cac)?(?: chi bo| don vi)? thang"
    r" ([0-9]{1,2}(?:[/.][0-9]{4})?|nay|sau|toi|truoc)$"
)
# "vì sao chi bộ Suối Đá không nhận được nhắc": a unit's ledger; one's own is an act without words.
_NOT = "(?:lai )?(?:khong|chua|ko|k) (?:duoc |thay |co |ai )?"
_WHY = re.compile(
    rf"^(?:vi sao|tai sao|sao) (.+?) {_NOT}(?:nhan )?(?:duoc )?(?:nhac|tin|thong bao)(?: .*)?$"
)
_WHY_A_UNIT = re.compile(
    rf"^(?:vi sao|tai sao|sao) ((?:chi bo|dang bo|don vi|so) .+?) {_NOT}nhan(?: duoc)?$"
)
_MYSELF = {"toi", "em", "minh", "chung toi", "anh", "chi", "ban", "don vi toi", "chi bo toi"}
# "bảng năm 2026": what an office asks of another year, by what it asks without one.
_YEAR = re.compile(r"(?:^| )(?:(?:cua )?nam )?(20\d{2})(?= |$)")
_RATED_IN = re.compile(r"^(?:xem |ket qua )*xep loai(?: cac)?(?: don vi)?(?: nam)? (\d{4})$")
_CODE = re.compile(r"^[a-z]{2,5}-\d{4}-\d{4,}$")
_ANNOUNCED = re.compile(
    r"^(?:dang[ +]?ky|dk|vao|/start|/vao|ma(?: moi| vao lai)?(?: cua (?:toi|em|don vi))?(?: la)?)"
    r"[\s:+]+([0-9a-z][0-9a-z -]*)$"
)
# What is done with an entry named by its number: the word before it, and the act.
_DONE_WITH = {
    "xem": "show",
    "sua": "correct",
    "rut": "withdraw",
    "xac nhan": "confirm",
    "tiep nhan": "accept",
    "duyet": "accept",
    "qua trinh": "entry-history",
}
# Without its marks it would be "đúng", too, which is said at every question.
STOP = "announce-stop"
_STOP = re.compile(r"\s*dừng(?: lại| gửi| ngay)?[\s.!]*", re.IGNORECASE)
_OF_ENTRY = {"states", "mine"}  # acts that a question about one entry sounds like


def _by_phrase(table: str) -> Mapping[str, str]:
    lines = (line.split(": ") for line in table.strip().splitlines())
    return {fold(phrase): act for act, phrases in lines for phrase in phrases.split(", ")}


_FIXED, _LAST = _by_phrase(WORDS), _by_phrase(LAST)


def fixed(text: str) -> str:
    """Return the act meant by a word that is understood at any question; "" if it is none."""
    return STOP if _STOP.fullmatch(text) else _FIXED.get(_plain(text), "")


def numbered_entry(text: str) -> str:
    """Return the number or code of an entry that is all of the text; "" if it is none."""
    plain = _plain(text)
    if match := _NUMBER.match(plain):
        return match[1]
    return plain.upper() if _CODE.match(plain) else ""


def intent(text: str) -> tuple[str, str]:
    """Return the act and subject meant: ("show", "17"), ("unit", ""); ("", "") if none."""
    for name, find in _ABOUT.items():
        if subject := find(text):
            return name, subject
    if name := fixed(text) or _LAST.get(_plain(text), ""):
        return name, ""
    if text.strip().lower() == "dung":
        return STOP, ""
    return _in_a_sentence(spoken(text))


def _in_a_sentence(said: list[str]) -> tuple[str, str]:
    whole = " ".join(said)
    if name := _FIXED.get(whole) or _LAST.get(whole):
        return name, ""
    likely = worth(said)
    name = max(likely, key=lambda act: likely[act], default="")
    sure = bool(name) and likely[name] >= max(TAKEN, len(said) * OF_A_LONG_TEXT)
    if match := _ABOUT_NUMBER.match(whole):
        before, number, after = match[1] or "", match[2], match[3]
        done = _DONE_WITH.get(before.removesuffix(" dang ky"), "")
        if done and not after:
            return done, number
        if sure and name in _OF_ENTRY:
            return "show", number
    return (name, "") if sure else ("", "")


def likely_acts(text: str) -> list[str]:
    """Return the acts the words could mean, the likeliest first."""
    likely = worth(spoken(text))
    return sorted(likely, key=lambda act: -likely[act])


def whose_people(text: str) -> str:
    """Return the unit whose people are asked for: "thành viên Sở Y tế"; "" if it is not that."""
    match = _PEOPLE.match(" ".join(text.split()))
    return match[1] if match else ""


def whose_card(text: str) -> str:
    """Return the unit whose card is asked for: "tổ chức Sở Y tế"; "" if it is not that."""
    match = _CARD.match(" ".join(text.split()))
    return match[1] if match and not fixed(text) else ""


def sought(text: str, *, bare: bool) -> str:
    """Return what somebody looks for who says "tìm …" or "/tim …"; "" if they do not.

    `bare`: also without the stroke, which is not safe where free words are asked for.
    """
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if fold(first) in ({"/tim", "tim"} if bare else {"/tim"}) else ""


def code_in(text: str, *, bare: bool) -> str:
    """Return the code somebody typed, as it is kept; "" if there is none.

    `bare`: also take a code that stands alone, which is not safe where free words are asked for.
    """
    folded = _plain(text)
    announced = _ANNOUNCED.match(folded)
    typed = announced[1] if announced else folded if bare else ""
    return plain_code(typed) if looks_like_code(typed, alone=announced is None) else ""


def _rated_in(text: str) -> str:
    match = _RATED_IN.match(_plain(text))
    return match[1] if match else ""


def _in_year(name: str, text: str) -> str:
    plain = _plain(text)
    match = _YEAR.search(plain)
    rest = plain[: match.start()] + plain[match.end() :] if match else ""
    return match[1] if match and rest and intent(rest) == (name, "") else ""


def _meeting(text: str) -> str:
    return text if announced(text) and not fixed(text) else ""


def _month(text: str) -> str:
    match = _MONTH.match(_plain(text))
    return match[1] if match else ""


def _why(text: str) -> str:
    match = _WHY.match(_plain(text)) or _WHY_A_UNIT.match(_plain(text))
    return match[1] if match and match[1] not in _MYSELF else ""


def _called(text: str) -> str:
    match = _CALLED.match(" ".join(text.split()))
    return match[1] if match else ""


# Acts about something that stands in the words themselves.
_ABOUT: Mapping[str, Callable[[str], str]] = {
    "show": numbered_entry,
    "members": whose_people,
    "organisation": whose_card,
    "ratings": _rated_in,
    "call": _called,
    "meeting-new": _meeting,
    "said-day": said_of_a_day,
    "remind-hour": hour_said,
    "remind-channel": channel_said,
    "schedule": _month,
    "why-unit": _why,
    "table": partial(_in_year, "table"),
    "missing": partial(_in_year, "missing"),
}


def _plain(text: str) -> str:
    return fold(text).rstrip(" .!?").replace(",", "")
