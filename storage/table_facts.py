"""Answers what the desk's table and its register ask for, of a whole office in few statements."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules.person import Unit
from rules.table_requests import Notes, NotesBelow, RegisterBelow, RegisterLine, RoundsBelow
from storage.circumstances import Answered, Circumstances
from storage.database import Row, Transaction
from storage.register import UNCLEAR
from storage.scope import LINE

_ORIGINALS = f"""
WITH RECURSIVE {LINE}
SELECT l.unit, a.id, a.created_at FROM line l JOIN papers a ON a.unit = l.part
WHERE a.programme = :programme AND a.round = :round AND a.state = 'here' AND a.original_day <> ''
ORDER BY a.created_at, a.id"""  # noqa: S608 - all of it is written here
_CALLS = f"""
WITH RECURSIVE {LINE}
SELECT l.unit, c.at, COALESCE(p.name, ''), c.words
FROM line l JOIN calls c ON c.unit = l.part LEFT JOIN people p ON p.id = c.by_person
WHERE c.programme = :programme AND c.round = :round ORDER BY c.at, c.id"""  # noqa: S608 - the same
# Of several papers of an entry the newest is enough.
_ENTRIES = f"""
WITH RECURSIVE {LINE}
SELECT e.id, e.number, e.name, l.unit, COALESCE(n.name, ''), u.type, COALESCE(p.name, ''), e.kind,
    e.field, e.state, e.created_at, CASE WHEN {UNCLEAR} THEN 1 ELSE 0 END,
    COALESCE(a.id, ''), COALESCE(a.original_day, '')
FROM line l JOIN entries e ON e.unit = l.part JOIN units u ON u.id = l.unit
LEFT JOIN unit_names n ON n.unit = u.id
    AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
LEFT JOIN people p ON p.id = e.person
LEFT JOIN papers a ON a.id = (
    SELECT max(b.id) FROM papers b
    WHERE b.entry = e.id AND b.state = 'here' AND b.original_day <> '')
WHERE e.programme = :programme AND e.round = :round
ORDER BY e.number, e.id"""  # noqa: S608 - the same
# By units named one by one: a database that is left to join these reads the whole register.
_PARTS = f"WITH RECURSIVE {LINE} SELECT DISTINCT part FROM line"  # noqa: S608 - the same
_ROUNDS = """
SELECT e.round FROM entries e WHERE e.unit IN :parts AND e.programme = :programme
UNION
SELECT a.round FROM papers a WHERE a.unit IN :parts AND a.programme = :programme"""
_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _notes(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _notes_below(tx, request, around) for _, request in asked]


async def _notes_below(
    tx: Transaction, request: NotesBelow, around: Circumstances
) -> Mapping[str, Notes]:
    params = around.of_round(request)
    newest: dict[str, tuple[int, list[str]]] = {}
    for unit, key, at in await tx.rows(_ORIGINALS, params):
        if newest.get(unit, (0,))[0] != at:
            newest[unit] = (at, [])
        newest[unit][1].append(key)
    calls = {unit: rest for unit, *rest in await tx.rows(_CALLS, params)}
    return {
        unit: Notes(tuple(newest.get(unit, (0, ()))[1]), *_called(calls.get(unit), around))
        for unit in newest.keys() | calls.keys()
    }


def _called(call: Sequence[Any] | None, around: Circumstances) -> Sequence[Any]:
    if call is None:
        return ()
    at, by, words = call
    return around.local(at), by, words


async def _registers(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _register(tx, request, around) for _, request in asked]


async def _register(
    tx: Transaction, request: RegisterBelow, around: Circumstances
) -> tuple[RegisterLine, ...]:
    """Return each entry once; one of a unit that was split is shown at the first of its parts."""
    found = await tx.rows(_ENTRIES, around.of_round(request))
    return tuple(_line(row, around) for row in {row[0]: row for row in reversed(found)}.values())[
        ::-1
    ]


def _line(row: Row, around: Circumstances) -> RegisterLine:
    key, number, name, unit, unit_name, type_, person, kind, field, state, at, *rest = row
    unclear, paper, original = rest
    return RegisterLine(
        key,
        number,
        name,
        Unit(unit, unit_name, type_),
        person,
        kind,
        field,
        state,
        around.local(at),
        bool(unclear),
        paper,
        original,
    )


async def _rounds(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _rounds_below(tx, request, around) for _, request in asked]


async def _rounds_below(
    tx: Transaction, request: RoundsBelow, around: Circumstances
) -> tuple[int, ...]:
    parts = await tx.rows(_PARTS, {"unit": request.unit, "today": around.today})
    params = {"parts": sorted(part for (part,) in parts), "programme": request.programme}
    return tuple(sorted((year for (year,) in await tx.rows(_ROUNDS, params)), reverse=True))


ANSWERED: Mapping[type, Answered] = {
    NotesBelow: _notes,
    RegisterBelow: _registers,
    RoundsBelow: _rounds,
}
