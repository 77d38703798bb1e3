"""What each kind of question takes and refuses; what it keeps means the same again."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.ask import Ask
from dialog.questions import CLOSED, Choice
from dialog.state import State
from dialog.turn import Script, answer
from rules.clean import clean
from rules.refused import Refused
from rules.smalltalk import is_noise
from tests.dialog.toy import ASKED, FIELDS, OWN, Thing, Things, at, one, result, said

TEXT = one(lambda ask: ask.text(*ASKED, least=3, most=20))
PLACE = one(lambda ask: ask.place(*ASKED, offer=(OWN,)))
NUMBER = one(lambda ask: ask.number(*ASKED, least=1, most=5000))
DATE = one(lambda ask: ask.date(*ASKED))
TIME = one(lambda ask: ask.time(*ASKED))
PHONE = one(lambda ask: ask.phone(*ASKED))
CHOICE = one(lambda ask: ask.choice(*ASKED, FIELDS))
SEVERAL = one(lambda ask: ask.several(*ASKED, FIELDS))
MAYBE = one(lambda ask: ask.maybe(*ASKED, yes="Đồng ý", no="Không đồng ý (phiếu giấy)"))
PHOTOS = one(lambda ask: ask.photos(*ASKED, most=3, done="Xong"))
OPTIONAL = one(lambda ask: ask.text(*ASKED, skip="Bỏ qua"))
COUNTED = one(lambda ask: ask.number(*ASKED, least=1, most=5000, skip="Bỏ qua"))
FOUND = {Things("tổ"): (Thing("t1", "Tổ 1"), Thing("t2", "Tổ 2"))}


def pick(ask: Ask) -> str:
    return ask.pick(*ASKED, Things("tổ"), other="Không có ở đây")


TAKEN = [
    (TEXT, "  Nuôi ong ", "Nuôi ong"),
    (PLACE, "Khe Nước", "Khe Nước"),
    (PLACE, "1", "bản Suối Đá"),
    (PLACE, "BAN SUOI DA", "bản Suối Đá"),
    (PLACE, "bản Suối Đá (nhà văn hóa)", "bản Suối Đá (nhà văn hóa)"),
    (NUMBER, "2.943", 2943),
    (DATE, "20/3", dt.date(2027, 3, 20)),
    (TIME, "7 rưỡi tối", dt.time(19, 30)),
    (PHONE, "0912 000 001", "+84912000001"),
    (CHOICE, "2", "economy"),
    (CHOICE, "số 2 ạ", "economy"),
    (CHOICE, "phat trien kinh te", "economy"),
    (CHOICE, "em chọn kinh tế nhé", "economy"),
    (CHOICE, "về lĩnh vực văn hóa xã hội", "culture"),
    (CHOICE, "chính trị", "party"),
    (SEVERAL, "1, 3", ["party", "culture"]),
    (SEVERAL, "kt; VHXH", ["economy", "culture"]),
    (SEVERAL, "Xây dựng Đảng, hệ thống chính trị", ["party"]),
    (MAYBE, "rồi em ạ", True),
    (MAYBE, "không đồng ý", False),
    (OPTIONAL, "bỏ qua", ""),
    (OPTIONAL, "-", ""),
    (COUNTED, "1", 1),
]
REFUSED = [
    (TEXT, "alo", "noise"),
    (TEXT, "7", "noise"),
    (TEXT, "ab", "too-short"),
    (TEXT, "a" * 21, "too-long"),
    (PLACE, "2", "noise"),
    (NUMBER, "nhiều", "not-a-number"),
    (NUMBER, "6.000", "not-in-range"),
    (DATE, "hôm nào đó", "not-a-date"),
    (DATE, "31/2", "not-a-day"),
    (TIME, "sớm", "not-a-time"),
    (PHONE, "12345", "not-a-phone"),
    (CHOICE, "9", "not-a-choice"),
    (CHOICE, "làm ruộng", "not-a-choice"),
    (CHOICE, "không phải kinh tế", "not-a-choice"),
    (CHOICE, "kinh tế, văn hóa xã hội", "choose-one"),
    (SEVERAL, "1, 9", "not-a-choice"),
    (MAYBE, "chưa đồng ý", "not-a-choice"),
    (MAYBE, "đồng ý với ai", "not-a-choice"),
    (MAYBE, "phiếu giấy", "not-a-choice"),
    (PHOTOS, "đây", "not-a-choice"),
]


@pytest.mark.parametrize(("script", "words", "taken"), TAKEN)
def test_what_people_say_is_taken(script: Script, words: str, taken: object) -> None:
    assert result(script, said(script, words)) == taken


@pytest.mark.parametrize(("script", "words", "reason"), REFUSED)
def test_what_is_no_answer_is_refused_with_a_reason(
    script: Script, words: str, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        answer(at(script), words)

    assert refused.value.reason == reason


def test_a_search_offers_what_it_found_and_a_way_out() -> None:
    standing = at(one(pick), facts=FOUND)

    assert [choice.label for choice in standing.question.choices] == [
        "Tổ 1",
        "Tổ 2",
        "Không có ở đây",
    ]
    assert [answer(standing, words).answers["k"] for words in ("2", "tổ 1", "3")] == [
        "t2",
        "t1",
        "other",
    ]


@given(st.lists(st.from_regex("[0-9a-z]{4}", fullmatch=True), unique=True, max_size=3))
def test_photos_grow_one_by_one_until_they_are_all(refs: list[str]) -> None:
    kept = " ".join([*refs, CLOSED])

    assert result(PHOTOS, State({"k": kept})) == refs


def kept(question: Callable[[Ask], Any], canonical: str) -> Any:
    """Return the answer a canonical text stands for; reading it again does not change it."""
    standing = at(one(question))
    assert standing.question.read(canonical) == canonical
    return result(one(question), State({"k": canonical}))


@given(st.text().map(clean).filter(lambda text: len(text) >= 3 and not is_noise(text)))
def test_text_that_is_kept_is_what_was_said(text: str) -> None:
    assert kept(lambda ask: ask.text(*ASKED), text) == text
    assert kept(lambda ask: ask.place(*ASKED), text[:500].strip()) == text[:500].strip()


@given(st.dates(), st.times().map(lambda time: time.replace(second=0, microsecond=0)))
def test_a_day_and_a_time_that_are_kept_are_what_was_said(day: dt.date, time: dt.time) -> None:
    assert kept(lambda ask: ask.date(*ASKED), day.isoformat()) == day
    assert kept(lambda ask: ask.time(*ASKED), f"{time:%H:%M}") == time


@given(st.integers(0, 10**15 - 1), st.from_regex("[35789][0-9]{8}", fullmatch=True))
def test_a_number_and_a_phone_that_are_kept_are_what_was_said(number: int, phone: str) -> None:
    assert kept(lambda ask: ask.number(*ASKED), str(number)) == number
    assert kept(lambda ask: ask.phone(*ASKED), f"+84{phone}") == f"+84{phone}"


@given(st.lists(st.sampled_from([field.code for field in FIELDS]), min_size=1, unique=True))
def test_choices_that_are_kept_are_what_was_said(codes: list[str]) -> None:
    assert kept(lambda ask: ask.several(*ASKED, FIELDS), ",".join(codes)) == codes
    assert kept(lambda ask: ask.choice(*ASKED, FIELDS), codes[0]) == codes[0]


@pytest.mark.parametrize(("code", "value"), [("yes", True), ("no", False)])
def test_a_yes_or_no_that_is_kept_is_what_was_said(code: str, value: bool) -> None:  # noqa: FBT001 - drawn
    assert kept(lambda ask: ask.maybe(*ASKED, yes="Có", no="Không"), code) is value


@given(st.text())
def test_nothing_that_is_typed_raises_anything_but_a_refusal(words: str) -> None:
    for script in (TEXT, PLACE, NUMBER, DATE, TIME, PHONE, CHOICE, SEVERAL, MAYBE, PHOTOS):
        standing = at(script)
        try:
            state = answer(standing, words)
        except Refused:
            continue
        assert standing.question.read(state.answers["k"]) == state.answers["k"]


def test_a_choice_is_named_by_its_code_too() -> None:
    choices = (Choice("1st", "First"), Choice("2nd", "Second"))
    script = one(lambda ask: ask.choice(*ASKED, choices))

    assert result(script, said(script, "2ND")) == "2nd"
    assert at(script).question.examples == ("1st", "2nd")
