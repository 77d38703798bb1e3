"""`units`: the tree of units as it is, or was on a day."""

import asyncio
import datetime as dt
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from bot.clock import Clock
from bot.opening import opened
from bot.programmes import read_sources
from bot.settings import Settings
from bot.terminal import say
from rules.members import About
from rules.numbers import say_number
from storage.unit_tree import UnitInTree, unit_tree

_ABOUT: Mapping[About, str] = {About.EXACT: "", About.OVER: "over ", About.ROUGHLY: "about "}


def units(settings: Settings, *, day: dt.date | None) -> None:
    """Show the units of a day, today's without one."""
    clock = Clock(settings.zone)
    when = day or clock.local(clock.now_ms()).date()
    found = asyncio.run(_units(settings, when))
    if not found:
        say(f"There are no units on {when:%d/%m/%Y}.")
        return
    types = _types(settings)
    below: dict[str, list[UnitInTree]] = {}
    known = {unit.id for unit in found}
    for unit in found:
        below.setdefault(unit.parent if unit.parent in known else "", []).append(unit)
    tree = Tree(Text(f"Units on {when:%d/%m/%Y}: {len(found)}"))
    _grow(tree, below, "", types)
    Console().print(tree)


def _grow(
    tree: Tree, below: Mapping[str, Sequence[UnitInTree]], parent: str, types: Mapping[str, str]
) -> None:
    for unit in below.get(parent, ()):
        _grow(tree.add(_line(unit, types)), below, unit.id, types)


def _line(unit: UnitInTree, types: Mapping[str, str]) -> Text:
    """Return a unit in one line; names are never read as markup."""
    line = Text(unit.name)
    parts = [types.get(unit.type, unit.type)]
    if unit.members:
        parts.append(f"{_ABOUT[About(unit.about)]}{say_number(unit.members)} members")
    told = ", ".join(filter(None, parts))
    return line.append(f"  {told}", style="dim") if told else line


def _types(settings: Settings) -> dict[str, str]:
    sources = read_sources(settings.programmes)
    return {code: label for source in sources for code, label in source.programme.unit_types}


async def _units(settings: Settings, day: dt.date) -> list[UnitInTree]:
    async with opened(settings, beside=True) as database, database.reading() as tx:
        return await unit_tree(tx, day=day.isoformat())
