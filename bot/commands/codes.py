"""`codes make`: invitations as a sheet to paste from and slips to cut."""

import asyncio
import secrets
from collections.abc import Sequence
from pathlib import Path

from typer import Exit

from bot.clock import Clock
from bot.closed_files import write_closed
from bot.code_sheets import code_sheet, code_slips
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
from rules.codes import MOST_LIVE, make_code
from rules.invitation import Invitation
from rules.person import Human
from rules.refused import Refused
from storage.database import Transaction

HERE = Path(__file__).resolve().parents[2]
SHEET, SLIPS = "ma-moi.xlsx", "ma-moi.docx"
_TOO_MANY = {
    "codes-too-many": f"More than {MOST_LIVE} codes would be good at once; take some back first.",
    "codes-at-once": f"That is more than {MOST_AT_ONCE} codes; make them unit by unit (--unit).",
}


def make(settings: Settings, folder: Path, *, unit: str, members: bool, days: int) -> None:
    """Make codes for the contacts nobody has heard of, and write them as a sheet and slips."""
    asyncio.run(_make(settings, folder, unit=unit, members=members, days=days))


async def _make(settings: Settings, folder: Path, *, unit: str, members: bool, days: int) -> None:
    clock = Clock(settings.zone)
    now = clock.now_ms()
    async with opened(settings, beside=True) as database:
        programmes = await load_programmes(database, settings.programmes, at=now)
        form, *_ = programmes.forms(clock.local(now).date())
        async with database.writing() as tx:
            about = await unit_meant(tx, unit, clock)
            wanted = Inviting(about, members=members, days=days)
            made = await _made(tx, wanted, await _mint(tx, clock, form))
            if made:  # before the commit: no code is good that nobody could read
                await _write(folder, made, form, settings)
    if not made:
        say("Nothing was made: every contact there has been heard of.")
        return
    say(f"Codes made: {len(made)}. They stand in {folder / SHEET} and {folder / SLIPS} only.")
    say("Keep these files closed, and delete them when they are handed out.")


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


async def _write(folder: Path, made: Sequence[Invitation], form: Form, settings: Settings) -> None:
    vietnamese = catalogues(HERE / "locales")["vi"]
    channels = {"telegram"} if settings.telegram_token else set()
    sheet = await code_sheet(
        made, page=settings.public_url, year=form.year, apps=apps(channels), _=vietnamese
    )
    files = {folder / SHEET: sheet, folder / SLIPS: await code_slips(sheet, vietnamese)}
    try:
        await asyncio.to_thread(write_closed, files)
    except OSError as error:
        complain(f"{folder} cannot be written: {error.strerror}. No codes were made.")
        raise Exit(MISTAKEN) from None
