"""Who a rehearsal is for: units of a file or invented ones, with contacts who have all agreed."""

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.ids import Ids
from bot.rehearsal.bloc import bloc
from conversations.situation import Form
from rules.meeting_patterns import Pattern
from rules.person import Role
from rules.refused import Refused
from rules.table import Table
from storage import meeting_series, memberships, people, units
from storage.chats import Chat
from storage.database import Transaction
from storage.importing import By, Source, plan_import, write_import
from storage.meeting_series import Series
from storage.memberships import Joining
from storage.people import ConsentAnswer, Newcomer
from storage.unit_tree import UnitInTree, unit_tree

CONTACTS = 2  # of each unit
_SINCE = "1990-01-01"
_EVENING = dt.time(19)  # when they meet


@dataclass(frozen=True, slots=True)
class Settling:
    """The moment everybody is there, UTC milliseconds, and the programme they are there for.

    meets  on which days each unit below the committee meets, None for no meetings
    """

    form: Form
    ids: Ids
    now: int
    zone: ZoneInfo
    meets: Pattern | None = None

    @property
    def today(self) -> str:
        """The local day."""
        return dt.datetime.fromtimestamp(self.now / 1000, self.zone).date().isoformat()


async def settle(tx: Transaction, settling: Settling, table: Table | None) -> int:
    """Make units of a table or invented ones, two contacts of each; return how many, the top apart.

    Raises Refused "units-not-taken" with the number of problems where the table cannot be read.
    """
    if table is None:
        await units.add_units(tx, bloc(settling.form.programme))
    else:
        await _import(tx, settling, table)
    there = await unit_tree(tx, day=settling.today)
    await _let_in(tx, settling, there)
    if settling.meets:
        for unit in there:
            if unit.parent:
                await meeting_series.keep(tx, _series(settling, unit, settling.meets))
    return sum(1 for unit in there if unit.parent)


async def _import(tx: Transaction, settling: Settling, table: Table) -> None:
    by = By(
        person="",
        address="",
        programme=settling.form.programme,
        version=settling.form.version,
        latest=settling.form.year,
        bot="",
        now=settling.now,
        zone=settling.zone,
        new_id=settling.ids.next,
    )
    found, plan = await plan_import(tx, Source("units", table, control="-"), by)
    if not found.good:
        raise Refused("units-not-taken", count=sum(each.stops for each in found.problems))
    await write_import(tx, plan, by)
    top = await units.topmost(tx, today=settling.today)
    if len(top) > 1:
        office = bloc(settling.form.programme)[0]
        await units.add_units(tx, [office])
        await units.put_below(tx, top, parent=office.id, day=settling.today)


async def _let_in(tx: Transaction, settling: Settling, there: Sequence[UnitInTree]) -> None:
    """Give each unit its contacts, on the web chat, who have agreed to be reminded."""
    hats = [(unit, settling.ids.next()) for unit in there for _ in range(CONTACTS)]
    newcomers = [Newcomer(Chat("web", "", p), settling.ids.next(), p) for _, p in hats]
    await people.greet(tx, newcomers, at=settling.now, language="vi")
    for number, (_unit, person) in zip(itertools.count(1), hats, strict=False):
        await people.name_person(tx, person, name=f"Đầu mối {number}")
    await people.consent(
        tx,
        [
            ConsentAnswer(settling.ids.next(), person, "given", "1", "", "web", settling.now)
            for _, person in hats
        ],
    )
    await memberships.join(
        tx,
        [
            Joining(settling.ids.next(), person, unit.id, _SINCE, "Đầu mối", _role(unit), True)
            for unit, person in hats
        ],
    )


def _role(unit: UnitInTree) -> Role:
    return "officer" if unit.parent else "office"


def _series(settling: Settling, unit: UnitInTree, meets: Pattern) -> Series:
    return Series(
        settling.ids.next(),
        unit.id,
        "regular",
        meets,
        _EVENING,
        settling.zone.key,
        "",
        dt.date.fromisoformat(settling.today),
        "",
        settling.now,
    )
