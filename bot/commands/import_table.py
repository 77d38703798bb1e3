"""`import`: a list of units or contacts, or a register of earlier years, all of it or nothing."""

import asyncio
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from bot.clock import Clock
from bot.commands.import_shown import show_conversion, show_done, show_preview
from bot.ids import Ids
from bot.opening import opened
from bot.programmes import load_programmes
from bot.settings import Settings
from bot.tables import read_table
from bot.terminal import MISTAKEN, NOT_NOW, complain, say, working
from conversations.table_words import table_refusal
from rules.importing.columns import KEYS, Kind
from rules.importing.converting import sample
from rules.importing.preview import Preview
from rules.refused import Refused
from rules.table import Table
from storage.database import Database
from storage.importing import By, Source, one_at_a_time, plan_import, write_import

_COLUMN = re.compile(r"([a-z]+)=([A-Za-z]{1,2}|-)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line; `columns` as "phone=D", "phone=-" for none."""

    kind: Kind
    file: Path
    control: str = ""
    columns: Sequence[str] = ()
    convert: bool = False
    yes: bool = False


def import_table(settings: Settings, wanted: Wanted) -> None:
    """Show what an import would do, ask, do it. Ends with 1, nothing written, on any problem."""
    places = _places(wanted)
    with working("Reading the file ..."):
        table = _read(wanted.file)
    source = Source(wanted.kind, table, places, wanted.convert, wanted.control)
    if table.encoding and not wanted.convert and not wanted.yes:
        show_conversion(sample(table), table.encoding)
        source = replace(source, convert=typer.confirm("Convert it to Unicode?"))
    with working("Comparing it with what is there ..."):
        found = asyncio.run(_import(settings, source, write=False))
    _show(found)
    if not found.new and not found.changed:
        say("There is nothing to write.")
        return
    if not wanted.yes and not typer.confirm("Write this?"):
        say("Nothing was written.")
        raise typer.Exit(NOT_NOW)
    with working("Writing ..."):
        done = asyncio.run(_import(settings, source, write=True))
    if not done.good:
        _show(done)
    show_done(done)


def _show(found: Preview) -> None:
    show_preview(found)
    if not found.good:
        count = sum(problem.stops for problem in found.problems)
        complain(f"Nothing was written. Mend what is listed above ({count}), then import again.")
        raise typer.Exit(NOT_NOW)


def _read(file: Path) -> Table:
    try:
        return asyncio.run(read_table(file.read_bytes(), name=file.name))
    except OSError as error:
        complain(f"{file} cannot be read: {error.strerror}.")
    except Refused as refused:
        complain(f"{file} is not taken. {table_refusal(refused.reason, str)}")
    raise typer.Exit(NOT_NOW)


async def _import(settings: Settings, source: Source, *, write: bool) -> Preview:
    async with opened(settings, beside=True) as database:
        by = await _operator(settings, database)
        if not write:
            async with database.reading() as tx:
                return (await plan_import(tx, source, by))[0]
        async with database.writing() as tx:
            await one_at_a_time(tx)
            found, plan = await plan_import(tx, source, by)
            if found.good:
                await write_import(tx, plan, by)
            return found


async def _operator(settings: Settings, database: Database) -> By:
    clock = Clock(settings.zone)
    now = clock.now_ms()
    programmes = await load_programmes(database, settings.programmes, at=now)
    today = clock.local(now).date()
    form = programmes.forms(today)[0]
    return By(
        person="",
        address="",
        programme=form.programme,
        version=form.version,
        latest=max(form.year, today.year),
        bot=settings.telegram_bot,
        now=now,
        zone=settings.zone,
        new_id=Ids(clock.now_ms, secrets.randbits).next,
    )


def _places(wanted: Wanted) -> tuple[tuple[str, int], ...]:
    """Return the columns that were named: "phone=D" is the fourth."""
    found = []
    for said in wanted.columns:
        match = _COLUMN.fullmatch(said)
        if not match or match[1] not in KEYS[wanted.kind]:
            known = ", ".join(KEYS[wanted.kind])
            complain(f"{said}: write what a column holds and its letter, phone=D. Known: {known}.")
            raise typer.Exit(MISTAKEN)
        found.append((match[1], _number(match[2])))
    return tuple(found)


def _number(letters: str) -> int:
    """Return the column of a letter, from 0; -1 for none."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + (ord(letter) - ord("A") + 1 if letter != "-" else 0)
    return number - 1
