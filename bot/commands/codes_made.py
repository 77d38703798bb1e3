"""`codes list` and `codes revoke`: what became of the codes that were made."""

import asyncio
import secrets
from collections.abc import Sequence

from rich.console import Console
from rich.table import Column, Table
from typer import Exit

from bot.clock import Clock
from bot.commands.unit_meant import unit_meant
from bot.ids import Ids
from bot.opening import opened
from bot.settings import Settings
from bot.terminal import MISTAKEN, complain, say
from storage import events, invitations
from storage.events import Event
from storage.invitations import Made

_COLUMNS = ("Id", "Unit", "For", "Role", "Until", "State")


def show(settings: Settings, *, unit: str) -> None:
    """List the codes that were made; none of them can be shown again."""
    clock = Clock(settings.zone)
    found = asyncio.run(_found(settings, clock, unit=unit))
    if not found:
        say("No codes were made.")
        return
    table = Table(*(Column(name, overflow="fold") for name in _COLUMNS), box=None)
    for code in found:
        until = clock.local(code.expires_at - 1).strftime("%d/%m/%Y")
        whom = code.name or "all members"
        table.add_row(code.id, code.unit_name, whom, code.role, until, _state(code, clock.now_ms()))
    Console().print(table)


def revoke(settings: Settings, ids: Sequence[str], *, unit: str) -> None:
    """Take codes back: those named, or all of a unit and below it."""
    if not ids and not unit:
        complain("Say which: their ids from `codes list`, or --unit with a key or a name.")
        raise Exit(MISTAKEN)
    ended = asyncio.run(_revoke(settings, ids, unit=unit))
    say(f"Taken back: {ended}.")


async def _found(settings: Settings, clock: Clock, *, unit: str) -> list[Made]:
    async with opened(settings, beside=True) as database, database.reading() as tx:
        about = await unit_meant(tx, unit, clock)
        return await invitations.made(tx, about, today=_today(clock))


async def _revoke(settings: Settings, ids: Sequence[str], *, unit: str) -> int:
    clock = Clock(settings.zone)
    async with opened(settings, beside=True) as database, database.writing() as tx:
        keys = list(ids)
        if unit:
            about = await unit_meant(tx, unit, clock)
            keys += [code.id for code in await invitations.made(tx, about, today=_today(clock))]
        now, new = clock.now_ms(), Ids(clock.now_ms, secrets.randbits)
        ended = await invitations.end(tx, keys, now=now)
        await events.add(tx, [Event(new.next(), now, "", "", "code-ended", key) for key in ended])
    return len(ended)


def _today(clock: Clock) -> str:
    return clock.local(clock.now_ms()).date().isoformat()


def _state(code: Made, now: int) -> str:
    if code.ended_at:
        return "taken back"
    used = code.uses - code.uses_left
    if not code.uses_left:
        return "used"
    if code.expires_at <= now:
        return "expired"
    return f"used {used} of {code.uses}" if used else "unused"
