"""What contacts say of paper on its way, until the office has found it or has not."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from rules.person import Unit
from rules.reminding_requests import Sent
from storage.database import Transaction
from storage.scope import LINE, UNITS_SEEN
from storage.unit_cards import NAME_TODAY

# A paper that came in since is what was meant: it is no longer only said.
_OPEN = """s.state = 'open' AND NOT EXISTS (
    SELECT 1 FROM papers p WHERE p.unit = s.unit AND p.programme = s.programme
      AND p.round = s.round AND p.state = 'here' AND p.created_at >= s.at)"""
_BELOW = f"""
WITH RECURSIVE {UNITS_SEEN}, {LINE}
SELECT s.id, u.id, {NAME_TODAY}, u.type, u.place, s.person, n.name, n.phone, s.stage, s.programme,
       s.round, s.at
FROM said_sent s JOIN units u ON u.id = s.unit JOIN people n ON n.id = s.person
WHERE s.programme = :programme AND s.round <= :round AND {_OPEN}
  AND s.unit IN (SELECT part FROM line)
  AND s.unit IN (SELECT unit FROM below WHERE role IN ('office', 'admin'))
ORDER BY s.at, s.id"""  # noqa: S608 - all of it is written here


@dataclass(frozen=True, slots=True)
class SaidSent:
    """Somebody's word for a unit's paper by the end of a stage; `at` in UTC milliseconds."""

    id: str
    unit: str
    programme: str
    round: int
    stage: str
    person: str
    at: int


@dataclass(frozen=True, slots=True)
class Looking:
    """Who of an office looks at what is below it, up to which round, on which day, in a zone."""

    person: str
    unit: str
    programme: str
    round: int
    today: str
    zone: dt.tzinfo


async def say(tx: Transaction, said: SaidSent) -> bool:
    """Keep that a paper is on its way; return False where that is waiting to be looked at."""
    kept = await tx.rows(
        """INSERT INTO said_sent (id, unit, programme, round, stage, person, at, state, by_person,
                                  settled_at)
           VALUES (:id, :unit, :programme, :round, :stage, :person, :at, 'open', '', 0)
           ON CONFLICT (unit, programme, round, stage) WHERE state = 'open' DO NOTHING
           RETURNING id""",
        {name: getattr(said, name) for name in SaidSent.__slots__},
    )
    return bool(kept)


async def settle(
    tx: Transaction, key: str, *, found: bool, person: str, at: int
) -> SaidSent | None:
    """Note whether a paper is here, once; return whose it was, None where it was noted before."""
    settled = await tx.rows(
        """UPDATE said_sent SET state = :state, by_person = :person, settled_at = :at
           WHERE id = :id AND state = 'open'
           RETURNING id, unit, programme, round, stage, person, at""",
        {"id": key, "state": "here" if found else "missing", "person": person, "at": at},
    )
    return SaidSent(*settled[0]) if settled else None


async def settled_as(tx: Transaction, key: str) -> tuple[str, str] | None:
    """Return of which unit something was said, and what the office said to it; None if nothing."""
    found = await tx.rows("SELECT unit, state FROM said_sent WHERE id = :id", {"id": key})
    return (str(found[0][0]), str(found[0][1])) if found else None


async def on_their_way(
    tx: Transaction, *, programme: str, year: int, units: Collection[str] | None = None
) -> set[tuple[str, str]]:
    """Return the (unit, stage) for which a paper is on its way, or was found to be here.

    Of these units, or of all.
    """
    found = await tx.rows(
        f"""SELECT s.unit, s.stage FROM said_sent s
            WHERE s.programme = :programme AND s.round = :round AND (s.state = 'here' OR {_OPEN})
              AND (:all = 1 OR s.unit IN :units)""",  # noqa: S608 - all of it is written here
        {
            "programme": programme,
            "round": year,
            "all": int(units is None),
            "units": sorted(units or ()),
        },
    )
    return {(unit, stage) for unit, stage in found}


async def waiting_sent(tx: Transaction, looking: Looking) -> tuple[Sent, ...]:
    """Return what waits to be looked for below somebody's office, the longest waiting first."""
    found = await tx.rows(
        _BELOW,
        {
            "people": [looking.person],
            "unit": looking.unit,
            "programme": looking.programme,
            "round": looking.round,
            "today": looking.today,
        },
    )
    return tuple(
        Sent(
            id=key,
            unit=Unit(*unit),
            person=person,
            name=name,
            phone=phone,
            stage=stage,
            programme=programme,
            round=year,
            at=dt.datetime.fromtimestamp(at / 1000, looking.zone),
        )
        for key, *unit, person, name, phone, stage, programme, year, at in found
    )
