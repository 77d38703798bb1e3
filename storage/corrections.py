"""Corrections asked for after acceptance, until the office grants or refuses them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson

from rules.entry import Entry
from rules.office_requests import Correction
from storage.database import Transaction

OWN = ("name", "address", "field", "content")
_COLUMNS = "c.id, c.entry, c.version, c.boxes, c.person, c.at, c.state, p.name"


@dataclass(frozen=True, slots=True)
class Asked:
    """What shall be written in an entry, as the register names its boxes; `at` UTC ms."""

    id: str
    entry: str
    version: int
    boxes: Mapping[str, str]
    person: str
    at: int
    state: str = "open"
    name: str = ""


class Settled(NamedTuple):
    """How a correction was settled, by whom, when (UTC ms); `words` say why it was refused."""

    state: str
    by: str
    at: int
    words: str = ""


async def ask(tx: Transaction, new: Asked) -> None:
    """Keep a correction for the office to look at; another one of the same entry makes way."""
    await tx.run(
        """UPDATE corrections SET state = 'replaced', by_person = :person, settled_at = :at
           WHERE entry = :entry AND state = 'open'""",
        {"entry": new.entry, "person": new.person, "at": new.at},
    )
    said = orjson.dumps(dict(new.boxes)).decode()
    row = (new.id, new.entry, new.version, said, new.person, new.at, "open", "", "", 0)
    await tx.run(
        """INSERT INTO corrections (id, entry, version, boxes, person, at, state, words,
                                    by_person, settled_at) VALUES :rows""",
        {"rows": [row]},
    )


async def one(tx: Transaction, key: str) -> Asked | None:
    """Return a correction; until then nobody else settles it."""
    found = await tx.rows(
        f"""SELECT {_COLUMNS} FROM corrections c JOIN people p ON p.id = c.person
            WHERE c.id = :key FOR UPDATE""",  # noqa: S608 - our own columns
        {"key": key},
    )
    return _asked(found[0]) if found else None


async def settle(tx: Transaction, key: str, how: Settled) -> bool:
    """Settle a correction that is open; return whether it was."""
    done = await tx.rows(
        """UPDATE corrections SET state = :state, by_person = :by, settled_at = :at, words = :words
           WHERE id = :key AND state = 'open' RETURNING id""",
        {"key": key, **how._asdict()},
    )
    return bool(done)


async def open_ones(
    tx: Transaction, entries: Mapping[str, Entry], *, zone: dt.tzinfo
) -> list[Correction]:
    """Return the corrections of these entries that wait for the office, the longest first."""
    found = await tx.rows(
        f"""SELECT {_COLUMNS} FROM corrections c JOIN people p ON p.id = c.person
            WHERE c.entry IN :entries AND c.state = 'open' ORDER BY c.at, c.id""",  # noqa: S608 - ours
        {"entries": sorted(entries)},
    )
    return [_correction(_asked(row), entries[row[1]], zone) for row in found]


def differing(entry: Entry, boxes: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Return (key, words now, words asked for) of the boxes that would change."""
    now = {key: getattr(entry, key) for key in OWN} | dict(entry.more)
    return tuple((k, now.get(k, ""), words) for k, words in boxes.items() if now.get(k) != words)


def _asked(row: Any) -> Asked:
    key, entry, version, boxes, *rest = row
    return Asked(key, entry, version, orjson.loads(boxes), *rest)


def _correction(asked: Asked, entry: Entry, zone: dt.tzinfo) -> Correction:
    at = dt.datetime.fromtimestamp(asked.at / 1000, zone)
    return Correction(asked.id, entry, differing(entry, asked.boxes), asked.name, at)
