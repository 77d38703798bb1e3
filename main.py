"""The command line of Khéo: what there is to do, and who does it."""

import tomllib
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.begin import begin
from bot.terminal import plain_errors, say

HERE = Path(__file__).resolve().parent

app = typer.Typer(
    help="Khéo, the assistant for registering “Dân vận khéo” models. Settings: see .env.example.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # they would show what is secret
)
demo = typer.Typer(help="Invented data to try Khéo on: load, remove, codes.", no_args_is_help=True)
programme = typer.Typer(help="Programmes before they are used: check.", no_args_is_help=True)
app.add_typer(demo, name="demo")
app.add_typer(programme, name="programme")


@app.command()
def run() -> None:
    """Serve the web chat, and Telegram if there is a token, until told to stop."""
    with plain_errors():
        settings = begin(HERE)  # first, so that a mistake in them is told at once
        from bot.commands.run import run as serve  # noqa: PLC0415 - see bot/commands

        serve(settings)


@app.command()
def doctor() -> None:
    """Examine settings, disk, database, Telegram and clock, and say what to do."""
    from bot.commands.doctor import doctor as examine  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        examine(HERE)


@app.command()
def outbox() -> None:
    """List the messages that did not arrive, or of which nobody knows."""
    from bot.commands.outbox import outbox as show  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        show(begin(HERE))


@app.command()
def inbox() -> None:
    """List what people said that could not be handled."""
    from bot.commands.inbox import inbox as show  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        show(begin(HERE))


@app.command()
def version() -> None:
    """Show the version."""
    project = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))["project"]
    say(f"Khéo {project['version']}")


@demo.command("load")
def demo_load() -> None:
    """Put invented units, people and entries into an empty database."""
    from bot.commands.demo import load  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        load(begin(HERE))


@demo.command("remove")
def demo_remove() -> None:
    """Take everything invented out again, with all that was registered on it."""
    from bot.commands.demo import remove  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        remove(begin(HERE))


@demo.command("codes")
def demo_codes() -> None:
    """Show the codes that open the chat as one of the invented people."""
    from bot.commands.demo import codes  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        codes(begin(HERE))


@programme.command("check")
def programme_check(
    files: Annotated[list[Path], typer.Argument(help="Programmes, TOML files.")],
) -> None:
    """Say what is wrong with files of programmes: line, key, what to write instead."""
    from bot.commands.programme import check  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        check(files)


if __name__ == "__main__":
    app()
