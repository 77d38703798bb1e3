"""What the office does with an entry; who comes second reads who was first."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from rules.commands import Command, ConfirmEntry, CorrectEntry, LeaveAsIs, WithdrawEntry
from rules.entry import Entry
from rules.office_commands import AcceptEntry, MendEntry, ReturnEntry
from rules.office_results import Accepted, Mended, Returned
from rules.refused import Refused
from rules.results import Confirmed, Corrected, TooLate, Unchanged, Withdrawn
from tests.bot.ordering import (
    BINH,
    HANH,
    LUA,
    MINH,
    PAO,
    found,
    give,
    registered,
    tell,
)
from tests.hamlet import Hamlet

pytestmark = pytest.mark.usefixtures("minh")
BOXES = {"name": "Nuôi cá", "address": "ấp 4", "field": "economy", "content": "Hai hộ."}
STATE = "SELECT state, version FROM entries"


@pytest.fixture
async def entry(here: Hamlet) -> Entry:
    """Give an entry that Bình, a member, sent; Lúa is the officer of his unit."""
    return (await registered(here)).entry


def returning(entry: Entry, **more: str) -> ReturnEntry:
    """Return the office's request for a supplement."""
    said = {"box": "content", "words": "Ghi rõ số hộ.", "until": "2027-03-23"}
    return ReturnEntry(entry.id, entry.version, **(said | more))


async def test_the_office_takes_in_what_no_officer_has_confirmed(
    here: Hamlet, entry: Entry
) -> None:
    result, told = await tell(here, HANH, AcceptEntry(entry.id, 1))

    assert isinstance(result, Accepted)
    assert (result.entry.state, result.entry.received, result.told) == (
        "accepted",
        entry.received,
        2,
    )
    assert {one.person for one in told} == {"w-binh", "lua"}
    assert await found(here.db, STATE) == [("accepted", 2)]


async def test_of_two_of_the_office_at_once_one_takes_it_in_and_the_other_reads_who(
    here: Hamlet, entry: Entry
) -> None:
    results: Sequence[Any] = await asyncio.gather(
        *(give(here, chat, AcceptEntry(entry.id, 1)) for chat in (HANH, MINH))
    )

    first, second = sorted(results, key=lambda one: type(one).__name__)
    assert (type(first), type(second)) == (Accepted, TooLate)
    assert (second.act, second.own) == ("accept", False)
    assert second.by in {"Trần Thị Hạnh", "Vũ Đức Minh"}
    assert await found(here.db, "SELECT count(*) FROM events WHERE act = 'accept'") == [(1,)]


async def test_who_presses_twice_reads_the_same_and_tells_nobody_again(
    here: Hamlet, entry: Entry
) -> None:
    await give(here, HANH, AcceptEntry(entry.id, 1))
    result, told = await tell(here, HANH, AcceptEntry(entry.id, 2))

    assert isinstance(result, Accepted)
    assert (result.again, list(told)) == (True, [])
    assert await found(here.db, STATE) == [("accepted", 2)]


@pytest.mark.parametrize(
    "command", [CorrectEntry("?", 2, BOXES), WithdrawEntry("?", 2), ConfirmEntry("?", 2)]
)
async def test_what_was_taken_in_is_the_office_s_and_its_people_read_who_took_it_in(
    here: Hamlet, entry: Entry, command: Any
) -> None:
    await give(here, HANH, AcceptEntry(entry.id, 1))
    fields = {name: getattr(command, name) for name in command.__slots__}
    result = await give(here, LUA, type(command)(**{**fields, "entry": entry.id}))

    assert isinstance(result, TooLate)
    assert (result.by, result.act) == ("Trần Thị Hạnh", "accept")
    assert await found(here.db, STATE) == [("accepted", 2)]


@pytest.mark.parametrize("step", ["accept", "return", "mend"])
async def test_what_was_withdrawn_meanwhile_is_left_alone(
    here: Hamlet, entry: Entry, step: str
) -> None:
    await give(here, BINH, WithdrawEntry(entry.id, 1))
    commands: dict[str, Command] = {
        "accept": AcceptEntry(entry.id, 1),
        "return": returning(entry),
        "mend": MendEntry(entry.id, 1, {"name": "Nuôi ếch"}),
    }
    result = await give(here, HANH, commands[step])

    assert isinstance(result, TooLate)
    assert (result.by, result.act) == ("Nguyễn Văn Bình", "withdraw")
    assert await found(here.db, STATE) == [("withdrawn", 2)]


async def test_who_acts_on_what_changed_meanwhile_changes_nothing(
    here: Hamlet, entry: Entry
) -> None:
    await give(here, BINH, CorrectEntry(entry.id, 1, BOXES))
    result = await give(here, HANH, AcceptEntry(entry.id, 1))

    assert isinstance(result, TooLate)
    assert (result.by, result.act) == ("Nguyễn Văn Bình", "correct")
    assert await found(here.db, STATE) == [("sent", 2)]


async def test_a_returned_entry_keeps_its_number_and_time_and_says_what_is_asked(
    here: Hamlet, entry: Entry
) -> None:
    result, told = await tell(here, HANH, returning(entry))

    assert isinstance(result, Returned)
    assert (result.entry.received, result.entry.number) == (entry.received, entry.number)
    assert {one.person for one in told} == {"w-binh", "lua"}
    text = told[0].say.text
    for part in ("Ghi rõ số hộ.", "thứ Ba 23/3/2027", "đúng hạn ngày 16/3/2027", "Mười hộ"):
        assert part in text
    kept = await found(here.db, "SELECT box, words, until_day, by_person, version FROM returns")
    assert kept == [("content", "Ghi rõ số hộ.", "2027-03-23", "hanh", 2)]


