"""Corrections of what the office took in: asked for, granted, refused, each once."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from rules.entry import Entry
from rules.office_commands import (
    AcceptEntry,
    AskForCorrection,
    GrantCorrection,
    MendEntry,
    RefuseCorrection,
)
from rules.office_results import CorrectionAsked, CorrectionSettled
from rules.results import TooLate
from storage.own_copy import copy_of
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
NEW = {"name": "Nuôi ếch"}
STATES = "SELECT state FROM corrections ORDER BY at, id"


@pytest.fixture
async def entry(here: Hamlet) -> Entry:
    """Give an entry of Bình's that the office took in."""
    sent = (await registered(here)).entry
    return (await give(here, HANH, AcceptEntry(sent.id, 1))).entry  # type: ignore[no-any-return] # Accepted


async def asked(world: Hamlet, entry: Entry, boxes: dict[str, str] | None = None) -> str:
    """Let Bình ask for a correction; return its id."""
    await give(world, BINH, AskForCorrection(entry.id, entry.version, boxes or NEW))
    world.clock.ms += 1000
    ((key,),) = await found(world.db, "SELECT id FROM corrections WHERE state = 'open'")
    return str(key)


async def name_of(world: Hamlet) -> str:
    """Return what the entry is called now."""
    ((name,),) = await found(world.db, "SELECT name FROM entries")
    return str(name)


async def test_a_correction_asked_for_changes_nothing_and_the_office_is_told(
    here: Hamlet, entry: Entry
) -> None:
    command = AskForCorrection(entry.id, 2, {**NEW, "address": entry.address})
    result, told = await tell(here, BINH, command)

    assert isinstance(result, CorrectionAsked)
    assert (result.told, {one.person for one in told}) == (True, {"hanh", MINH.chat})
    assert "Nuôi ếch" in told[0].say.text
    assert entry.address not in told[0].say.text
    assert await name_of(here) == entry.name


async def test_another_one_takes_the_place_of_the_one_that_waits(
    here: Hamlet, entry: Entry
) -> None:
    first = await asked(here, entry)
    second = await asked(here, entry, {"name": "Nuôi cá"})

    assert await found(here.db, STATES) == [("replaced",), ("open",)]
    assert isinstance(await give(here, HANH, GrantCorrection(first)), TooLate)
    assert isinstance(await give(here, HANH, GrantCorrection(second)), CorrectionSettled)
    assert await name_of(here) == "Nuôi cá"


async def test_words_that_stand_there_already_are_no_correction(here: Hamlet, entry: Entry) -> None:
    command = AskForCorrection(entry.id, entry.version, {"name": entry.name})

    result, told = await tell(here, BINH, command)

    assert isinstance(result, TooLate)
    assert (list(told), await found(here.db, STATES)) == ([], [])


async def test_where_nobody_of_the_office_can_be_told_that_is_said(
    here: Hamlet, entry: Entry
) -> None:
    async with here.db.writing() as tx:
        await tx.run("UPDATE addresses SET state = 'blocked' WHERE person IN ('hanh', 'w-minh')")

    result = await give(here, BINH, AskForCorrection(entry.id, entry.version, NEW))

    assert not result.told


async def test_what_was_settled_stays_as_it_was_whatever_is_asked_for_later(
    here: Hamlet, entry: Entry
) -> None:
    await give(here, HANH, RefuseCorrection(await asked(here, entry), "Chưa cần."))
    here.clock.ms += 1000
    await give(here, HANH, GrantCorrection(await asked(here, entry, {"name": "Nuôi cá"})))
    await give(here, BINH, AskForCorrection(entry.id, 3, NEW))

    assert await found(here.db, STATES) == [("refused",), ("granted",), ("open",)]


async def test_what_is_granted_is_a_version_with_the_same_number_and_time(
    here: Hamlet, entry: Entry
) -> None:
    key = await asked(here, entry)
    result, told = await tell(here, HANH, GrantCorrection(key, 2))

    assert isinstance(result, CorrectionSettled)
    assert result.granted
    now = result.entry
    assert (now.name, now.state, now.version) == ("Nuôi ếch", "accepted", 3)
    assert (now.number, now.received) == (entry.number, entry.received)
    assert {one.person for one in told} == {"w-binh", "lua"}


