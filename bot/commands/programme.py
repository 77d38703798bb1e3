"""`programme`: looking at files before the bot uses them."""

from collections.abc import Sequence
from pathlib import Path

from bot.programmes import read_sources
from bot.terminal import say


def check(files: Sequence[Path]) -> None:
    """Say what the programmes in the files are. Raises ProgrammeError."""
    for file, source in zip(files, read_sources(files), strict=True):
        programme = source.programme
        say(
            f"{file} can be used: {programme.code}, {programme.title}, "
            f"kinds: {len(programme.kinds)}, boxes: {len(programme.boxes)}.",
            mark="✓",
            style="green",
        )
