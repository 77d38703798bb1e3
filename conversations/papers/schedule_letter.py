"""The month's notice of a committee: when and where the units below it meet, on one page."""

import datetime as dt

from conversations.moments import say_weekday
from conversations.papers.party import dated, party_name
from conversations.situation import Translate
from rules.letter import Block, Grid, Letter
from rules.months import first_of
from rules.numbers import say_number
from rules.person import Human
from rules.phones import say_phone
from rules.scheduling import PlannedMeeting, Schedule, ScheduleLine, in_order

WIDTHS = (13, 38, 15, 29, 34, 36)
NUMBERS = (0, 2)


def schedule_letter(schedule: Schedule, today: dt.date, _: Translate) -> Letter:
    """Return the notice; a unit is marked that meets otherwise than agreed on, or not at all."""
    first = first_of(schedule.month)
    titles = (
        _("NOTICE"),
        _("Regular meetings of the month {month} in {year}").format(
            month=first.month, year=first.year
        ),
    )
    return Letter(
        above="",
        issuer=schedule.unit.name.upper(),
        party=party_name(_),
        place_day=dated(schedule.unit.place, today, _),
        titles=titles,
        blocks=(Block(grid=_grid(schedule, _)), *_notes(schedule, _)),
        signers=(_("MADE BY"), _("ON BEHALF OF THE COMMITTEE")),
        sign=_("(signature, full name)"),
    )


def _grid(schedule: Schedule, _: Translate) -> Grid:
    head = (
        *(_("No."), _("Cell"), _("How many members"), _("Hour and day"), _("Where")),
        _("Secretary, telephone"),
    )
    lines = sorted(in_order(schedule.lines), key=lambda line: line.planned is None)
    rows = [_row(number, line, schedule, _) for number, line in enumerate(lines, 1)]
    total = ("", _("TOTAL"), say_number(schedule.members), "", "", "")
    return Grid(head, (*rows, total), WIDTHS, NUMBERS, small=True)


def _row(number: int, line: ScheduleLine, schedule: Schedule, _: Translate) -> tuple[str, ...]:
    planned = line.planned
    when = _when(planned, _) if planned else _("not registered")
    if schedule.state(line) == "changed":
        when = _("{when} (changed)").format(when=when if planned else _("cancelled"))
    return (
        str(number),
        line.unit.name,
        say_number(line.members) if line.members else "",
        when,
        planned.place if planned else "",
        _secretary(line.secretary) if line.secretary else "",
    )


def _when(planned: PlannedMeeting, _: Translate) -> str:
    """Return "19h00, thứ Năm 01/4", short enough for a narrow column."""
    day = f"{planned.day.day:02}/{planned.day.month}"
    return f"{planned.time:%Hh%M}, {say_weekday(planned.day, _)} {day}"


def _secretary(human: Human) -> str:
    return ", ".join(filter(None, (human.name, say_phone(human.phone) if human.phone else "")))


def _notes(schedule: Schedule, _: Translate) -> tuple[Block, ...]:
    if schedule.revision:
        return ()
    return (Block(_("Not agreed on by the committee yet.")),)
