"""`codes make`: invitations as a sheet to paste from and slips to cut."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from typer import Exit

from bot.clock import Clock
from bot.closed_files import write_closed
from bot.code_sheets import code_sheet, code_slips
from bot.commands.sheet_names import plain_names, sheet_names
from bot.commands.unit_meant import unit_meant
from bot.ids import Ids
from bot.inviting import MOST_AT_ONCE, Inviting, Mint, make_codes
from bot.kept_secrets import kept_secret
from bot.language import catalogues
from bot.opening import opened
from bot.programmes import load_programmes
from bot.settings import Settings
from bot.terminal import MISTAKEN, complain, say
from bot.ways_in import apps
from conversations.situation import Form
from conversations.without_contact import say_without_contact
from rules.codes import MOST_LIVE, make_code
from rules.invitation import Invitation
from rules.person import Human
from rules.refused import Refused
from storage.database import Transaction
from storage.invited import without_contact_of

HERE = Path(__file__).resolve().parents[2]
_TOO_MANY = {
    "codes-too-many": f"More than {MOST_LIVE} codes would be good at once; take some back first.",
    "codes-at-once": f"That is more than {MOST_AT_ONCE} codes; make them unit by unit (--unit).",
}
_Paths: TypeAlias = tuple[Path, Path]
_Done: TypeAlias = tuple[int, _Paths, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line; `name` is whose code alone is wanted, or ""."""

    unit: str
    members: bool
    days: int
    name: str


def make(settings: Settings, folder: Path, wanted: Wanted) -> None:
    """Make codes for the contacts nobody has heard of, and write them as a sheet and slips."""
    if settings.is_here:
        say(f"{settings.public_url} is this machine alone, and the links lead there.", mark="!")
        say("Set KHEO_PUBLIC_URL first, to the address people open; then make the codes anew.")
    made, paths, without = asyncio.run(_make(settings, folder, wanted))
    if made:
        say(f"Codes made: {made}. They stand in {paths[0]} and {paths[1]} only.")
        if paths != plain_names(folder, wanted.unit):
            say("There were files of that name, so these have another.")
        say("Keep these files closed, and delete them when they are handed out.")
    elif wanted.name:
        say(f"Nothing was made: nobody called “{wanted.name}” waits for a code.")
    elif without:
        say("Nothing was made: no contact waits for a code.")
    else:
        say("Nothing was made: every contact there has been heard of.")
    if without and not wanted.name:
        say(say_without_contact(without, str))


async def _make(settings: Settings, folder: Path, asked: Wanted) -> _Done:
    """Make the codes; return how many, the files they stand in, and the units without a contact."""
    clock = Clock(settings.zone)
    now = clock.now_ms()
    today = clock.local(now).date()
    paths = sheet_names(folder, asked.unit, today)
    async with opened(settings, beside=True) as database:
        programmes = await load_programmes(database, settings.programmes, at=now)
        form, *_ = programmes.forms(today)
        async with database.writing() as tx:
            about = await unit_meant(tx, asked.unit, clock)
            wanted = Inviting(about, members=asked.members, days=asked.days, name=asked.name)
            made = await _made(tx, wanted, await _mint(tx, clock, form))
            if made:  # before the commit: no code is good that nobody could read
                await _write(paths, made, form, settings)
            without = await without_contact_of(tx, "", about, today=today.isoformat())
            return len(made), paths, without


async def _mint(tx: Transaction, clock: Clock, form: Form) -> Mint:
    office = form.programme.office
    return Mint(
        clock,
        Ids(clock.now_ms, secrets.randbits),
        await kept_secret(tx, "code-pepper"),
        lambda: make_code(secrets.choice),
        Human(office.contact, office.phone),
    )


async def _made(tx: Transaction, wanted: Inviting, mint: Mint) -> list[Invitation]:
    try:
        return await make_codes(tx, wanted, mint)
    except Refused as refused:
        complain(_TOO_MANY[refused.reason])
        raise Exit(MISTAKEN) from None


async def _write(paths: _Paths, made: Sequence[Invitation], form: Form, settings: Settings) -> None:
    vietnamese = catalogues(HERE / "locales")["vi"]
    tokens = {"zalo": settings.zalo_tokens, "telegram": settings.telegram_token}
    ways = apps({channel for channel, token in tokens.items() if token})
    page = settings.public_url
    sheet = await code_sheet(made, page=page, year=form.year, apps=ways, _=vietnamese)
    slips = await code_slips(sheet, apps=ways, _=vietnamese)
    files = dict(zip(paths, (sheet, slips), strict=True))
    try:
        await asyncio.to_thread(write_closed, files)
    except OSError as error:
        complain(f"{paths[0].parent} cannot be written: {error.strerror}. No codes were made.")
        raise Exit(MISTAKEN) from None
