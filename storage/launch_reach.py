"""Whom a launch reaches: contacts of the units below an office, and how far it got with them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rules.adoption_requests import LaunchNow, Reach
from rules.name_order import name_order
from storage.database import Transaction
from storage.humans import with_chats
from storage.scope import DOWN, LINE


@dataclass(frozen=True, slots=True)
class Below:
    """The units below an office in a round of a programme, on a local day (ISO)."""

    unit: str
    programme: str
    round: int
    today: str


@dataclass(frozen=True, slots=True)
class Addressed:
    """The units a launch is for, by id with their names and types, and the contacts of each."""

    names: Mapping[str, str]
    types: Mapping[str, str]
    contacts: Mapping[str, Sequence[str]]

    def of_types(self, types: Sequence[str]) -> list[str]:
        """Return the units of these types, of all where none is given."""
        return [unit for unit, type_ in self.types.items() if not types or type_ in types]


# Who is exempt is asked for nothing, and is told nothing.
_UNITS = f"""
WITH RECURSIVE {DOWN}
SELECT u.id, n.name, u.type FROM down d JOIN units u ON u.id = d.unit AND u.state = 'known'
JOIN unit_names n ON n.unit = u.id
    AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
WHERE u.id <> :unit AND NOT EXISTS (
    SELECT 1 FROM exemptions x
    WHERE x.unit = u.id AND x.programme = :programme AND x.round = :round)
ORDER BY n.folded, u.id"""  # noqa: S608 - all of it is written here
_CONTACTS = """
SELECT unit, person FROM memberships
WHERE unit IN :units AND role = 'officer' AND state = 'confirmed'
  AND from_day <= :today AND (to_day = '' OR :today < to_day)
ORDER BY from_day, id"""
# A unit that took over from one that was told is told.
_TOLD = f"""
WITH RECURSIVE {LINE}
SELECT DISTINCT h.model, a.person, l.unit, CASE a.read_at WHEN 0 THEN 0 ELSE 1 END
FROM line l JOIN announced a ON a.unit = l.part JOIN launches h ON h.id = a.launch
WHERE h.programme = :programme AND l.unit <> :unit
UNION
SELECT h.model, o.person, l.unit, 0
FROM launches h JOIN occurrences o ON o.rule = 'launch:' || h.id AND o.reason = ''
JOIN line l ON l.part = o.unit
WHERE h.programme = :programme AND l.unit <> :unit AND NOT EXISTS (
    SELECT 1 FROM announced a WHERE a.launch = h.id AND a.person = o.person)"""  # noqa: S608 - the same

_LAUNCHED = "SELECT model FROM launches WHERE programme = :programme ORDER BY model"


async def addressed(tx: Transaction, below: Below) -> Addressed:
    """Return the units below an office, by name, each with its contacts."""
    found = sorted(await tx.rows(_UNITS, _params(below)), key=lambda row: name_order(row[1]))
    units = [unit for unit, _, _ in found]
    contacts = await contacts_by_unit(tx, units, today=below.today)
    names = {unit: name for unit, name, _ in found}
    return Addressed(names, {unit: type_ for unit, _, type_ in found}, contacts)


async def contacts_by_unit(
    tx: Transaction, units: Sequence[str], *, today: str
) -> dict[str, list[str]]:
    """Return the officers of units, who has been one the longest first."""
    contacts: dict[str, list[str]] = {}
    for unit, person in await tx.rows(_CONTACTS, {"units": units, "today": today}):
        contacts.setdefault(unit, []).append(person)
    return contacts


async def reachable(tx: Transaction, units: Addressed, types: Sequence[str]) -> dict[str, str]:
    """Return the contacts who can be told, by person, each with the first unit they stand for."""
    firsts: dict[str, str] = {}
    for unit in units.of_types(types):
        for person in units.contacts.get(unit, ()):
            firsts.setdefault(person, unit)
    known = await with_chats(tx, sorted(firsts))
    return {person: unit for person, unit in firsts.items() if known[person].chats}


def reach(units: Addressed, people: Collection[str], types: Sequence[str]) -> Reach:
    """Return whom a message to the units of these types reaches, if these people can be told."""
    asked = units.of_types(types)
    met = [unit for unit in asked if set(people) & set(units.contacts.get(unit, ()))]
    return Reach(len(people), len(met), tuple(units.names[u] for u in asked if u not in met))


async def launches_now(
    tx: Transaction, below: Below, types: Mapping[str, Sequence[str]]
) -> tuple[LaunchNow, ...]:
    """Return how far each launch got; `types` by model are those of the units it is asked of."""
    units = await addressed(tx, below)
    read: dict[str, dict[str, int]] = {}
    told: dict[str, dict[str, int]] = {}
    for model, person, unit, has_read in await tx.rows(_TOLD, _params(below)):
        told.setdefault(model, {})[person] = has_read
        noted = read.setdefault(model, {})
        noted[unit] = max(has_read, noted.get(unit, 0))
        for other in (u for u, people in units.contacts.items() if person in people):
            noted[other] = max(has_read, noted.get(other, 0))
    launched = await tx.rows(_LAUNCHED, {"programme": below.programme})
    return tuple(
        _launch_now(
            model,
            told.get(model, {}),
            read.get(model, {}),
            units,
            units.of_types(types.get(model, ())),
        )
        for (model,) in launched
    )


def _launch_now(
    model: str,
    told: Mapping[str, int],
    read: Mapping[str, int],
    units: Addressed,
    asked: Sequence[str],
) -> LaunchNow:
    return LaunchNow(
        model,
        told=len(told),
        read=sum(told.values()),
        unread=tuple(units.names[unit] for unit in asked if read.get(unit) == 0),
        unreached=tuple(units.names[unit] for unit in asked if unit not in read),
    )


def _params(below: Below) -> dict[str, str | int]:
    return {
        "unit": below.unit,
        "programme": below.programme,
        "round": below.round,
        "today": below.today,
    }
