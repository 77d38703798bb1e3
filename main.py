"""The command line of Khéo: what there is to do, and who does it."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

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
demo = typer.Typer(help="Invented data to try on: show, load, remove, codes.", no_args_is_help=True)
programme = typer.Typer(help="Programmes before they are used: check.", no_args_is_help=True)
app.add_typer(demo, name="demo")
app.add_typer(programme, name="programme")
codes = typer.Typer(help="Codes that let people in: make, list, revoke.", no_args_is_help=True)
app.add_typer(codes, name="codes")
audit = typer.Typer(help="The sealed record of what happened: verify.", no_args_is_help=True)
app.add_typer(audit, name="audit")


@app.command()
def run() -> None:
    """Serve the web chat, Zalo and Telegram if they have tokens, until told to stop."""
    with plain_errors():
        settings = begin(HERE)  # first, so that a mistake in them is told at once
        from bot.commands.run import run as serve  # noqa: PLC0415 - see bot/commands

        serve(settings)


@app.command()
def doctor() -> None:
    """Examine settings, disk, database, Zalo, Telegram and clock, and say what to do."""
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
def requests() -> None:
    """List what people asked for about their own data that is not answered yet."""
    from bot.commands.requests import requests as show  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        show(begin(HERE))


@app.command()
def units(
    day: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="As they were on that day; today without it."),
    ] = None,
) -> None:
    """Show the units with types and members, each under the one it belongs to."""
    from bot.commands.units import units as show  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        show(begin(HERE), day=day.date() if day else None)


@app.command()
def admin(
    name: Annotated[str, typer.Argument(help="Their full name, in quotation marks.")],
    unit: Annotated[str, typer.Option(help="Of which unit; of the one on top without it.")] = "",
    another: Annotated[bool, typer.Option(help="Though there is one already.")] = False,  # noqa: FBT002 - the command line
) -> None:
    """Make the first administrator, and print the code by which they come in."""
    from bot.commands.admin import make  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        make(begin(HERE), name, unit=unit, another=another)


@app.command()
def version() -> None:
    """Show the version."""
    project = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))["project"]
    say(f"Khéo {project['version']}")


@app.command()
def template(
    of: Annotated[
        Literal["units", "contacts", "entries", "ratings"], typer.Argument(help="Of what.")
    ],
    file: Annotated[Path, typer.Argument(help="The Excel file to be made.")],
) -> None:
    """Write an empty table to be filled in: headings, an example, what each column means."""
    from bot.commands.template import template as write  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        write(begin(HERE), of=of, file=file)


@audit.command("verify")
def audit_verify() -> None:
    """Find anything in the record that was changed, removed or reordered; 1 if there is."""
    from bot.commands.audit import verify  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        verify(begin(HERE))


@app.command()
def rehearse(
    programme: Annotated[str, typer.Argument(help="A code of programmes/, or a TOML file.")],
    year: Annotated[int, typer.Option(min=1990, max=2100, help="Which year.")],
    units: Annotated[Path | None, typer.Option(help="A list of units; invented without.")] = None,
    excel: Annotated[Path | None, typer.Option(help="Write it to this Excel file, too.")] = None,
    meetings: Annotated[
        str, typer.Option(help="When units meet: “thứ Năm tuần đầu hằng tháng”; never without.")
    ] = "",
) -> None:
    """Go through a year in seconds, and list every reminder that would go out, to how many."""
    from bot.commands.rehearse import Wanted, run  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        run(begin(HERE), Wanted(programme, year, units, excel, meetings))


@app.command("import")
def import_(
    kind: Annotated[
        Literal["units", "contacts", "entries", "ratings"], typer.Argument(help="Of what.")
    ],
    file: Annotated[Path, typer.Argument(help="The table: .xlsx, .xls, .ods or .csv.")],
    control: Annotated[
        str,
        typer.Option(help="Totals: “84 = 45 đảng bộ + 39 chi bộ”; - for not even the programme's."),
    ] = "",
    column: Annotated[
        list[str] | None, typer.Option(help="What a column holds: phone=D, phone=- for none.")
    ] = None,
    *,
    convert: Annotated[bool, typer.Option("--convert", help="Convert an old font.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
) -> None:
    """Take in a list of units, contacts or ratings or an earlier register, all or nothing."""
    from bot.commands.import_table import Wanted, import_table  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        wanted = Wanted(kind, file, control, tuple(column or ()), convert, yes)
        import_table(begin(HERE), wanted)


@demo.command("show")
def demo_show(
    port: Annotated[int, typer.Option(help="Of the page; the next three are the phones'.")] = 8090,
) -> None:
    """Show three phones side by side on invented people, with a clock that can be moved."""
    from bot.commands.demo_show import show  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        show(begin(HERE), port=port)


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


@codes.command("make")
def codes_make(
    folder: Annotated[Path, typer.Argument(help="Where the sheet and the slips are written.")],
    *,
    unit: Annotated[str, typer.Option(help="Only this unit and below: key or full name.")] = "",
    members: Annotated[bool, typer.Option("--members", help="A code of each unit, too.")] = False,
    days: Annotated[int, typer.Option(min=1, max=366, help="How long they are good.")] = 60,
    person: Annotated[str, typer.Option(help="Only of who is called so; staff only so.")] = "",
) -> None:
    """Make a code for each contact nobody has heard of, as Excel and Word to hand out."""
    from bot.commands.codes import Wanted, make  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        make(begin(HERE), folder, Wanted(unit, members, days, person))


@codes.command("list")
def codes_list(
    unit: Annotated[str, typer.Option(help="Only this unit and below: key or full name.")] = "",
) -> None:
    """List whom codes were made for, until when they are good, and whether they were used."""
    from bot.commands.codes_made import show  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        show(begin(HERE), unit=unit)


@codes.command("revoke")
def codes_revoke(
    ids: Annotated[list[str] | None, typer.Argument(help="Ids that `codes list` shows.")] = None,
    unit: Annotated[str, typer.Option(help="All of this unit and below: key or name.")] = "",
) -> None:
    """Take codes back, so that nobody comes in by them any more."""
    from bot.commands.codes_made import revoke  # noqa: PLC0415 - see bot/commands

    with plain_errors():
        revoke(begin(HERE), ids or [], unit=unit)


if __name__ == "__main__":
    app()
