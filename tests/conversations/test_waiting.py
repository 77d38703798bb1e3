"""What waits for the office, page by page, and what is said right after a supplement is asked."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.intents import intent
from conversations.office_acts import ACTS
from conversations.situation import Situation
from conversations.supplementing import offer_supplement, pending_supplement
from conversations.waiting import LISTED, next_waiting, waiting
from rules.entry import Entry
from rules.entry_requests import AtOffice, AtOfficeOf, Supplement
from rules.office_commands import GrantCorrection
from rules.office_requests import Waiting, WaitingFor
from rules.paper_requests import TwinsOf
from rules.person import Membership, Person
from rules.requests import EntryOf, MyEntries
from tests.conversations.alone import NOW, SUOI_DA, entry, form, somebody

FORM = form()
HANH = Person("h" * 16, "Hạnh", memberships=(Membership(SUOI_DA, "", "office", confirmed=True),))
ONE = entry(FORM.programme, 2027)


def some(count: int) -> tuple[Entry, ...]:
    """Return as many entries as that, numbered through."""
    return tuple(replace(ONE, id=f"e{n:015}", number=n) for n in range(1, count + 1))


def office(entries: tuple[Entry, ...], **more: Any) -> Situation:
    """Return Hạnh, for whom these wait."""
    facts: dict[Any, Any] = {
        WaitingFor(SUOI_DA.id, FORM.programme.code, 2027): Waiting(entries, **more),
        **{TwinsOf(one.id): () for one in entries},
    }
    return replace(somebody(FORM, person=HANH).situation, facts=facts)


@given(st.integers(1, 40), st.text() | st.integers(-9, 99).map(str))
def test_whatever_page_is_asked_for_at_most_seven_are_listed(count: int, page: str) -> None:
    (say,) = waiting(office(some(count)), page).says

    listed = [line for line in say.text.splitlines()[1:] if "Số" in line]
    assert 1 <= len(listed) <= LISTED
    assert say.text.startswith(f"Việc chờ Ban xem: {count}\n• Số ")
    assert len(say.lines) == len(listed)


def test_all_pages_together_list_everything_once() -> None:
    s = office(some(17))
    lines = [line for n in "123" for line in waiting(s, n).says[0].text.splitlines()[1:]]

    assert [line.split()[2] for line in lines] == [str(n) for n in range(1, 18)]


def test_what_may_be_there_twice_is_said_in_the_list() -> None:
    s = office((ONE,))
    twin = replace(ONE, id="twin", number=5)
    s = replace(s, facts={**s.facts, TwinsOf(ONE.id): (twin,)})

    assert waiting(s, "").says[0].text.endswith("có thể trùng với số 5")


def test_the_next_one_is_another_than_the_one_just_settled() -> None:
    first, second = some(2)

    assert next_waiting(office((first, second)), first) == (2, second)
    assert next_waiting(office(()), first) == (0, None)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("tiếp nhận số 17", ("accept", "17")),
        ("TIEP NHAN SO 17", ("accept", "17")),
        ("quá trình số 17", ("entry-history", "17")),
    ],
)
def test_the_office_says_what_it_does_with_a_number(said: str, meant: tuple[str, str]) -> None:
    assert intent(said) == meant


@given(st.text(max_size=40))
def test_a_forged_press_of_agreeing_is_only_about_a_correction(subject: str) -> None:
    command = ACTS["grant"](office(()), subject).command

    assert isinstance(command, GrantCorrection)
    assert command.correction == subject.partition(".")[0]


def waited_for(box: str = "content", **more: Any) -> Situation:
    """Return Páo, whose entry waits for a supplement to a box."""
    returned = replace(ONE, state="returned", **more)
    asked = Supplement(box, "Ghi rõ số hộ.", "2027-03-23", "Hạnh", NOW)
    s = somebody(FORM).situation
    facts: dict[Any, Any] = {
        MyEntries(): (returned,),
        EntryOf(returned.id): returned,
        AtOfficeOf(returned.id): AtOffice(supplement=asked),
    }
    return replace(s, facts=facts, fresh="0" * 16)


@pytest.mark.parametrize("box", ["content", "name"])
def test_words_said_right_after_are_read_back_as_the_supplement(box: str) -> None:
    outcome = offer_supplement(waited_for(box), "Mười hai hộ từ tháng 4 năm 2027")

    assert outcome is not None
    assert "Mười hai hộ từ tháng 4 năm 2027" in outcome.says[0].text
    assert "Gửi cho Ban?" in outcome.says[0].text


def test_a_few_letters_are_no_supplement() -> None:
    assert offer_supplement(waited_for(), "à quên") is None


def test_nobody_supplements_what_others_typed_for_a_unit_that_is_not_theirs() -> None:
    other = replace(SUOI_DA, id="w" * 16)

    assert pending_supplement(waited_for(unit=other, typed_by="x")) is None
    assert pending_supplement(waited_for(typed_by="x")) is not None
