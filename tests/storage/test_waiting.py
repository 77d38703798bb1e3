"""What waits for an office: what it may take in, corrections; the longest waiting first."""

from dataclasses import replace
from typing import Any, cast

import pytest

from rules.entry import State
from rules.office_requests import Waiting, WaitingFor
from storage import corrections, entries
from storage.corrections import Asked, Settled
from storage.database import Database, Transaction
from tests.storage.village import (
    BAN_MOI,
    BINH,
    COMMUNE,
    HANH,
    LAN,
    NOW,
    OFFICE,
    PAO,
    ask,
    entry,
)

STATES = ("sent", "confirmed", "returned", "accepted", "recognised", "withdrawn", "sent")


async def waits(db: Database, person: str = HANH, unit: str = OFFICE) -> Waiting:
    """Return what waits for an office, as somebody is answered who asks."""
    async with db.reading() as tx:
        return await waits_in(tx, person, unit)


async def waits_in(tx: Transaction, person: str = HANH, unit: str = OFFICE) -> Waiting:
    one = entry(1)
    found = await ask(tx, person, WaitingFor(unit, one.programme, one.round))
    assert isinstance(found, Waiting)
    return found


@pytest.fixture
async def lived(village: Database) -> Database:
    """Give one entry in each state, the later numbers received earlier, and one elsewhere."""
    rows: list[Any] = [
        replace(entry(n), state=cast("State", state), created_at=NOW - n * 1000)
        for n, state in enumerate(STATES, start=1)
    ]
    rows[6] = replace(rows[6], round=2028)
    rows.append(replace(entry(8, unit=BAN_MOI, typed_by=BINH), created_at=NOW - 9000))
    async with village.writing() as tx:
        await entries.add(tx, rows)
        await corrections.ask(tx, Asked("o1", "e4", 1, {"name": "Nuôi ếch"}, PAO, NOW))
    return village


async def test_what_can_be_taken_in_waits_the_longest_first(lived: Database) -> None:
    waiting = await waits(lived)

    assert [one.number for one in waiting.entries] == [8, 2, 1]


async def test_what_an_earlier_round_left_behind_waits_still(village: Database) -> None:
    async with village.writing() as tx:
        await entries.add(tx, [replace(entry(1), round=2026)])

    assert [one.round for one in (await waits(village)).entries] == [2026]


async def test_a_correction_waits_with_the_words_it_would_change(lived: Database) -> None:
    waiting = await waits(lived)

    (one,) = waiting.corrections
    assert (one.entry.number, one.by) == (4, "Giàng A Páo")
    assert one.boxes == (("name", "Nuôi lươn không bùn", "Nuôi ếch"),)


async def test_what_waits_below_one_unit_is_that_unit_s(lived: Database) -> None:
    commune = await waits(lived, unit=COMMUNE)
    branch = await waits(lived, unit=BAN_MOI)

    assert ([one.number for one in commune.entries], len(commune.corrections)) == ([8, 2, 1], 1)
    assert ([one.number for one in branch.entries], branch.corrections) == ([8], ())


@pytest.mark.parametrize("person", [PAO, LAN, BINH])
async def test_what_waits_for_the_office_is_nothing_for_others(
    lived: Database, person: str
) -> None:
    for unit in (OFFICE, COMMUNE, BAN_MOI):
        assert await waits(lived, person, unit) == Waiting()


async def test_what_was_settled_waits_no_more_also_beside_what_does(lived: Database) -> None:
    async with lived.writing() as tx:
        await corrections.settle(tx, "o1", Settled("refused", HANH, NOW, "Chưa cần."))
        closed = await waits_in(tx)
        await corrections.ask(tx, Asked("o2", "e4", 1, {"name": "Nuôi cá"}, PAO, NOW))
        again = await waits_in(tx)

    assert closed.corrections == ()
    assert [one.id for one in again.corrections] == ["o2"]