async def test_what_changed_since_it_was_looked_at_is_looked_at_again(
    here: Hamlet, entry: Entry
) -> None:
    key = await asked(here, entry)
    await give(here, MINH, MendEntry(entry.id, 2, {"content": "Mười hộ nuôi ếch."}))
    late = await give(here, HANH, GrantCorrection(key))
    unseen = await give(here, HANH, GrantCorrection(key, 2))

    assert isinstance(late, TooLate)
    assert (late.by, late.act, late) == ("Vũ Đức Minh", "mend", unseen)
    assert await found(here.db, STATES) == [("open",)]
    assert isinstance(await give(here, HANH, GrantCorrection(key, 3)), CorrectionSettled)
    assert await found(here.db, "SELECT name, content FROM entries") == [
        ("Nuôi ếch", "Mười hộ nuôi ếch.")
    ]


async def test_of_two_of_the_office_at_once_one_settles_it(here: Hamlet, entry: Entry) -> None:
    key = await asked(here, entry)
    results: Sequence[Any] = await asyncio.gather(
        give(here, HANH, GrantCorrection(key)),
        give(here, MINH, RefuseCorrection(key, "Chưa cần.")),
    )

    late = next(one for one in results if isinstance(one, TooLate))
    done = next(one for one in results if isinstance(one, CorrectionSettled))
    assert late.act == ("grant" if done.granted else "refuse-correction")
    assert await name_of(here) == ("Nuôi ếch" if done.granted else entry.name)
    assert len(await found(here.db, "SELECT id FROM corrections WHERE state <> 'open'")) == 1


@pytest.mark.parametrize("kind", [GrantCorrection, RefuseCorrection])
async def test_the_same_press_twice_settles_it_once(here: Hamlet, entry: Entry, kind: Any) -> None:
    command = kind(await asked(here, entry), *((0,) if kind is GrantCorrection else ("Thôi.",)))
    first, _ = await tell(here, HANH, command)
    result, told = await tell(here, HANH, command)

    assert isinstance(result, CorrectionSettled)
    assert (result.granted, list(told)) == (first.granted, [])
    assert len(await found(here.db, "SELECT version FROM entry_versions")) == 1 + first.granted


async def test_who_asked_reads_why_it_stays_as_it_is(here: Hamlet, entry: Entry) -> None:
    key = await asked(here, entry)
    _, told = await tell(here, HANH, RefuseCorrection(key, "Tên đã in vào quyết định."))

    assert {one.person for one in told} == {"w-binh", "lua"}
    assert "Tên đã in vào quyết định." in told[0].say.text
    assert await name_of(here) == entry.name


@pytest.mark.parametrize("chat", [PAO, LUA, BINH], ids=["other unit", "officer", "author"])
async def test_nobody_but_the_office_settles_a_correction(
    here: Hamlet, entry: Entry, chat: Any
) -> None:
    key = await asked(here, entry)
    for command in (GrantCorrection(key), RefuseCorrection(key, "Thôi.")):
        assert await give(here, chat, command) == TooLate(None)

    assert await found(here.db, STATES) == [("open",)]


async def test_another_unit_s_officer_asks_for_nothing(here: Hamlet, entry: Entry) -> None:
    assert await give(here, PAO, AskForCorrection(entry.id, 2, NEW)) == TooLate(None)
    assert await found(here.db, STATES) == []


async def test_what_is_not_taken_in_needs_no_asking(here: Hamlet) -> None:
    other = (await registered(here)).entry
    result = await give(here, BINH, AskForCorrection(other.id, 1, NEW))

    assert isinstance(result, TooLate)
    assert await found(here.db, STATES) == []


async def test_a_copy_of_ones_own_data_has_what_one_asked_for_and_what_the_office_wrote(
    here: Hamlet, entry: Entry
) -> None:
    key = await asked(here, entry)
    await give(here, HANH, RefuseCorrection(key, "Thôi."))
    async with here.db.reading() as tx:
        author, office = await copy_of(tx, BINH.chat), await copy_of(tx, "hanh")

    assert [one["boxes"] for one in author["corrections"]] == [NEW]
    assert [one["words"] for one in office["asked"]] == ["Thôi."]
