"""What a list of contacts would make of the people there are."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from rules.importing.columns import Columns
from rules.importing.contact_checks import check_contacts
from rules.importing.contact_rows import ContactRow
from rules.importing.known import Known, KnownPerson, KnownPlace
from rules.importing.noting import Noting
from rules.importing.person_identity import Acquaintances
from rules.importing.persons import Group, group
from rules.importing.plan import Plan, PlannedPerson, PlannedPlace
from rules.importing.preview import Change
from rules.importing.row_units import RowUnits
from rules.person import Role
from rules.refused import Refused
from rules.roles import Held, holds, strongest


def plan_contacts(
    rows: Sequence[ContactRow],
    known: Known,
    columns: Columns,
    *,
    today: str,
    new_id: Callable[[], str],
) -> Plan:
    """Return what the rows make of what is known; nobody gives or takes a role above their own."""
    planning = _Planning(known, columns, today=today, new_id=new_id)
    units = RowUnits(known, planning.noting)
    placed = [(row, units.unit_of(row, column="unit")) for row in rows]
    for each in group(placed, planning.noting):
        planning.recognise(each)
    planning.finish(known)
    return planning.plan


class _Planning:
    """A plan in the making."""

    def __init__(
        self,
        known: Known,
        columns: Columns,
        *,
        today: str,
        new_id: Callable[[], str],
    ) -> None:
        self.plan = Plan("contacts")
        self._acquaintances = Acquaintances(known.people)
        self.noting = Noting(self.plan, columns)
        self._today, self._new_id = today, new_id
        self._bot, self._units = known.bot, {unit.id: unit for unit in known.units}
        self._people: dict[str, tuple[Group, KnownPerson | None]] = {}

    def recognise(self, each: Group) -> None:
        """Find out who the person of some rows is; rows of one known person come together."""
        row = each.rows[0][0]
        try:
            person = self._acquaintances.known(each)
        except Refused as refused:
            column = refused.reason.partition("-")[0]
            self.noting.wrong(row, column, refused.reason, getattr(row, column))
            return
        first, _ = self._people.setdefault(person.id if person else self._new_id(), (each, person))
        if first is not each:
            if each.phone and first.phone and each.phone != first.phone:
                other = first.rows[0][0].row
                self.noting.wrong(row, "name", "twice", row.name, other=other)
            first.rows += each.rows

    def _planned(self, key: str, each: Group, person: KnownPerson | None) -> PlannedPerson:
        self._check(each, person)
        places = tuple(self._place(each, unit, person) for unit in each.units)
        name = each.name or (person.name if person else "")
        phone = each.phone or (person.phone if person else "")
        known_chats = person.chats if person else ()
        chats = tuple(chat for chat in each.chats if chat not in known_chats)
        rows = tuple(row for row, _ in each.rows)
        if person is None:
            return PlannedPerson(rows, key, True, name, phone, places, chats)
        changed = self._changed_facts(rows[0], person, name, phone, chats)
        name = name if "name" in changed else person.name
        return PlannedPerson(rows, key, False, name, phone, places, chats, changed)

    def _check(self, each: Group, person: KnownPerson | None) -> None:
        row = each.rows[0][0]
        if each.chats and not self._bot:
            self.noting.wrong(row, "telegram", "no-bot", row.telegram)
        if not each.phone and not (person and person.phone):
            self.noting.wrong(row, "phone", "no-phone", "")

    def _changed_facts(
        self, row: ContactRow, person: KnownPerson, name: str, phone: str, chats: Sequence[str]
    ) -> frozenset[str]:
        """Return which facts of a person change: none of somebody who stands above the importer.

        Else whoever imports for one unit could give the chat of another's admin to anybody.
        """
        pairs = [("name", person.name, name), ("phone", person.phone, phone)]
        pairs += [("telegram", "", chat) for chat in chats]
        changes = [Change(row.row, name, *pair) for pair in pairs if pair[1] != pair[2]]
        if all(holds(self._held(p.unit), p.role) for p in person.places if p.confirmed):
            self.plan.changes += changes
            return frozenset(change.column for change in changes)
        for change in changes:
            if change.column != "name":
                self.noting.wrong(row, change.column, "person-above", change.new)
        return frozenset()

    def _held(self, unit: str) -> Held:
        return self._units[unit].held if unit in self._units else ""

    def _place(self, each: Group, unit: str, person: KnownPerson | None) -> PlannedPlace:
        """Return the one place of a person in a unit that all their rows for it make."""
        rows = [row for row, of in each.rows if of == unit]
        before = person.place(unit) if person else None
        held = before.role if before and before.confirmed else ""
        position = ", ".join(dict.fromkeys(row.position for row in rows if row.position))
        role: Role = strongest(row.role for row in rows) or _at_least_officer(held)
        since = min((row.since for row in rows if row.since), default="")
        if role != held and not holds(self._held(unit), role):
            self.noting.wrong(rows[0], "role", "role-above", rows[0].role)
        if before is None:
            return PlannedPlace(rows[0], unit, position, role, since or self._today)
        position = position or before.position
        follows = before.confirmed and (position, role) != (before.position, before.role)
        since = since or (self._today if follows else before.since)
        changed = list(_changed(rows[0], before, position, role, since))
        if changed:
            if before.confirmed:
                self._check_role(rows[0], before, role)
            self.plan.changes += changed
        succeeds = follows and since > before.since
        return PlannedPlace(
            rows[0], unit, position, role, since, before.id, bool(changed), succeeds
        )

    def _check_role(self, row: ContactRow, before: KnownPlace, role: Role) -> None:
        """Note when a role would be lowered, or is above what whoever imports may touch."""
        if not holds(self._held(before.unit), before.role):
            self.noting.wrong(row, "role", "role-above", row.role)
        elif not holds(role, before.role):
            self.noting.wrong(row, "role", "role-lower", row.role)

    def finish(self, known: Known) -> None:
        """Plan everybody, look at the whole, and count."""
        for key, (each, person) in self._people.items():
            self.plan.people.append(self._planned(key, each, person))
        check_contacts(self.plan, known, self.noting)
        roles = (place.role for person in self.plan.people for place in person.places)
        counted: Counter[str] = Counter(roles)
        self.plan.by_type = dict(counted)
        mine = {unit.id for unit in known.units if unit.mine}
        there = {person.id for person in self.plan.people}
        self.plan.untouched = sum(
            one.id not in there and any(p.confirmed and p.unit in mine for p in one.places)
            for one in known.people
        )


def _at_least_officer(held: Held) -> Role:
    """Return the role of somebody in a list of contacts who is given none there."""
    return strongest((held, "officer")) or "officer"


def _changed(
    row: ContactRow, before: KnownPlace, position: str, role: Role, since: str
) -> Iterator[Change]:
    pairs = [
        ("position", before.position, position),
        ("role", before.role, role),
        ("since", before.since, since),
        ("confirmed", "✓" if before.confirmed else "", "✓"),
    ]
    for column, old, new in pairs:
        if old != new:
            yield Change(row.row, row.name, column, old, new)
