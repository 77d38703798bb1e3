"""What files are called that are made for people."""

from conversations.situation import Translate
from rules.file_commands import Of


def template_name(of: Of, _: Translate) -> str:
    """Return the name of the template of a kind of table."""
    names: dict[Of, str] = {
        "units": _("Template of units.xlsx"),
        "contacts": _("Template of contacts.xlsx"),
        "entries": _("Template of earlier registers.xlsx"),
    }
    return names[of]


def problems_name(table: str, _: Translate) -> str:
    """Return the name of the list of what is wrong with a table."""
    stem = table.rpartition(".")[0] or table
    return _("Problems of {table}.xlsx").format(table=stem)


def sheet_file_name(_: Translate) -> str:
    """Return the name of the sheet of invitations."""
    return _("Invitation codes.xlsx")


def slips_file_name(_: Translate) -> str:
    """Return the name of the slips to cut."""
    return _("Invitation slips to cut.docx")
