"""What the desk's table and register show beside the office's own figures."""

from collections.abc import Mapping

import pytest

from rules.table_requests import Notes, NotesBelow, RegisterBelow, RegisterLine
from storage import entries, facts
from storage.calls import Call, note_call
from storage.database import Database, Transaction
from tests.hamlet import programme
from tests.storage.offices import (
    CODE,
    HANH,
    OFFICE,
    TODAY,
    YEAR,
    around,
    ended,
    entry,
    open_office,
    paper,
    unit,
)

RULES = programme("yen-bai-khoi", quotas=False)


async def notes(tx: Transaction) -> Mapping[str, Notes]:
    """Return what is noted, as Hạnh gets it."""
    (found,) = await facts.answer(tx, [(HANH, NotesBelow(OFFICE, CODE, YEAR))], around(RULES))
    assert isinstance(found, Mapping)
    return found


async def register(tx: Transaction) -> tuple[RegisterLine, ...]:
    """Return the register, as Hạnh gets it."""
    (found,) = await facts.answer(tx, [(HANH, RegisterBelow(OFFICE, CODE, YEAR))], around(RULES))
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("other", ["state = 'struck'", "round = 2026", "programme = 'other'"])
async def test_an_original_that_is_struck_or_of_elsewhere_is_not_noted(
    db: Database, other: str
) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])
        await paper(tx, "p1", unit_="a", day=TODAY)
        before = await notes(tx)
        await tx.run(f"UPDATE papers SET {other}")  # noqa: S608 - ours

        after = await notes(tx)

    assert (before["a"].originals, after) == (("p1",), {})


async def test_the_last_call_about_this_round_is_noted_also_of_what_a_unit_came_of(
    db: Database,
) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("b")])
        await note_call(tx, Call("c1", "a", CODE, YEAR, "bận họp", HANH, 1))
        await note_call(tx, Call("c2", "a", CODE, YEAR, "hẹn sáng mai", HANH, 2))
        await note_call(tx, Call("c3", "b", CODE, YEAR - 1, "năm trước", HANH, 3))
        await note_call(tx, Call("c4", "b", "other", YEAR, "việc khác", HANH, 4))
        await ended(tx, "a", heirs=("b",))

        found = await notes(tx)

    assert {key: one.called for key, one in found.items()} == {"b": "hẹn sáng mai"}


async def test_an_entry_both_parts_of_a_unit_took_over_stands_in_the_register_once(
    db: Database,
) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit(key) for key in "abc"])
        others = [entry(3, "a", programme="other"), entry(4, "a", round=YEAR - 1)]
        await entries.add(tx, [entry(1, "a"), entry(2, "a", state="withdrawn"), *others])
        await ended(tx, "a", heirs=("b", "c"))

        found = await register(tx)

    assert [(one.number, one.state) for one in found] == [(1, "sent"), (2, "withdrawn")]


@pytest.mark.parametrize(("other", "original"), [("version = 2", TODAY), ("state = 'struck'", "")])
async def test_the_day_of_an_entry_s_original_stands_beside_it(
    db: Database, other: str, original: str
) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])
        await entries.add(tx, [entry(1, "a")])
        await paper(tx, "p1", unit_="a", entry_="e202700001", day=TODAY)
        await tx.run(f"UPDATE papers SET {other}")  # noqa: S608 - ours

        (one,) = await register(tx)

    assert one.original == original
