"""The register as it is written: added, corrected, confirmed, taken back; versions stay."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import orjson

from rules.entry import State
from rules.fold import fold
from rules.life import Step, state_after, states_for
from rules.search import searchable
from storage.database import Row, Transaction
from storage.scope import UNITS_SEEN

_COLUMNS = """id, code, number, dialog, unit, person, typed_by, programme, programme_version,
    round, kind, entry_kind, subject, origin, counts, source, source_words, name, name_folded,
    address, field, content, more, state, on_time, channel, version, demo, created_at, updated_at,
    search, paper_day"""
_OWN_BOXES = ("name", "address", "field", "content")
# Who may take a step, in a register as it is being written; the others are for the office.
_AUTHOR = """(unit IN (SELECT unit FROM below)
    OR (typed_by = :person AND unit IN (SELECT unit FROM places)))"""
_OFFICER = "unit IN (SELECT unit FROM below)"
_OFFICE = "unit IN (SELECT unit FROM below WHERE role IN ('office', 'admin'))"
_WHO: Mapping[Step, str] = {
    "correct": _AUTHOR,
    "withdraw": _AUTHOR,
    "ask-correction": _AUTHOR,
    "confirm": _OFFICER,
}


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry as it is sent; `dialog` made it, `created_at` (UTC ms) is when it was received."""

    id: str
    code: str
    number: int
    dialog: str
    unit: str
    typed_by: str
    programme: str
    programme_version: int
    round: int
    kind: str
    entry_kind: Literal["model", "exemplar"]
    subject: Literal["collective", "individual"]
    origin: Literal["new", "replicate", "maintain", "adopt"]
    counts: bool
    name: str
    address: str
    field: str
    content: str
    state: State
    on_time: bool
    channel: str
    created_at: int
    more: Mapping[str, str] = dataclasses.field(default_factory=dict)
    person: str = ""
    source: str = ""
    source_words: str = ""
    demo: bool = False
    paper_day: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes which version of an entry, when (UTC milliseconds)."""

    entry: str
    version: int
    person: str
    at: int


class Made(NamedTuple):
    """The entry a dialog made."""

    id: str
    code: str
    number: int


async def made_by(tx: Transaction, dialogs: Sequence[str]) -> dict[str, Made]:
    """Return the entries that dialogs made already, by dialog."""
    found = await tx.rows(
        "SELECT dialog, id, code, number FROM entries WHERE dialog IN :dialogs",
        {"dialogs": dialogs},
    )
    return {dialog: Made(*made) for dialog, *made in found}


async def take_numbers(tx: Transaction, counters: Mapping[str, int]) -> dict[str, int]:
    """Take so many numbers of each counter and return the first of each, from 1.

    A number not used in this transaction is a gap: take what is used, no more.
    """
    taken = await tx.rows(
        """INSERT INTO counters (name, value) VALUES :rows
           ON CONFLICT (name) DO UPDATE SET value = counters.value + excluded.value
           RETURNING name, value""",
        {"rows": [(name, counters[name]) for name in sorted(counters)]},
    )
    return {name: value - counters[name] + 1 for name, value in taken}


async def add(tx: Transaction, rows: Sequence[NewEntry]) -> None:
    """Add entries and keep what each said as its first version."""
    await tx.run(
        f"INSERT INTO entries ({_COLUMNS}) VALUES :rows",  # noqa: S608 - our own columns
        {"rows": [_stored(entry) for entry in rows]},
    )
    boxes = [(e.id, 1, _json(_boxes(e)), e.typed_by, e.created_at) for e in rows]
    await tx.run(
        "INSERT INTO entry_versions (entry, version, boxes, by_person, at) VALUES :rows",
        {"rows": boxes},
    )


async def correct(
    tx: Transaction,
    change: Change,
    *,
    boxes: Mapping[str, str],
    state: State,
    today: str,
    step: Step = "correct",
) -> bool:
    """Put new words into boxes, ours or the programme's, and keep them as a version.

    Return whether it was done: not if it is not theirs to do, the entry was changed meanwhile, or
    is in a state in which that is not done.
    """
    found = await _said(tx, change)
    if found is None:
        return False
    old, about = found
    new = old | dict(boxes)
    own = {key: new[key] for key in _OWN_BOXES}
    more = _json({key: value for key, value in new.items() if key not in own})
    search = searchable(own["name"], own["address"], own["content"], about)
    changed = await tx.rows(
        f"""WITH RECURSIVE {UNITS_SEEN}
            UPDATE entries SET name = :name, name_folded = :folded, address = :address,
                field = :field, content = :content, more = :more, state = :state, search = :search,
                version = version + 1, updated_at = :at
            WHERE id = :entry AND version = :version AND state IN :states
                AND {_WHO.get(step, _OFFICE)}
            RETURNING version""",  # noqa: S608 - all of it is written here
        {**own, "folded": fold(own["name"]), "more": more, "state": state, "search": search}
        | _params(change, step, today=today),
    )
    await tx.run(
        "INSERT INTO entry_versions (entry, version, boxes, by_person, at) VALUES :rows",
        {"rows": [(change.entry, n, _json(new), change.person, change.at) for (n,) in changed]},
    )
    return bool(changed)


async def _said(tx: Transaction, change: Change) -> tuple[dict[str, str], str] | None:
    """Return what that version says and whom it is about; until then nobody else changes it."""
    found = await tx.rows(
        """SELECT name, address, field, content, more, person FROM entries
           WHERE id = :entry AND version = :version FOR UPDATE""",
        {"entry": change.entry, "version": change.version},
    )
    if not found:
        return None
    *own, more, person = found[0]
    return dict(zip(_OWN_BOXES, own, strict=True)) | orjson.loads(more), person


async def take_step(tx: Transaction, change: Change, step: Step, *, today: str) -> bool:
    """Take an entry to its next state; return whether it was done, as `correct` does."""
    changed = await tx.rows(
        f"""WITH RECURSIVE {UNITS_SEEN}
            UPDATE entries SET state = :state, version = version + 1, updated_at = :at
            WHERE id = :entry AND version = :version AND state IN :states
              AND {_WHO.get(step, _OFFICE)}
            RETURNING id""",  # noqa: S608 - all of it is written here
        {"state": state_after(step)} | _params(change, step, today=today),
    )
    return bool(changed)


async def hold(tx: Transaction, change: Change, step: Step, *, today: str) -> bool:
    """Return whether a step that changes no words may be taken; until then nobody else does one."""
    found = await tx.rows(
        f"""WITH RECURSIVE {UNITS_SEEN}
            SELECT id FROM entries
            WHERE id = :entry AND version = :version AND state IN :states
              AND {_WHO.get(step, _OFFICE)} FOR UPDATE""",  # noqa: S608 - all of it is written here
        _params(change, step, today=today),
    )
    return bool(found)


def _params(change: Change, step: Step, *, today: str) -> dict[str, Any]:
    return {
        "states": sorted(states_for(step)),
        "entry": change.entry,
        "version": change.version,
        "person": change.person,
        "people": [change.person],
        "at": change.at,
        "today": today,
    }


def _boxes(entry: NewEntry) -> dict[str, str]:
    return {key: getattr(entry, key) for key in _OWN_BOXES} | dict(entry.more)


def _json(boxes: Mapping[str, str]) -> str:
    return orjson.dumps(boxes).decode()


def _stored(entry: NewEntry) -> Row:
    return (
        entry.id,
        entry.code,
        entry.number,
        entry.dialog,
        entry.unit,
        entry.person,
        entry.typed_by,
        entry.programme,
        entry.programme_version,
        entry.round,
        entry.kind,
        entry.entry_kind,
        entry.subject,
        entry.origin,
        int(entry.counts),
        entry.source,
        entry.source_words,
        entry.name,
        fold(entry.name),
        entry.address,
        entry.field,
        entry.content,
        _json(entry.more),
        entry.state,
        int(entry.on_time),
        entry.channel,
        1,
        int(entry.demo),
        entry.created_at,
        entry.created_at,
        searchable(entry.name, entry.address, entry.content, entry.person),
        entry.paper_day,
    )
