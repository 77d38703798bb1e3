"""`admin`: the first administrator, and how to come back to one when nobody can get in."""

import asyncio
import secrets
from dataclasses import dataclass

from typer import Exit, confirm

from bot.clock import DAY_MS, Clock
from bot.commands.unit_meant import unit_meant
from bot.ids import Ids
from bot.inviting import DAYS
from bot.kept_secrets import kept_secret
from bot.opening import opened
from bot.programmes import load_programmes
from bot.settings import Settings
from bot.terminal import MISTAKEN, complain, say
from rules.clean import clean
from rules.codes import make_code, show_code
from storage import admins, codes, contacts, events, memberships, units
from storage.codes import NewCode, hash_code
from storage.contacts import Contact
from storage.database import Transaction
from storage.events import Event
from storage.memberships import Joining
from storage.units import NewUnit


@dataclass(frozen=True, slots=True)
class _Making:
    """An administrator being made in a transaction; `now` in UTC milliseconds."""

    tx: Transaction
    ids: Ids
    now: int
    today: str


def make(settings: Settings, name: str, *, unit: str, another: bool) -> None:
    """Enter somebody as administrator and print the code by which they come in."""
    if not clean(name):
        complain("An administrator has a name.")
        raise Exit(MISTAKEN)
    code = asyncio.run(_make(settings, clean(name), unit=unit, another=another))
    say(f"{clean(name)} is an administrator. The code, for one time and {DAYS} days:")
    say(f"{show_code(code)}  {settings.public_url}/vao/{code}")
    say("Whoever has it is the administrator: hand it over in person, not in a message.")


async def _make(settings: Settings, name: str, *, unit: str, another: bool) -> str:
    clock = Clock(settings.zone)
    now = clock.now_ms()
    day = clock.local(now).date()
    async with opened(settings, beside=True) as database:
        programmes = await load_programmes(database, settings.programmes, at=now)
        committee = programmes.forms(day)[0].programme.office.committee
        async with database.reading() as tx:
            _ask(there=await admins.has_admin(tx), another=another)
        async with database.writing() as tx:
            if await admins.has_admin(tx) and not another:  # made while nobody was asked
                _ask(there=True, another=False)
            making = _Making(tx, Ids(clock.now_ms, secrets.randbits), now, day.isoformat())
            about = await unit_meant(tx, unit, clock) or await _top(making, committee)
            return await _entered(making, name, about)


def _ask(*, there: bool, another: bool) -> None:
    """Go on without an administrator; with one only where who is at the server says so twice."""
    if not there:
        return
    if not another:
        complain("There is an administrator already; who it is grants roles in the chat.")
        say("If nobody can get in any more: the same command with --another.")
        raise Exit(MISTAKEN)
    if not confirm("There is an administrator already. Make another one, who may do everything?"):
        raise Exit(MISTAKEN)


async def _top(making: _Making, committee: str) -> str:
    """Return the one unit nothing stands above; where there is no such one, make the committee."""
    found = await units.topmost(making.tx, today=making.today)
    if len(found) == 1:
        return found[0]
    new = NewUnit(making.ids.next(), committee, making.today, making.now)
    await units.add_units(making.tx, [new])
    await units.put_below(making.tx, found, parent=new.id, day=making.today)
    if found:
        say(f"“{committee}” stands above {len(found)} units now: nothing did before.")
    return new.id


async def _entered(making: _Making, name: str, unit: str) -> str:
    """Enter the person with their place and their code; return the code."""
    tx, ids = making.tx, making.ids
    person, code = ids.next(), make_code(secrets.choice)
    await contacts.add_contacts(tx, [Contact(person, name, "", making.now)])
    place = Joining(ids.next(), person, unit, making.today, "", "admin", confirmed=True)
    await memberships.join(tx, [place])
    new = NewCode(
        hash=hash_code(await kept_secret(tx, "code-pepper"), code),
        kind="unit",
        uses_left=1,
        expires_at=making.now + DAYS * DAY_MS,
        created_at=making.now,
        unit=unit,
        role="admin",
        person=person,
        id=ids.next(),
    )
    await codes.add(tx, [new])
    made = Event(ids.next(), making.now, "", "", "admin-made", place.id)
    await events.add(tx, [made])
    return code
