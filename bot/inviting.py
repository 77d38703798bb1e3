"""Making invitations: a code of their own for contacts nobody has heard of, one for all members."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.clock import Clock
from bot.ids import Ids
from rules.codes import MOST_LIVE
from rules.invitation import Invitation
from rules.person import Human
from rules.refused import Refused
from storage import codes, events, humans, invitations, invited
from storage.codes import NewCode
from storage.database import Transaction
from storage.events import Event
from storage.invitations import Guest, Host

DAYS = 60  # good until the end of the last of them
MOST_AT_ONCE = 1_000
MEMBERS = 100  # how many may join a unit by its code where nobody knows how many it has


@dataclass(frozen=True, slots=True)
class Mint:
    """What codes are made with; `office` is whom people call where nobody else is in charge."""

    clock: Clock
    ids: Ids
    pepper: str
    make_code: Callable[[], str]
    office: Human


@dataclass(frozen=True, slots=True)
class Inviting:
    """Who is to be invited in a unit and below: contacts without an address, all members of each.

    unit  "" for everywhere
    by    the id of who asks for it, "" for the server's operator, who may everything
    name  "" or whose code the operator wants: nobody else gets one, and staff only so
    """

    unit: str = ""
    contacts: bool = True
    members: bool = False
    days: int = DAYS
    by: str = ""
    name: str = ""


async def make_codes(tx: Transaction, wanted: Inviting, mint: Mint) -> list[Invitation]:
    """Make the codes and return them, known to nobody else; earlier ones that were unused end.

    Refused "codes-too-many" where so many would be good at once that guessing might pay, and
    "codes-at-once" for more than fit one sheet.
    """
    making = await _Making.begun(tx, wanted, mint)
    made: list[Invitation] = []
    if wanted.contacts:
        made += await making.of_guests(await making.guests())
    if wanted.members:
        made += await making.of_members(
            await invited.hosts_of(tx, wanted.by, wanted.unit, today=making.today)
        )
    if len(made) > MOST_AT_ONCE:
        raise Refused("codes-at-once")
    return made


@dataclass(frozen=True, slots=True)
class _Making:
    """Codes being made in a transaction: now and until when in UTC milliseconds and local days."""

    tx: Transaction
    wanted: Inviting
    mint: Mint
    now: int
    expires: int
    today: str
    until: str

    @classmethod
    async def begun(cls, tx: Transaction, wanted: Inviting, mint: Mint) -> "_Making":
        now = mint.clock.now_ms()
        today = mint.clock.local(now).date()
        last = today + dt.timedelta(days=wanted.days)
        after = dt.datetime.combine(last + dt.timedelta(days=1), dt.time(), mint.clock.zone)
        expires = int(after.timestamp() * 1000)
        return cls(tx, wanted, mint, now, expires, today.isoformat(), last.isoformat())

    async def guests(self) -> list[Guest]:
        wanted = self.wanted
        if wanted.name:
            return await invited.guests_named(self.tx, wanted.name, wanted.unit, today=self.today)
        return await invited.guests_of(self.tx, wanted.by, wanted.unit, today=self.today)

    async def of_guests(self, guests: Sequence[Guest]) -> list[Invitation]:
        await self._ended(
            await invitations.end_of_people(self.tx, [g.person for g in guests], now=self.now)
        )
        human = await self._humans([guest.unit for guest in guests])
        new = [(self.mint.make_code(), guest) for guest in guests]
        await self._add([self._personal(code, guest) for code, guest in new])
        return [
            Invitation(
                code, g.unit_name, self.until, human[g.unit], g.name, g.position, phone=g.phone
            )
            for code, g in new
        ]

    async def of_members(self, hosts: Sequence[Host]) -> list[Invitation]:
        units = [host.unit for host in hosts]
        await self._ended(await invitations.end_of_members(self.tx, units, now=self.now))
        human = await self._humans(units)
        new = [(self.mint.make_code(), host) for host in hosts]
        await self._add([self._shared(code, host) for code, host in new])
        return [Invitation(code, h.unit_name, self.until, human[h.unit]) for code, h in new]

    def _personal(self, code: str, guest: Guest) -> NewCode:
        place = {"unit": guest.unit, "role": guest.role, "position": guest.position}
        return self._code(code, uses_left=1, person=guest.person, **place)

    def _shared(self, code: str, host: Host) -> NewCode:
        return self._code(code, uses_left=host.members or MEMBERS, unit=host.unit)

    def _code(self, code: str, **more: object) -> NewCode:
        return NewCode(
            hash=codes.hash_code(self.mint.pepper, code),
            kind="unit",
            expires_at=self.expires,
            created_at=self.now,
            id=self.mint.ids.next(),
            made_by=self.wanted.by,
            **more,  # type: ignore[arg-type] # the two callers above
        )

    async def _add(self, new: Sequence[NewCode]) -> None:
        if await codes.live(self.tx, now=self.now) + len(new) > MOST_LIVE:
            raise Refused("codes-too-many")
        await codes.add(self.tx, new)
        told = [self._event("code-made", c.id, f"{c.unit} {c.person or c.role}") for c in new]
        await events.add(self.tx, told)

    async def _ended(self, keys: Sequence[str]) -> None:
        await events.add(self.tx, [self._event("code-ended", key) for key in keys])

    def _event(self, act: str, subject: str, after: str = "") -> Event:
        by = self.wanted.by
        return Event(self.mint.ids.next(), self.now, by, "", act, subject, after=after)

    async def _humans(self, units: Sequence[str]) -> dict[str, Human]:
        """Return whom each unit calls; the office stands in for no human."""
        found = await humans.human_for(self.tx, sorted(set(units)), today=self.today)
        return {unit: human or self.mint.office for unit, human in found.items()}
