import asyncio
from dataclasses import replace

import pytest

from rules.commands import WithdrawEntry
from rules.office_requests import Gaps, GapsOf
from rules.paper_commands import StrikePaper
from rules.paper_results import PaperReceived, PaperRefused, PaperStruck
from rules.requests import EntryOf
from rules.results import TooLate
from tests.bot.ordering import (
    HANH,
    LUA,
    PAO,
    found,
    give,
    registered,
    tell,
)
from tests.bot.papering import BY_HAND, PROGRAMME, UNIT, YEAR, asks, receive
from tests.hamlet import Hamlet, OneProgramme, programme

PAPERS = "SELECT entry, original_day, state FROM papers ORDER BY id"


async def test_an_original_of_a_unit_is_that_of_all_its_entries_without_one(here: Hamlet) -> None:
    one, two = (await registered(here)).entry, (await registered(here, dialog="d2")).entry

    result, told = await tell(here, HANH, receive())

    assert (result.entries, result.waiting, result.again) == (2, False, False)
    assert await found(here.db, PAPERS) == [
        (one.id, "2027-03-16", "here"),
        (two.id, "2027-03-16", "here"),
    ]
    assert [one.person for one in told] == ["lua"]
    assert "đã nhận bản giấy" in told[0].say.text


async def test_an_original_of_one_entry_is_of_no_other(here: Hamlet) -> None:
    one = (await registered(here)).entry
    await registered(here, dialog="d2")

    result = await give(here, HANH, receive(entry=one.id))

    assert result.entries == 1
    assert (await asks(here, HANH, EntryOf(one.id))).original == "2027-03-16"


async def test_who_notes_an_original_second_reads_who_did_it_when(here: Hamlet) -> None:
    entry = (await registered(here)).entry
    await give(here, HANH, receive(entry=entry.id))
    here.clock.ms += 60_000

    result, told = await tell(here, HANH, receive(entry=entry.id))

    (noted,) = result.noted
    assert (result.again, noted.number, noted.by) == (True, entry.number, "Trần Thị Hạnh")
    assert told == []
    assert len(await found(here.db, PAPERS)) == 1


async def test_a_paper_of_a_unit_without_entries_waits_to_be_typed_in(here: Hamlet) -> None:
    result = await give(here, HANH, receive("2027-03-15"))

    assert (result.entries, result.waiting) == (0, True)
    gaps: Gaps = await asks(here, HANH, BY_HAND)
    assert [(one.unit.id, one.original, one.photos) for one in gaps.without_entry] == [
        (UNIT, True, ())
    ]
    assert gaps.without_entry[0].at.isoformat() == "2027-03-15T12:00:00+07:00"


async def test_the_same_unit_the_same_day_is_nothing_more(here: Hamlet) -> None:
    await give(here, HANH, receive())

    result = await give(here, HANH, receive())

    assert (result.again, result.waiting) == (True, True)
    assert len(await found(here.db, PAPERS)) == 1


async def test_a_further_paper_of_a_unit_that_has_them_all_says_so(here: Hamlet) -> None:
    await registered(here)
    await give(here, HANH, receive("2027-03-15"))

    result = await give(here, HANH, receive())

    assert (result.waiting, result.others, result.again) == (True, 1, False)


async def test_two_who_note_it_at_once_note_it_once(here: Hamlet) -> None:
    await registered(here)

    both: list[PaperReceived] = list(
        await asyncio.gather(give(here, HANH, receive()), give(here, HANH, receive()))
    )

    assert sorted(result.again for result in both) == [False, True]
    assert len(await found(here.db, PAPERS)) == 1


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2027-03-17", "paper-ahead"),
        ("2025-12-31", "paper-before-round"),
        ("hôm qua", "not-a-date"),
    ],
)
async def test_a_paper_comes_in_on_a_day_of_its_round(here: Hamlet, day: str, reason: str) -> None:
    result = await give(here, HANH, receive(day))

    assert isinstance(result, PaperRefused)
    assert result.why.reason == reason
    assert await found(here.db, PAPERS) == []


async def test_an_entry_of_another_unit_has_no_original_of_this_one(here: Hamlet) -> None:
    entry = (await registered(here, PAO, unit="suoi-da")).entry

    result = await give(here, HANH, receive(entry=entry.id))

    assert isinstance(result, TooLate)
    assert await found(here.db, PAPERS) == []


async def test_nobody_but_the_office_notes_an_original(here: Hamlet) -> None:
    assert isinstance(await give(here, LUA, receive()), TooLate)
    assert await found(here.db, PAPERS) == []


async def test_a_struck_original_is_as_if_it_had_not_come(here: Hamlet) -> None:
    entry = (await registered(here)).entry
    (noted,) = (await give(here, HANH, receive())).noted

    result, told = await tell(here, HANH, StrikePaper(noted.id))

    assert result.unit.id == UNIT
    assert [one.person for one in told] == ["lua"]
    assert (await asks(here, HANH, EntryOf(entry.id))).original == ""
    again: PaperStruck = await give(here, HANH, StrikePaper(noted.id))
    assert (again.unit, again.by) == (None, "Trần Thị Hạnh")
    assert (await give(here, HANH, receive())).entries == 1


async def test_who_is_told_of_a_struck_paper_reads_the_board_of_its_own_programme(
    here: Hamlet,
) -> None:
    own, first = programme(), programme("yen-bai-khoi")
    here.shell = replace(here.shell, programmes=OneProgramme((first, own)))
    await registered(here)
    (noted,) = (await give(here, HANH, receive())).noted

    _, told = await tell(here, HANH, StrikePaper(noted.id))

    assert told[0].say.text.startswith(own.office.board)


async def test_gaps_are_the_offices_alone(here: Hamlet) -> None:
    await registered(here)

    assert len((await asks(here, HANH, BY_HAND)).without_paper) == 1
    assert await asks(here, LUA, BY_HAND) == Gaps()
    assert await asks(here, LUA, GapsOf(UNIT, PROGRAMME, YEAR)) == Gaps()


async def test_what_was_taken_back_lacks_no_original(here: Hamlet) -> None:
    entry = (await registered(here)).entry
    await give(here, HANH, WithdrawEntry(entry.id, entry.version))

    assert await asks(here, HANH, BY_HAND) == Gaps()


async def test_a_form_of_another_round_is_no_gap_of_this_one(here: Hamlet) -> None:
    await give(here, HANH, receive())

    assert len((await asks(here, HANH, BY_HAND)).without_entry) == 1
    for other in (GapsOf("khoi", PROGRAMME, YEAR - 1), GapsOf("khoi", "other", YEAR)):
        assert await asks(here, HANH, other) == Gaps()
