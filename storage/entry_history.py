"""What was done with an entry: by whom, when, and which words it changed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, cast, get_args

import orjson

from rules.entry_requests import EntryAct, Moment
from rules.roles import holds
from storage.database import Transaction
from storage.scope import roles_over

ACTS: tuple[EntryAct, ...] = get_args(EntryAct)
_REWORDING = {"correct", "mend", "grant"}
# Who may be named to the people of the unit :unit: somebody of an office, or of the unit itself.
_KNOWN = """EXISTS (SELECT 1 FROM memberships m WHERE m.person = p.id AND m.state = 'confirmed'
    AND (m.role IN ('office', 'admin') OR m.unit = :unit))"""


class Last(NamedTuple):
    """What was done last with an entry, when (UTC ms); `name` "" where it is not to be told."""

    act: str
    person: str
    name: str
    at: int
    after: str


async def last(tx: Transaction, entry: str, *, reader: str, today: str) -> Last | None:
    """Return what was done last with an entry, None where nothing is known."""
    unit = await _unit(tx, entry)
    found = await tx.rows(
        f"""SELECT e.act, e.person, {await _name(tx, reader, unit, today)}, e.at, e.after
            FROM events e JOIN people p ON p.id = e.person
            WHERE e.subject = :entry AND e.act IN :acts
            ORDER BY e.at DESC, e.id DESC LIMIT 1""",  # noqa: S608 - all of it is written here
        {"entry": entry, "acts": ACTS, "unit": unit},
    )
    return Last(*found[0]) if found else None


async def history(
    tx: Transaction, entry: str, *, reader: str, today: str, zone: dt.tzinfo
) -> tuple[Moment, ...]:
    """Return what was done with an entry, the first first, with the names the reader may know."""
    unit = await _unit(tx, entry)
    name = await _name(tx, reader, unit, today)
    params = {"entry": entry, "acts": ACTS, "unit": unit}
    done = await tx.rows(
        f"""SELECT e.act, e.person, {name}, e.at FROM events e JOIN people p ON p.id = e.person
            WHERE e.subject = :entry AND e.act IN :acts ORDER BY e.at, e.id""",  # noqa: S608 - ours
        params,
    )
    versions = await tx.rows(
        f"""SELECT v.boxes, v.by_person, {name}, v.at
            FROM entry_versions v JOIN people p ON p.id = v.by_person
            WHERE v.entry = :entry ORDER BY v.version""",  # noqa: S608 - all of it is written here
        params,
    )
    said = await _said(tx, entry)
    moments = _merged(done, versions, said)
    return tuple(_moment(one, zone) for one in moments)


async def _unit(tx: Transaction, entry: str) -> str:
    found = await tx.rows("SELECT unit FROM entries WHERE id = :entry", {"entry": entry})
    return str(found[0][0]) if found else ""


async def _name(tx: Transaction, reader: str, unit: str, today: str) -> str:
    """Return the SQL for a name as this reader may know it: the office knows everybody's."""
    (role,) = await roles_over(tx, [(reader, unit)], today=today)
    return "p.name" if holds(role, "office") else f"CASE WHEN {_KNOWN} THEN p.name ELSE '' END"


async def _said(tx: Transaction, entry: str) -> dict[str, list[str]]:
    """Return what the office wrote, by act, in order."""
    returned = await tx.rows(
        "SELECT words FROM returns WHERE entry = :entry ORDER BY version", {"entry": entry}
    )
    refused = await tx.rows(
        """SELECT words FROM corrections WHERE entry = :entry AND state = 'refused'
           ORDER BY settled_at, id""",
        {"entry": entry},
    )
    return {
        "return": [words for (words,) in returned],
        "refuse-correction": [words for (words,) in refused],
    }


class _Done(NamedTuple):
    """An act, before it is told."""

    act: str
    name: str
    at: int
    boxes: tuple[tuple[str, str, str], ...] = ()
    words: str = ""


def _merged(
    done: Sequence[Any], versions: Sequence[Any], said: Mapping[str, Sequence[str]]
) -> list[_Done]:
    """Return the acts, each with the words it changed; a version without one was imported."""
    changes = [
        (person, name, at, _differing(old[0], boxes))
        for old, (boxes, person, name, at) in pairwise(versions)
    ]
    written = {act: iter(words) for act, words in said.items()}
    moments = []
    for act, person, name, at in done:
        mine = (c for c in changes if c[0] == person and c[2] <= at) if act in _REWORDING else ()
        change = next(iter(mine), None)
        if change:
            changes.remove(change)
        words = next(written[act], "") if act in written else ""
        moments.append(_Done(act, name, at, change[3] if change else (), words))
    moments += [_Done("import", name, at, boxes) for _, name, at, boxes in changes]
    return sorted(moments, key=lambda one: one.at)


def _differing(before: str, after: str) -> tuple[tuple[str, str, str], ...]:
    old, new = orjson.loads(before), orjson.loads(after)
    return tuple((k, old.get(k, ""), words) for k, words in new.items() if old.get(k) != words)


def _moment(done: _Done, zone: dt.tzinfo) -> Moment:
    at = dt.datetime.fromtimestamp(done.at / 1000, zone)
    return Moment(cast("EntryAct", done.act), done.name, at, done.boxes, done.words)
