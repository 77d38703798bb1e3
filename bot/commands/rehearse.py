"""`rehearse`: every reminder of a year, before anybody gets one."""

import asyncio
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import orjson
from rich.console import Console
from rich.table import Column, Table
from typer import Exit

from bot.child import run_child
from bot.language import catalogues
from bot.rehearsal.rehearsing import Course, Rehearsal, rehearse
from bot.secret import Secret
from bot.setting_values import read_programmes
from bot.settings import Settings
from bot.tables import read_table
from bot.terminal import MISTAKEN, NOT_NOW, complain, say, working
from conversations.decisions import say_rule
from conversations.moments import say_clock, say_day
from conversations.papers.rehearsal_ledgers import rehearsal_ledgers, say_held
from rules.meeting_patterns import read_pattern
from rules.refused import Refused
from rules.rehearsed import MOST_A_DAY

_HERE = Path(__file__).resolve().parents[2]
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line; `meetings` as "thứ Năm tuần đầu hằng tháng"."""

    programme: str
    year: int
    units: Path | None = None
    excel: Path | None = None
    meetings: str = ""


def run(settings: Settings, wanted: Wanted) -> None:
    """Print every reminder of a year, and write it as an Excel file where one is named."""
    with working(f"Going through {wanted.year} ..."):
        found = asyncio.run(_rehearse(settings, wanted))
    _show(found)
    if wanted.excel:
        _write(wanted.excel, found, wanted.year)


async def _rehearse(settings: Settings, wanted: Wanted) -> Rehearsal:
    try:
        programmes = read_programmes(wanted.programme, here=_HERE)
        meets = read_pattern(wanted.meetings) if wanted.meetings else None
        units = wanted.units
        table = await read_table(units.read_bytes(), name=units.name) if units else None
        with tempfile.TemporaryDirectory(prefix="kheo-rehearsal-") as folder:
            alone = replace(
                settings,
                data=Path(folder),
                database_url=Secret(f"sqlite:///{folder}/kheo.db"),
                programmes=programmes,
                telegram_token=Secret(""),
                zalo_tokens=(),
            )
            return await rehearse(alone, Course(wanted.year, table, meets))
    except (ValueError, OSError) as error:
        complain(f"This cannot be rehearsed: {error}.")
    except Refused as refused:
        complain(_REFUSED.get(refused.reason, f"{wanted.units} is not taken."))
    raise Exit(MISTAKEN)


_REFUSED = {
    "not-a-pattern": "--meetings: write for example “thứ Năm tuần đầu hằng tháng”.",
    "units-not-taken": "--units is no list of units; `import units` says what to mend.",
}


def _show(found: Rehearsal) -> None:
    english = catalogues(_HERE / "locales")["en"]
    columns = ("Day", "Hour", "What", "Sent", "Held back, and why")
    table = Table(*(Column(name, overflow="fold") for name in columns), box=None)
    for one in found.reminders:
        what = say_rule(one.rule, one.step, (found.programme,), english)
        when = say_day(one.at.date(), english), say_clock(one.at, english)
        table.add_row(*when, what, str(one.sent), say_held(one, english))
    console = Console()
    console.print(table)
    sent = sum(one.sent for one in found.reminders)
    say(f"{found.units} units, {sent} reminders, {len(found.reminders)} occasions.")
    say("As if no unit registered anything; of later deadlines they owe nothing then.")
    if not found.crowded:
        say(f"Nobody would get more than {MOST_A_DAY} messages on one day.", mark="✓")
    for day in found.crowded:
        say(f"{say_day(day.day, english)}: {day.person} would get {day.messages} messages.")


def _write(file: Path, found: Rehearsal, year: int) -> None:
    vietnamese = catalogues(_HERE / "locales")["vi"]
    ledgers = rehearsal_ledgers(found.programme, year, (found.reminders, found.crowded), vietnamese)
    try:
        made = asyncio.run(
            run_child("papers.ledger_book", orjson.dumps(ledgers), patience=_PATIENCE)
        )
        file.write_bytes(made)
    except OSError as error:
        complain(f"{file} cannot be written: {error.strerror}.")
        raise Exit(NOT_NOW) from None
    except Refused:
        complain("The file could not be made; see that there is free memory, and try again.")
        raise Exit(NOT_NOW) from None
    say(f"{file} is there.", mark="✓", style="green")
