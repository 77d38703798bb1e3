"""What files are called that are made for people."""

import re

from conversations.situation import Translate
from rules.file_commands import Of
from rules.fold import fold
from rules.meeting import Meeting
from rules.summary import Summary


def template_name(of: Of, _: Translate) -> str:
    """Return the name of the template of a kind of table."""
    names: dict[Of, str] = {
        "units": _("Template of units.xlsx"),
        "contacts": _("Template of contacts.xlsx"),
        "entries": _("Template of earlier registers.xlsx"),
        "ratings": _("Template of ratings.xlsx"),
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


def meeting_file_name(meeting: Meeting, _: Translate) -> str:
    """Return the name of the calendar file of a meeting."""
    day = meeting.when.day.strftime("%d-%m-%Y")
    return _("Meeting {day}.ics").format(day=day)


def form_name(code: str, _: Translate) -> str:
    """Return the name of the form of an entry."""
    return _("Registration form {code}.docx").format(code=code)


def notice_name(month: str, _: Translate) -> str:
    """Return the name of a committee's notice of a month ("2027-04")."""
    year, number = month.split("-")
    return _("Notice of meetings {month}-{year}.docx").format(month=number, year=year)


def notebook_page_name(_: Translate) -> str:
    """Return the name of the empty page to write on at a meeting."""
    return _("Page for notes of the meeting.docx")


def blank_form_name(_: Translate) -> str:
    """Return the name of the empty form."""
    return _("Empty registration form.docx")


def summary_file_name(summary: Summary, prefix: str, ending: str, _: Translate) -> str:
    """Return the name of a paper of the office's table, without marks: some systems lose them."""
    words = re.findall("[a-z0-9]+", fold(summary.office.name))
    unit = "".join(word.capitalize() for word in words)
    name = _("Summary_{prefix}_{year}_{unit}")
    return f"{name.format(prefix=prefix, year=summary.year, unit=unit[:60])}.{ending}"
