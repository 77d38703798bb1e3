"""What operators read on their terminal: plain sentences, no tracebacks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.text import Text
from typer import Exit

from bot.settings import SettingsError
from rules.programme_file import ProgrammeError
from storage.database import Unavailable

NOT_NOW, MISTAKEN, INTERRUPTED = 1, 2, 130


def say(text: str, *, mark: str = "", style: str = "") -> None:
    """Print a sentence, a mark in colour before it; addresses and paths are not broken."""
    Console().print(Text.assemble((f"{mark} " if mark else "", style), text), soft_wrap=True)


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show that something takes its time, while it does."""
    with Console().status(what):
        yield


def command(words: str) -> str:
    """Return how another command is run by who ran this one."""
    python, here = Path(sys.executable), Path.cwd()
    shown = python.relative_to(here) if python.is_relative_to(here) else python
    return f"{shown} {sys.argv[0]} {words}"


@contextmanager
def plain_errors() -> Iterator[None]:
    """Tell what the operator can mend, and end with a code that says whose turn it is.

    2 when something has to be mended, 1 when trying again may help.
    """
    try:
        yield
    except (SettingsError, ProgrammeError) as error:
        for problem in error.problems:
            complain(str(problem))
        raise Exit(MISTAKEN) from None
    except Unavailable as error:
        complain(f"The database cannot be used now ({error}); see that it runs and has room.")
        raise Exit(NOT_NOW) from None
    except KeyboardInterrupt:
        raise Exit(INTERRUPTED) from None


def complain(text: str) -> None:
    """Print a sentence about something wrong, to stderr."""
    Console(stderr=True).print(Text.assemble(("✗ ", "bold red"), text), soft_wrap=True)
