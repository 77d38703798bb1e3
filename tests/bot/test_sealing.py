"""The record of what happened is sealed after the commit; tampering with the tables is found."""

import asyncio
from pathlib import Path

import pytest

from bot.anchoring import MOST_EVENTS, MOST_MS, Anchoring
from bot.anchors import anchor_list, read_anchors
from bot.commands.audit import read_chain
from bot.sealing import AT_ONCE, Sealing
from rules.chain import Anchor
from storage import events
from storage.database import Database, Row
from storage.events import Event
from tests.hamlet import HandClock

COLUMNS = ("person", "address", "act", "subject", "before", "after")
TAMPERED = {
    "DELETE FROM events WHERE id = 'e0007'": ("removed", 7),
    "DELETE FROM seals WHERE number = 7": ("removed", 7),
    "UPDATE events SET at = at + 1 WHERE id = 'e0007'": ("changed", 7),
    "UPDATE events SET id = 'e0007x' WHERE id = 'e0007'": ("changed", 7),
    "UPDATE seals SET event = 'e9999' WHERE number = 7": ("changed", 7),
    "UPDATE seals SET number = -number WHERE number IN (7, 8)": ("added", 1),
    **{
        f"UPDATE events SET {name} = 'x' WHERE id = 'e0007'": ("changed", 7)  # noqa: S608 - ours
        for name in COLUMNS
    },
}


async def found(db: Database, sql: str) -> list[Row]:
    """Return the rows of a query."""
    async with db.reading() as tx:
        return await tx.rows(sql)


async def happen(db: Database, first: int, last: int) -> None:
    """Let things happen, numbered from the first to the last."""
    async with db.writing() as tx:
        rows = [Event(f"e{n:04}", n, "pao", "a", "act", f"s{n}") for n in range(first, last + 1)]
        await events.add(tx, rows)


async def fault(db: Database, *anchors: Anchor) -> tuple[str, int] | None:
    """Return the kind and the number of the first fault in the record."""
    first = (await read_chain(db)).first_fault(anchors)
    return (first.kind, first.number) if first else None


@pytest.fixture
async def sealed(db: Database) -> Database:
    """Give a database in which 20 things happened and were sealed."""
    await happen(db, 1, 20)
    await Sealing(db).seal_new()
    return db


async def test_everything_that_happened_is_sealed_in_its_order(sealed: Database) -> None:
    numbers = await found(sealed, "SELECT number, event FROM seals ORDER BY number")

    assert numbers == [(n, f"e{n:04}") for n in range(1, 21)]
    assert await fault(sealed) is None


async def test_sealing_again_seals_nothing_twice(sealed: Database) -> None:
    await Sealing(sealed).seal_new()

    assert await found(sealed, "SELECT count(*) FROM seals") == [(20,)]


async def test_more_than_one_batch_is_sealed_at_once(db: Database) -> None:
    await happen(db, 1, AT_ONCE + 1)
    await Sealing(db).seal_new()

    assert await found(db, "SELECT max(number) FROM seals") == [(AT_ONCE + 1,)]
    assert await fault(db) is None


async def test_what_was_committed_late_is_sealed_behind_what_was_sealed_before(
    db: Database,
) -> None:
    await happen(db, 10, 20)
    sealing = Sealing(db)
    await sealing.seal_new()
    await happen(db, 1, 9)
    sealing.look_everywhere()
    await sealing.seal_new()

    assert await found(db, "SELECT event FROM seals WHERE number = 12") == [("e0001",)]
    assert await fault(db) is None


async def test_of_several_who_seal_each_event_is_sealed_once(db: Database) -> None:
    await happen(db, 1, 50)
    await asyncio.gather(*(Sealing(db).seal_new() for _ in range(4)))

    assert await found(db, "SELECT count(*), max(number) FROM seals") == [(50, 50)]
    assert await fault(db) is None


@pytest.mark.parametrize(("sql", "name"), TAMPERED.items())
async def test_tampering_is_found_and_named(
    sealed: Database, sql: str, name: tuple[str, int]
) -> None:
    async with sealed.writing() as tx:
        await tx.run(sql)

    assert await fault(sealed) == name


async def test_forged_events_are_counted_until_they_are_sealed(sealed: Database) -> None:
    await happen(sealed, 21, 22)

    assert len((await read_chain(sealed)).loose) == 2


async def test_an_end_cut_off_is_found_by_the_anchor(sealed: Database, tmp_path: Path) -> None:
    await Anchoring(sealed, anchor_list(tmp_path), HandClock()).drop()
    async with sealed.writing() as tx:
        await tx.run("DELETE FROM seals WHERE number > 15")
        await tx.run("DELETE FROM events WHERE id > 'e0015'")

    assert await fault(sealed) is None
    assert await fault(sealed, *await read_anchors(tmp_path)) == ("cut", 16)


async def test_a_record_cut_off_whole_is_found_by_the_first_anchor(
    sealed: Database, tmp_path: Path
) -> None:
    await Anchoring(sealed, anchor_list(tmp_path), HandClock()).drop_if_due()
    async with sealed.writing() as tx:
        await tx.run("DELETE FROM seals")
        await tx.run("DELETE FROM events")

    assert await fault(sealed, *await read_anchors(tmp_path)) == ("cut", 1)


async def test_anchors_follow_after_many_events_or_an_hour(db: Database, tmp_path: Path) -> None:
    clock = HandClock()
    anchoring = Anchoring(db, anchor_list(tmp_path), clock)

    async def happened(first: int, last: int) -> list[int]:
        await happen(db, first, last)
        await Sealing(db).seal_new()
        await anchoring.drop_if_due()
        return [anchor.number for anchor in await read_anchors(tmp_path)]

    assert await happened(1, 1) == [1]
    assert await happened(2, MOST_EVENTS) == [1]
    assert await happened(MOST_EVENTS + 1, MOST_EVENTS + 1) == [1, MOST_EVENTS + 1]
    clock.ms += MOST_MS
    assert (await happened(MOST_EVENTS + 2, MOST_EVENTS + 2))[-1] == MOST_EVENTS + 2


async def test_what_waits_for_its_seal_too_long_is_told(sealed: Database) -> None:
    await happen(sealed, 21, 22)
    chain = await read_chain(sealed)

    assert [event[0] for event in chain.waiting_since(22)] == ["e0021"]


async def test_nothing_is_anchored_before_anything_happened(db: Database, tmp_path: Path) -> None:
    await Anchoring(db, anchor_list(tmp_path), HandClock()).drop()

    assert await read_anchors(tmp_path) == []


async def test_a_line_of_the_anchors_cut_short_is_none(tmp_path: Path) -> None:
    await anchor_list(tmp_path).add([f"2027-03-16T19:42:00+07:00 7 {'a' * 64}", "2027-03-16 8 ab"])

    assert await read_anchors(tmp_path) == [Anchor(7, "a" * 64)]
