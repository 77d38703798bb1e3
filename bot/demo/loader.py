"""Puts the invented data into an empty database."""

import datetime as dt
from dataclasses import dataclass

from bot.demo.invented import COMMITTEE, ENTRIES, IN_CHARGE, PEOPLE, UNITS, DemoEntry
from bot.ids import Ids
from bot.kept_secrets import kept_secret
from conversations.situation import Form
from rules.programme import Kind
from storage import codes, contacts, entries, memberships, settings, units
from storage.codes import NewCode
from storage.contacts import Contact, InCharge
from storage.database import Database, Transaction
from storage.entries import NewEntry
from storage.memberships import Joining
from storage.units import NewUnit

_SINCE = "2020-01-01"
_USES = 1_000
_YEARS = 10
_OFFERED = "demo"  # the setting that says whether this database was ever given invented data


async def load_demo_once(database: Database, form: Form, *, ids: Ids, now: dt.datetime) -> bool:
    """Load the data at the first start with a database without units; return whether it was so.

    What was removed once does not come back by itself. `now` is aware and local.
    """
    mine = ids.next()
    async with database.writing() as tx:
        first = await settings.put_if_missing(tx, _OFFERED, mine) == mine
        if not first or await units.unit_names(tx, today=now.date().isoformat()):
            return False
        await load_demo(tx, form, ids=ids, now=now)
    return True


async def load_demo(tx: Transaction, form: Form, *, ids: Ids, now: dt.datetime) -> None:
    """Load the data as units of this programme, into a database that has none of it."""
    await settings.put_if_missing(tx, _OFFERED, ids.next())
    loading = _Loading(form, ids, now, {each.key: ids.next() for each in (*UNITS, *PEOPLE)})
    await units.add_units(tx, loading.units())
    await contacts.add_contacts(tx, loading.contacts())
    await memberships.join(tx, loading.hats())
    await contacts.put_in_charge(tx, loading.in_charge())
    await codes.add(tx, loading.codes(await kept_secret(tx, "code-pepper")))
    prefix = f"{form.programme.prefix}-{form.year - 1}"
    first = await entries.take_numbers(tx, {prefix: len(ENTRIES)})
    await entries.add(tx, loading.entries(prefix, first[prefix]))


@dataclass(frozen=True, slots=True)
class _Loading:
    """The rows to be added; `key` is the id of each unit and person by its name here."""

    form: Form
    ids: Ids
    now: dt.datetime
    key: dict[str, str]

    def units(self) -> list[NewUnit]:
        types = dict(self.form.programme.unit_types)
        return [
            NewUnit(
                self.key[unit.key],
                unit.name,
                _SINCE,
                self._at(),
                type=unit.type if unit.type in types else "",
                place=unit.place,
                short_name=unit.short_name,
                parent=self.key.get(unit.parent, ""),
                demo=True,
            )
            for unit in UNITS
        ]

    def contacts(self) -> list[Contact]:
        return [Contact(self.key[p.key], p.name, p.phone, self._at(), demo=True) for p in PEOPLE]

    def hats(self) -> list[Joining]:
        return [
            Joining(
                self.ids.next(),
                self.key[person.key],
                self.key[unit],
                _SINCE,
                position,
                role,
                confirmed=True,
            )
            for person in PEOPLE
            for unit, position, role in person.hats
        ]

    def in_charge(self) -> list[InCharge]:
        served = [self.key[unit.key] for unit in UNITS if unit.key != COMMITTEE]
        return [InCharge(unit, self.key[IN_CHARGE], _SINCE) for unit in served]

    def codes(self, pepper: str) -> list[NewCode]:
        expires = self._at() + _YEARS * 365 * 24 * 3_600_000
        return [
            NewCode(
                codes.hash_code(pepper, person.code),
                "unit",
                _USES,
                expires,
                self._at(),
                unit=self.key[person.hats[0][0]],
                position=person.hats[0][1],
                role=person.hats[0][2],
                person=self.key[person.key],
                demo=True,
                id=self.ids.next(),
            )
            for person in PEOPLE
        ]

    def entries(self, prefix: str, first: int) -> list[NewEntry]:
        kind = self._kind()
        return [
            self._entry(entry, kind, f"{prefix}-{number:04}", number)
            for number, entry in enumerate(ENTRIES, first)
        ]

    def _entry(self, entry: DemoEntry, kind: Kind, code: str, number: int) -> NewEntry:
        programme = self.form.programme
        fields = [field.code for field in programme.fields]
        received = dt.datetime(self.form.year - 1, 3, 10, 9, 30, tzinfo=self.now.tzinfo)
        return NewEntry(
            id=self.ids.next(),
            code=code,
            number=number,
            dialog=self.ids.next(),
            unit=self.key[entry.unit],
            typed_by=self.key[entry.typed_by],
            programme=programme.code,
            programme_version=self.form.version,
            round=self.form.year - 1,
            kind=kind.code,
            entry_kind=kind.entry,
            subject=kind.subject,
            origin=kind.origin,
            counts=kind.counts,
            name=entry.name,
            address=entry.address,
            field=entry.field if entry.field in fields else "".join(fields[:1]),
            content=entry.content,
            state="recognised",
            on_time=True,
            channel="web",
            created_at=int(received.timestamp() * 1000),
            demo=True,
        )

    def _kind(self) -> Kind:
        """Return the kind that is nearest to a new model of a collective."""
        wanted = ("model", "collective", "new")
        kinds = self.form.programme.kinds
        alike = (kind for kind in kinds if (kind.entry, kind.subject, kind.origin) == wanted)
        return next(alike, kinds[0])

    def _at(self) -> int:
        return int(self.now.timestamp() * 1000)
