"""The office asks for a supplement to an entry: what, in which box, until when."""

import datetime as dt
from collections.abc import Callable

from conversations.moments import say_iso, say_moment, short_day
from conversations.situation import Here, Surroundings, form_of
from conversations.supplement_words import last_moment, shortened
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.commands import LeaveAsIs
from rules.country_calendar import CountryCalendar
from rules.life import may
from rules.office_commands import ReturnEntry
from rules.readers import iso_day
from rules.refused import Refused
from rules.requests import EntryOf
from rules.working_days import after_working_days

SOON, LATER = 3, 5  # working days
MOST = 1000  # characters
EXAMPLE = "Đề nghị ghi rõ số hộ tham gia và thời gian thực hiện."


def ask_supplement(ask: Ask, _: Translate) -> ReturnEntry | LeaveAsIs:
    """Ask which box lacks what, until when, and read the whole back before it is sent."""
    here: Surroundings = ask.fact(Here())
    entry = ask.fact(EntryOf(here.dialog.subject))
    if entry is None or not may("return", entry.state):
        return LeaveAsIs(here.dialog.subject, "return")
    form = form_of(here.forms, entry.programme)
    labels = {box.key: box.label for box in form.programme.boxes}
    text = _("Which part of registration number {number} is to be supplemented?")
    choices = [Choice(key, label) for key, label in labels.items()]
    box = ask.choice("box", _("Part"), text.format(number=entry.number), choices)
    text = _("What is to be added? Write it as {unit} will read it.")
    words = ask.text(
        "words", _("Request"), text.format(unit=entry.unit.name), least=5, most=MOST,
        example=EXAMPLE,
    )  # fmt: skip
    until = _ask_until(ask, form.programme.calendar, _)
    text = _("To be sent to {unit}:\n\n{box} – {words}\n\nBefore {moment}. Is that right?")
    moment = say_moment(last_moment(form, until, ask.now.tzinfo or dt.UTC), _)
    said = shortened(words)
    text = text.format(unit=entry.unit.name, box=labels[box], words=said, moment=moment)
    sure = ask.maybe("sure", "", text, yes=_("Send the request"), no=_("Leave it"))
    if not sure:
        return LeaveAsIs(entry.id)
    return ReturnEntry(entry.id, entry.version, box, words, until)


def _ask_until(ask: Ask, calendar: CountryCalendar, _: Translate) -> str:
    """Return the last day for it, as ISO text."""
    today = ask.now.date()
    days = [after_working_days(today, n, calendar).isoformat() for n in (SOON, LATER)]
    offer = [Choice(day, short_day(day)) for day in days]
    text = _("Until which day? In {count} working days it is {day}.")
    text = text.format(count=LATER, day=say_iso(days[1], _))
    read = _not_over(today)
    said = ask.words("until", _("Until"), text, read, kind="date", offer=offer, example=days[0])
    return read(said)


def _not_over(today: dt.date) -> Callable[[str], str]:
    read = iso_day(today)

    def day(said: str) -> str:
        until = read(said)
        if until < today.isoformat():
            raise Refused("day-is-over")
        return until

    return day
