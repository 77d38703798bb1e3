"""`doctor`: whether the bot can run here."""

import asyncio
import os
from pathlib import Path

from typer import Exit

from bot.doctor import examine
from bot.log import configure_log
from bot.terminal import NOT_NOW, say

_MARKS = {"right": ("✓", "green"), "know": ("!", "yellow"), "wrong": ("✗", "bold red")}


def doctor(here: Path) -> None:
    """Print what was found; end with 1 when something is wrong."""
    configure_log()
    if asyncio.run(_print_all(here)):
        raise Exit(NOT_NOW)


async def _print_all(here: Path) -> int:
    wrong = 0
    async for finding in examine(os.environ, here=here):
        mark, style = _MARKS[finding.verdict]
        say(finding.text, mark=mark, style=style)
        wrong += finding.verdict == "wrong"
    return wrong
