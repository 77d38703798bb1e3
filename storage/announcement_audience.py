"""To whom an announcement goes: the contacts of units below an office, or who was left out."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rules.announcement_requests import BotReach, WouldReach
from rules.announcing import Audience
from rules.budget import Plan
from rules.name_order import name_order
from rules.person import Unit
from storage import meters
from storage.announced import reached, written_for
from storage.bots import of_channel
from storage.chats import Chat
from storage.database import Transaction
from storage.humans import with_chats
from storage.launch_reach import contacts_by_unit
from storage.meters import Bot
from storage.scope import DOWN


@dataclass(frozen=True, slots=True)
class Office:
    """An office in a round of a programme, on a local day (ISO)."""

    unit: str
    programme: str
    round: int
    today: str


@dataclass(frozen=True, slots=True)
class Addressed:
    """The units meant, by name; who stands for them, each with the first of theirs; contacts."""

    units: tuple[Unit, ...]
    people: Mapping[str, str]
    contacts: Mapping[str, Sequence[str]]


# A unit outside the office's own is never meant, whatever is asked for.
_UNITS = f"""
WITH RECURSIVE {DOWN}, inside (unit) AS (
    SELECT unit FROM down WHERE :below = '' OR unit = :below
    UNION
    SELECT p.unit FROM inside i JOIN unit_parents p ON p.parent = i.unit
    WHERE :below <> '' AND p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
)
SELECT u.id, n.name, u.type FROM inside i JOIN units u ON u.id = i.unit AND u.state = 'known'
JOIN unit_names n ON n.unit = u.id
    AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
WHERE u.id <> :unit AND (:exempt = 1 OR NOT EXISTS (
    SELECT 1 FROM exemptions x
    WHERE x.unit = u.id AND x.programme = :programme AND x.round = :round))"""  # noqa: S608 - all of it is written here


async def addressed(tx: Transaction, office: Office, audience: Audience) -> Addressed:
    """Return whom an announcement of an office goes to."""
    if audience.rest:
        return await _rest(tx, office, audience.rest)
    found = [Unit(*row) for row in await tx.rows(_UNITS, _params(office, audience))]
    units = sorted((u for u in found if _is_meant(u, audience)), key=lambda u: name_order(u.name))
    contacts = await contacts_by_unit(tx, [unit.id for unit in units], today=office.today)
    return Addressed(tuple(units), _firsts(units, contacts), contacts)


async def would_reach(
    tx: Transaction, to: Addressed, plans: Mapping[str, Plan], day: dt.date
) -> WouldReach:
    """Return whom this would reach, by which channel, and which units nobody can be told of.

    `plans` are what bots may say a month, by channel; `day` is the local one.
    """
    theirs = (person for people in to.contacts.values() for person in people)
    known = await with_chats(tx, sorted({*to.people, *theirs}))
    chats = {person: one.chats[0] for person, one in known.items() if one.chats}
    here = [chats[person] for person in to.people if person in chats]
    channels = [chat.channel for chat in here]
    counts = [(code, channels.count(code)) for code in sorted({*channels})]
    without = [unit.name for unit in to.units if not _has_one(unit, to, chats)]
    bots = await _by_bots(tx, here, plans, day)
    return WouldReach(len(to.people), len(to.units), tuple(counts), tuple(without), bots)


async def _by_bots(
    tx: Transaction, here: Sequence[Chat], plans: Mapping[str, Plan], day: dt.date
) -> tuple[BotReach, ...]:
    reached = Counter(Bot(chat.channel, chat.bot) for chat in here if chat.channel in plans)
    if not reached:
        return ()
    stand = await meters.standing(tx, plans, day)
    names = {
        (one.channel, one.bot): one.name for code in plans for one in await of_channel(tx, code)
    }
    return tuple(
        BotReach(
            bot.channel,
            names.get(bot, ""),
            count,
            stand[bot].left,
            max(0, stand[bot].left - stand[bot].kept_for("urgent")),
            stand[bot].plan.both,
        )
        for bot, count in sorted(reached.items())
    )


def _is_meant(unit: Unit, audience: Audience) -> bool:
    of_type = not audience.types or unit.type in audience.types
    return of_type and (not audience.units or unit.id in audience.units)


def _has_one(unit: Unit, to: Addressed, reached_: Collection[str]) -> bool:
    return any(person in reached_ for person in to.contacts.get(unit.id, ()))


def _firsts(units: Sequence[Unit], contacts: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return each contact with the first unit they stand for: nobody is told twice."""
    firsts: dict[str, str] = {}
    for unit in units:
        for person in contacts.get(unit.id, ()):
            firsts.setdefault(person, unit.id)
    return firsts


async def _rest(tx: Transaction, office: Office, announcement: str) -> Addressed:
    """Return those a stopped announcement of this office did not reach, nor one that went on."""
    got_it = await reached(tx, announcement)
    written = await written_for(tx, announcement, office.unit)
    people = {person: unit for person, unit in written if person not in got_it}
    names = await tx.rows(
        """SELECT u.id, n.name, u.type FROM units u JOIN unit_names n ON n.unit = u.id
           WHERE u.id IN :units
             AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)""",
        {"units": sorted({*people.values()}), "today": office.today},
    )
    units = sorted((Unit(*row) for row in names), key=lambda unit: name_order(unit.name))
    contacts = await contacts_by_unit(tx, [unit.id for unit in units], today=office.today)
    return Addressed(tuple(units), people, contacts)


def _params(office: Office, audience: Audience) -> dict[str, str | int]:
    return {
        "unit": office.unit,
        "programme": office.programme,
        "round": office.round,
        "today": office.today,
        "below": audience.below,
        "exempt": int(audience.exempt),
    }