async def test_long_words_of_the_office_are_shortened_where_they_are_told(
    here: Hamlet, entry: Entry
) -> None:
    _, told = await tell(here, HANH, returning(entry, words="rõ " * 300))

    assert f"{('rõ ' * 67)[:200].rstrip()}…" in told[0].say.text
    assert len(told[0].say.text) < 700


async def test_the_supplement_goes_back_to_who_asked(here: Hamlet, entry: Entry) -> None:
    await give(here, HANH, returning(entry))
    result, told = await tell(here, BINH, CorrectEntry(entry.id, 2, BOXES))

    assert isinstance(result, Corrected)
    assert (result.asked_by, result.entry.state) == ("Trần Thị Hạnh", "sent")
    assert "hanh" in {one.person for one in told}
    assert result.entry.received == entry.received


async def test_the_supplement_goes_to_the_office_where_who_asked_has_left_it(
    here: Hamlet, entry: Entry
) -> None:
    await give(here, HANH, returning(entry))
    async with here.db.writing() as tx:
        await tx.run("UPDATE memberships SET to_day = '2027-03-16' WHERE person = 'hanh'")
    _, told = await tell(here, BINH, CorrectEntry(entry.id, 2, BOXES))

    assert {one.person for one in told} == {MINH.chat, "lua"}


@pytest.mark.parametrize(
    "wrong", [{"box": "nothing"}, {"words": " "}, {"until": "2027-03-15"}], ids=repr
)
async def test_a_supplement_nobody_could_give_is_refused(
    here: Hamlet, entry: Entry, wrong: dict[str, str]
) -> None:
    with pytest.raises(Refused):
        await give(here, HANH, returning(entry, **wrong))

    assert await found(here.db, STATE) == [("sent", 1)]


async def test_a_supplement_may_be_asked_for_until_today(here: Hamlet, entry: Entry) -> None:
    result = await give(here, HANH, returning(entry, until="2027-03-16"))

    assert isinstance(result, Returned)


async def test_mended_spelling_is_a_version_and_its_author_reads_both(
    here: Hamlet, entry: Entry
) -> None:
    result, told = await tell(here, HANH, MendEntry(entry.id, 1, {"name": "Nuôi ếch"}))

    assert isinstance(result, Mended)
    assert result.boxes == (("name", entry.name, "Nuôi ếch"),)
    assert (result.entry.state, result.entry.content) == ("sent", entry.content)
    assert all(entry.name in one.say.text and "Nuôi ếch" in one.say.text for one in told)
    versions = await found(here.db, "SELECT version, by_person FROM entry_versions ORDER BY 1")
    assert versions == [(1, "w-binh"), (2, "hanh")]


async def test_the_event_of_mended_spelling_tells_before_from_after(
    here: Hamlet, entry: Entry
) -> None:
    await give(here, HANH, MendEntry(entry.id, 1, {"name": "Nuôi ếch"}))
    await give(here, HANH, MendEntry(entry.id, 2, {"name": entry.name}))

    ((one, two), again) = await found(
        here.db, "SELECT before, after FROM events WHERE act = 'mend' ORDER BY id"
    )
    assert one != two
    assert again == (two, one)


async def test_events_of_the_office_s_acts_hold_no_words(here: Hamlet, entry: Entry) -> None:
    await give(here, HANH, MendEntry(entry.id, 1, {"name": "Nuôi ếch"}))
    await give(here, HANH, ReturnEntry(
        entry.id, 2, "content", "Nuôi ếch ở đâu?", "2027-03-23"
    ))  # fmt: skip

    events = await found(here.db, "SELECT act, subject, before, after FROM events")
    assert {act for act, *_ in events} == {"register", "mend", "return"}
    assert "ếch" not in repr(events)


@pytest.mark.parametrize("chat", [PAO, LUA, BINH], ids=["other unit", "officer", "author"])
async def test_nobody_but_the_office_takes_in_returns_or_mends(
    here: Hamlet, entry: Entry, chat: Any
) -> None:
    mend = MendEntry(entry.id, 1, {"name": "Nuôi ếch"})
    for command in (AcceptEntry(entry.id, 1), returning(entry), mend):
        result, told = await tell(here, chat, command)
        assert isinstance(result, TooLate)
        assert (result.by, list(told)) == ("", [])

    assert await found(here.db, STATE) == [("sent", 1)]


@pytest.mark.parametrize(
    ("chat", "command", "kind"),
    [(LUA, ConfirmEntry, Confirmed), (BINH, WithdrawEntry, Withdrawn)],
    ids=["confirm", "withdraw"],
)
async def test_the_same_press_twice_says_the_same_and_tells_nobody_twice(
    here: Hamlet, entry: Entry, chat: Any, command: Any, kind: type
) -> None:
    await give(here, chat, command(entry.id, 1))
    result, told = await tell(here, chat, command(entry.id, 2))

    assert isinstance(result, kind)
    assert list(told) == []


async def test_who_thought_of_something_that_is_over_reads_who_was_first(
    here: Hamlet, entry: Entry
) -> None:
    await give(here, HANH, AcceptEntry(entry.id, 1))
    late = await give(here, MINH, LeaveAsIs(entry.id, "return"))

    assert isinstance(late, TooLate)
    assert (late.by, late.act) == ("Trần Thị Hạnh", "accept")
    assert isinstance(await give(here, MINH, LeaveAsIs(entry.id, "mend")), Unchanged)
