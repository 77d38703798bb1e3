"""The leading office says of a day that it is off, or worked instead of another."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from conversations.deadline_words import say_ends
from conversations.moments import say_day
from conversations.offices import offices
from conversations.situation import Form, Here, Surroundings
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.country_calendar import CountryCalendar, SaidDay
from rules.deadline_commands import WORDS_OF_DAY, LeaveDeadlines, SayDay
from rules.deadline_moves import moved_by_calendar
from rules.deadline_requests import SaidDays, SaidDaysOf
from rules.readers import iso_day


def calendar_day(ask: Ask, _: Translate) -> SayDay | LeaveDeadlines:
    """Ask which day, what it is and why, and show what moves by it."""
    here: Surroundings = ask.fact(Here())
    office = next(iter(offices(here.person)), None)
    if office is None:
        return LeaveDeadlines()
    said: SaidDays = ask.fact(SaidDaysOf(office.id))
    if not said.leads:
        return LeaveDeadlines()
    read, example = iso_day(ask.now.date()), ask.now.date().isoformat()
    text = _("Which day? For example 3/5/2027.")
    said_day = ask.words("day", _("Day"), text, read, kind="date", example=example)
    day = dt.date.fromisoformat(said_day)
    kinds = (
        Choice("off", _("A day off"), ("nghỉ",)),
        Choice("working", _("A working day instead of another"), ("làm bù", "làm việc")),
    )
    text = _("{day}: what is it?").format(day=say_day(day, _))
    kind = ask.choice("kind", _("What it is"), text, kinds)
    label = ask.text(
        "label", _("What it is called"), _("What is it called? For example: nghỉ bù."),
        most=WORDS_OF_DAY, example="nghỉ bù",
    )  # fmt: skip
    new = SaidDay("off" if kind == "off" else "working", label)
    _ask_sure(ask, _, here, said, day, new)
    return SayDay(office.id, day.isoformat(), new.kind, new.label)


def _ask_sure(
    ask: Ask, _: Translate, here: Surroundings, said: SaidDays, day: dt.date, new: SaidDay
) -> None:
    zone = ask.now.tzinfo or dt.UTC
    text = say_effect_of_day(here.forms, said, day, new, _, zone=zone)
    yes = Choice("yes", _("Note it in the calendar"), ("có", "đồng ý", "ghi"))
    ask.choice("sure", _("Calendar"), text, (yes, Choice("day", _("Another day"))), kind="sure")


def say_effect_of_day(
    forms: Sequence[Form],
    said: SaidDays,
    day: dt.date,
    new: SaidDay,
    _: Translate,
    *,
    zone: dt.tzinfo,
) -> str:
    """Return what the day would be, and which deadlines would move by it."""
    before = dict(said.days)
    after = CountryCalendar({**before, day: new})
    moved = [
        end
        for form in forms
        for end in moved_by_calendar(
            replace(form.programme, calendar=CountryCalendar(before)), form.year, after, zone
        )
    ]
    text = _("{day} is a day off: {label}.")
    if new.kind == "working":
        text = _("{day} is a working day: {label}.")
    head = text.format(day=say_day(day, _), label=new.label.rstrip(". "))
    effect = say_ends(moved, _) if moved else _("No deadline moves by it.")
    more = _("Reminders that fell on a day off go on the working day before.")
    return f"{head}\n\n{effect}\n{more}"
