"""Tables of the office: how to send one, which template there is, what was found in one."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import get_args

from conversations.dialogs import begin
from conversations.drive import present
from conversations.import_table import IMPORTS
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.situation import Situation, Translate
from conversations.table_words import table_refusal
from rules.file_commands import DropTable, MakeTemplate, Of
from rules.numbers import say_number


def _how_to_import(s: Situation, _subject: str) -> Outcome:
    """Return how tables are sent, and the templates."""
    _ = s.translate
    text = _(
        "Please send the Excel file here (.xlsx, .xls, .ods or .csv, at most 5 MB). "
        "Nothing is written before you have seen it and agreed. If you have none yet, take a "
        "template:"
    )
    if not s.door.buttons:  # where no file arrives either
        text = _(
            "No file reaches the assistant here. Please open {page} and send the Excel file there "
            "(.xlsx, .xls, .ods or .csv, at most 5 MB); for the code to come in, say MÃ VÀO LẠI "
            "here. Nothing is written before you have seen it and agreed. If you have none yet, "
            "take a template:"
        ).format(page=s.door.page)
    return Outcome((Say(text, templates(_), wants="table"),))


def templates(_: Translate) -> tuple[tuple[Option, ...], ...]:
    """Return the buttons of the templates."""
    return rows(
        act(_("Template of units"), "template", "units"),
        act(_("Template of contacts"), "template", "contacts"),
        act(_("Template of earlier registers"), "template", "entries"),
        act(_("Template of ratings"), "template", "ratings"),
    )


def _template(s: Situation, subject: str) -> Outcome:
    """Have a template made, or ask which."""
    if subject not in set(get_args(Of)):
        return _how_to_import(s, "")
    return Outcome(command=MakeTemplate(subject))  # type: ignore[arg-type] # it is one of them


def _drop_table(_s: Situation, subject: str) -> Outcome:
    """Let a table be gone."""
    return Outcome(command=DropTable(subject))


def table_read(file: str, name: str, *, rows_read: int, _: Translate) -> Say:
    """Return what is told of a table that was read: how long it is, and what can be done."""
    text = _("The file {name} is read: {count} rows, headings included. What is in it?")
    ways = rows(
        act(_("Import units"), "import-units", file),
        act(_("Import contacts"), "import-contacts", file),
        act(_("Import registers of earlier years"), "import-entries", file),
        act(_("Import ratings"), "import-ratings", file),
        act(_("Put the file away"), "import-drop", file),
    )
    return Say(text.format(name=name, count=say_number(rows_read)), ways)


def table_refused(name: str, reason: str, _: Translate) -> Say:
    """Return why a table could not be read, and what to do; whoever sends one is the office."""
    why = table_refusal(reason, _)
    text = _("The file {name} is not taken. {why} Nothing of it is kept.")
    return Say(text.format(name=name, why=why), wants="table")


def _import(s: Situation, subject: str, *, script: str) -> Outcome:
    """Begin to import a table as one kind; what was begun with it as another is given up."""
    others = (d.id for d in s.dialogs if d.subject == subject and d.script in IMPORTS)
    ahead = begin(s, script, subject=subject)
    closed = Outcome(close=tuple(id_ for id_ in others if id_ != ahead.id))
    return closed.then(present(s, ahead))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {
    "import": _how_to_import,
    **{script: partial(_import, script=script) for script in IMPORTS},
    "template": _template,
    "import-drop": _drop_table,
}
