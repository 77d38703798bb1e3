"""`template`: an empty table to be filled in and imported."""

import asyncio
from pathlib import Path

from typer import Exit

from bot.language import catalogues
from bot.programmes import read_sources
from bot.settings import Settings
from bot.templates import make_template
from bot.terminal import MISTAKEN, NOT_NOW, complain, say
from rules.file_commands import Of
from rules.refused import Refused

_LOCALES = Path(__file__).resolve().parents[2] / "locales"


def template(settings: Settings, *, of: Of, file: Path) -> None:
    """Write the template of a kind of table to a new Excel file. Raises ProgrammeError."""
    if file.suffix.lower() != ".xlsx":
        complain(f"{file} is not the name of an Excel file: let it end in .xlsx.")
        raise Exit(MISTAKEN)
    programme = read_sources(settings.programmes)[0].programme
    try:
        made = asyncio.run(make_template(of, programme, catalogues(_LOCALES)["vi"]))
        with file.open("xb") as new:
            new.write(made)
    except FileExistsError:
        complain(f"There is a file {file} already; give another name.")
        raise Exit(MISTAKEN) from None
    except OSError as error:
        complain(f"{file} cannot be written: {error.strerror}.")
        raise Exit(NOT_NOW) from None
    except Refused:
        complain("The file could not be made; see that there is free memory, and try again.")
        raise Exit(NOT_NOW) from None
    say(f"{file} is there: fill it in, then import it.", mark="✓", style="green")
