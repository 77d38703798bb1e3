"""Answers what only the pages of the desk ask for."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules.desk_requests import CallsOf, Paper, PapersOf, PhotosOf
from rules.office_requests import Called
from storage import attachments
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.scope import WAS

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _photos(tx: Transaction, asked: _Asked, _around: Circumstances) -> Sequence[Any]:
    return [tuple(await attachments.of_entry(tx, request.entry)) for _, request in asked]


async def _papers(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _papers_of(tx, request, around) for _, request in asked]


async def _papers_of(
    tx: Transaction, request: PapersOf, around: Circumstances
) -> tuple[Paper, ...]:
    rows = await tx.rows(
        f"""WITH RECURSIVE {WAS}
            SELECT p.id, p.entry, COALESCE(e.number, 0), COALESCE(e.name, ''), p.at,
                   p.original_day
            FROM papers p LEFT JOIN entries e ON e.id = p.entry
            WHERE p.unit IN (SELECT unit FROM was) AND p.round = :round
              AND p.programme = :programme AND p.state = 'here'
            ORDER BY p.at DESC, p.id DESC""",  # noqa: S608 - all of it is written here
        around.of_round(request),
    )
    photos = await attachments.of_papers(tx, [row[0] for row in rows])
    return tuple(
        Paper(key, entry, number, name, around.local(at), day, tuple(photos.get(key, ())))
        for key, entry, number, name, at, day in rows
    )


async def _calls(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _calls_of(tx, request, around) for _, request in asked]


async def _calls_of(tx: Transaction, request: CallsOf, around: Circumstances) -> tuple[Called, ...]:
    rows = await tx.rows(
        f"""WITH RECURSIVE {WAS}
            SELECT c.words, COALESCE(p.name, ''), c.at
            FROM calls c LEFT JOIN people p ON p.id = c.by_person
            WHERE c.unit IN (SELECT unit FROM was) AND c.round = :round
              AND c.programme = :programme
            ORDER BY c.at DESC, c.id DESC""",  # noqa: S608 - all of it is written here
        around.of_round(request),
    )
    return tuple(Called(words, by, around.local(at)) for words, by, at in rows)


ANSWERED: Mapping[type, Answered] = {PhotosOf: _photos, PapersOf: _papers, CallsOf: _calls}
