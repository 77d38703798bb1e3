"""Answers what conversations and the desk ask of announcements."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from rules import announcement_requests as requests
from rules.announcement_requests import Addressee, Announcement, State
from rules.announcing import Fate
from rules.budget import HELD
from rules.name_order import name_order
from rules.unit_search import rank_units
from storage import announcement_audience, announcements, units
from storage.announced import WENT
from storage.announcement_audience import Office
from storage.announcements import Kept
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.scope import DOWN

_Asked: TypeAlias = Sequence[tuple[str, Any]]
SHOWN = 20  # announcements in a list

_PEOPLE = f"""
SELECT p.announcement, p.person, h.name, h.phone, COALESCE((
           SELECT n.name FROM unit_names n WHERE n.unit = p.unit AND n.from_day <= :today
           ORDER BY n.from_day DESC LIMIT 1), '') AS unit, p.read_at,
       COALESCE(o.reason, 'none'),
       CASE WHEN b.state = 'pending' AND b.error = '{HELD}' THEN 'held'
            ELSE COALESCE(b.state, '') END, COALESCE(o.at, 0),
       CASE WHEN EXISTS (SELECT 1 FROM addresses a WHERE a.person = p.person) THEN 1 ELSE 0 END,
       CASE WHEN EXISTS (
           SELECT 1 FROM announcements r JOIN announcement_people q ON q.announcement = r.id
           WHERE r.rest = p.announcement AND q.person = p.person) THEN 1 ELSE 0 END
FROM announcement_people p JOIN people h ON h.id = p.person
LEFT JOIN occurrences o ON o.rule = 'announcement:' || p.announcement
     AND o.subject = p.person AND o.step = 'send'
LEFT JOIN outbox b ON b.id = o.outbox
WHERE p.announcement IN :ids ORDER BY p.person"""  # noqa: S608 - all of it is written here
_FATES: Mapping[str, Fate] = {
    "": "sent",  # its row is gone with what was said: it went long ago
    "sent": "sent",
    "pending": "sending",
    "held": "held",
    "sending": "sending",
    "failed": "failed",
    "unknown": "unknown",
    "expired": "late",
    "parked": "blocked",
    "dropped": "withdrawn",
}
_WHYS: Mapping[str, Fate] = {
    "none": "waiting", "away": "away", "silent": "silent", "muted": "muted", "gone": "gone",
    "late": "late", "withdrawn": "withdrawn", "budget": "budget",
}  # fmt: skip


async def _audiences(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    found = []
    for _, r in asked:
        office = Office(r.unit, r.programme, r.round, around.today)
        to = await announcement_audience.addressed(tx, office, r.audience)
        day = around.local(around.now).date()
        reach = await announcement_audience.would_reach(tx, to, around.plans, day)
        named = tuple(unit.name for unit in to.units) if r.audience.units else ()
        found.append(replace(reach, named=named))
    return found


async def _named(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    every = {n.unit.id: n for n in await units.unit_names(tx, today=around.today)}
    found = []
    for _, r in asked:
        below = await tx.rows(
            f"WITH RECURSIVE {DOWN} SELECT unit FROM down WHERE unit <> :unit",  # noqa: S608 - ours
            {"unit": r.unit, "today": around.today},
        )
        known = [(key, every[key].names) for (key,) in below if key in every]
        ranked = [rank_units(name, known) for name in r.names]
        found.append(tuple(tuple(every[key].unit for key in keys) for keys in ranked))
    return found


async def _lists(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _of_office(tx, r.unit, around) for _, r in asked]


async def _of_office(tx: Transaction, unit: str, around: Circumstances) -> tuple[Announcement, ...]:
    ids = await tx.rows(
        "SELECT id FROM announcements WHERE unit = :unit ORDER BY at DESC, id DESC LIMIT :most",
        {"unit": unit, "most": SHOWN},
    )
    return await _read(tx, [key for (key,) in ids], around)


async def _ones(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    found = await _read(tx, [r.announcement for _, r in asked], around)
    known = {one.id: one for one in found}
    return [known.get(r.announcement) for _, r in asked]


async def _read(
    tx: Transaction, ids: Sequence[str], around: Circumstances
) -> tuple[Announcement, ...]:
    kept = [one for key in ids if (one := await announcements.by_id(tx, key))]
    people: dict[str, list[Addressee]] = {}
    went: dict[str, int] = {}
    for key, *row in await tx.rows(_PEOPLE, {"ids": sorted(ids), "today": around.today}):
        people.setdefault(key, []).append(_addressee(row, around))
        if not row[5]:
            went[key] = min(row[7], went.get(key, row[7]))
    names = await tx.rows(
        "SELECT id, name FROM people WHERE id IN :ids",
        {"ids": sorted({one.by_person for one in kept})},
    )
    by = {person: name for person, name in names}  # noqa: C416 - rows have no length mypy knows
    kept = [replace(one, send_at=went.get(one.id, one.send_at)) for one in kept]
    return tuple(_whole(one, tuple(people.get(one.id, ())), by, around) for one in kept)


def _addressee(row: Sequence[Any], around: Circumstances) -> Addressee:
    person, name, phone, unit, read_at, reason, state, _at, came, goes_on = row
    fate = _WHYS.get(reason, "gone") if reason else _FATES[state]
    if fate == "silent" and not came:  # who never came was never asked
        fate = "away"
    if fate == "withdrawn" and goes_on:
        fate = "later"
    read = around.local(read_at) if read_at else None
    return Addressee(person, name, phone, unit, "read" if read else fate, read)


def _whole(
    kept: Kept, people: tuple[Addressee, ...], by: Mapping[str, str], around: Circumstances
) -> Announcement:
    return Announcement(
        id=kept.id,
        words=kept.words,
        state=_state(kept, people, now=around.now),
        at=around.local(kept.at),
        send_at=around.local(kept.send_at),
        by=by.get(kept.by_person, ""),
        corrects=kept.corrects,
        people=tuple(sorted(people, key=lambda one: name_order(one.unit))),
        again=kept.again,
        again_on=around.local(kept.again_at).date() if kept.again else None,
        unit=kept.unit,
        programme=kept.programme,
    )


def _state(kept: Kept, people: Sequence[Addressee], *, now: int) -> State:
    """Return how far it is, also where nobody has noted yet that everything is decided."""
    if kept.state == "stopped":
        return "stopped"
    if now < kept.send_at or all(one.fate == "waiting" for one in people):
        return "waiting"  # those two minutes, or the quiet hours
    return "going" if any(one.fate in {"waiting", "sending"} for one in people) else "done"


async def _forwarded(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _told(tx, person, r.announcement, around) for person, r in asked]


async def _told(
    tx: Transaction, person: str, key: str, around: Circumstances
) -> requests.Told | None:
    found = await tx.rows(
        f"""SELECT a.words, a.programme, {WENT} FROM announcements a
           JOIN announcement_people p ON p.announcement = a.id
           JOIN occurrences o ON o.rule = 'announcement:' || a.id AND o.subject = p.person
                AND o.step = 'send' AND o.reason = ''
           LEFT JOIN announcements w ON w.id = a.corrects
           WHERE a.id = :id AND p.person = :person""",  # noqa: S608 - all of it is written here
        {"id": key, "person": person},
    )
    if not found:
        return None
    words, programme, at = found[0]
    return requests.Told(words, programme, around.local(at) if at else None)


ANSWERED: Mapping[type, Answered] = {
    requests.AudienceOf: _audiences,
    requests.UnitsNamed: _named,
    requests.AnnouncementsOf: _lists,
    requests.AnnouncementOf: _ones,
    requests.TextToForward: _forwarded,
}
