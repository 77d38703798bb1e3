"""What contacts say in a virtual March, and when; they read their numbers from the screen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeAlias

from tests.fakes.zalo import Chat
from tests.prove.march_bloc import Bloc

What: TypeAlias = Literal["register", "paste", "ask", "announce"]
A_WHILE_MS = 10_000  # to read and to type
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
ANNOUNCED = 8 * DAY_MS + 9 * HOUR_MS
_QUESTIONS = ("hạn", "đơn vị tôi", "đã gửi", "trợ giúp")
_STAYS_AWAY, _IN_ONE, _CONFIRMS = 0.15, 0.2, 0.7
_LAST_DAY = 18.9  # of March: before the end of registering
_MOST = 15  # answers in one registration
_CONTENT = "Chi bộ vận động 12 hộ cùng làm, đảng viên làm trước."
_NUMBERED = r"^(\d)\. {}$"
_STEPS: Sequence[tuple[str, str]] = (
    (r"Tên mô hình là gì", "Nuôi ong lấy mật {who}"),
    (r"Mô hình làm ở đâu", "thôn {who}, xã Mường Mẫu"),
    (r"Mô hình thuộc lĩnh vực nào", "2"),
    (r"Câu 4/4", _CONTENT),
    (_NUMBERED.format("Mô hình khác, ghi tiếp"), ""),
    (_NUMBERED.format("Mô hình mới của tập thể"), ""),
    (_NUMBERED.format("Gửi"), ""),
)
_PASTED = "Tên: Nuôi ong {who}\nĐịa chỉ: thôn {who}\nLĩnh vực: kinh tế\nNội dung: " + _CONTENT


@dataclass(frozen=True, slots=True, order=True)
class Deed:
    """Somebody does something, so many milliseconds after March began."""

    at: int
    person: str
    what: What


def deeds(bloc: Bloc, random: Random, *, asks: int) -> list[Deed]:
    """Return what everybody does: a unit's registrations by one of its two, questions by all."""
    made = [Deed(ANNOUNCED, bloc.office, "announce")]
    by_unit: dict[str, list[str]] = {}
    for unit, person in bloc.contacts:
        by_unit.setdefault(unit, []).append(person)
        made += [Deed(_by_day(random, 31), person, "ask") for _ in range(asks)]
    for unit, people in by_unit.items():
        if random.random() < _STAYS_AWAY:
            continue
        for _ in range(2 if "doan_the" in unit else 1):
            at = int(random.triangular(0, _LAST_DAY, _LAST_DAY - 2)) * DAY_MS
            what: What = "paste" if random.random() < _IN_ONE else "register"
            made.append(Deed(at + _hour(random), random.choice(people), what))
    return sorted(made)


async def registers(bloc: Bloc, phone: Chat, *, first: str) -> bool:
    """Register, answering whatever is asked; return whether it was done."""
    await says(bloc, phone, first)
    for _ in range(_MOST):
        text = phone.bubbles[-1].text
        if "ĐÃ NHẬN" in text:
            return True
        reply = next(_replies(text, phone.sender["display_name"]), "")
        if not reply or not await says(bloc, phone, reply):
            return False
    return False


async def says(bloc: Bloc, phone: Chat, words: str) -> bool:
    """Say something; return whether it was answered."""
    before = len(phone.bubbles)
    bloc.world.clock.ms += A_WHILE_MS
    await phone.writes(words)
    await bloc.hears()
    return len(phone.bubbles) > before


async def confirm(bloc: Bloc, random: Random) -> None:
    """Let most of those who have just been told something say that they have read it."""
    for phone in bloc.phones.values():
        read = re.findall(_NUMBERED.format("Đã rõ"), _last(phone), re.MULTILINE)
        if read and random.random() < _CONFIRMS:
            await says(bloc, phone, read[-1])


def pasted(who: str) -> str:
    """Return a whole registration in one message."""
    return _PASTED.format(who=who)


def question(random: Random) -> str:
    """Return a short question."""
    return random.choice(_QUESTIONS)


def _replies(text: str, who: str) -> Iterator[str]:
    for pattern, reply in _STEPS:
        if found := re.search(pattern, text, re.MULTILINE):
            yield reply.format(who=who) or found[1]


def _last(phone: Chat) -> str:
    return phone.bubbles[-1].text if phone.bubbles else ""


def _by_day(random: Random, days: int) -> int:
    return random.randrange(days) * DAY_MS + _hour(random)


def _hour(random: Random) -> int:
    return random.randrange(7 * HOUR_MS, 20 * HOUR_MS)
