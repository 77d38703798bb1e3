"""What the officers of a cell are reminded of each month and year; nothing of content."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.moments import say_day
from conversations.offer import act, rows
from conversations.reminding.choices import subject_of
from conversations.say import Option, Say
from conversations.scheduling.meant import say_month
from dialog.turn import Translate
from rules.guidance_42 import THEMATIC_PER_QUARTER, UPLOADED_DAYS_AFTER
from rules.person import Unit
from rules.secretary_duties import RegularMissing, ResidenceAsked, ThematicMissing, ToUpload

_ROMAN = ("I", "II", "III", "IV")


def _upload(facts: ToUpload, _: Translate) -> Say:
    text = _(
        "{unit} met on {day}. Please upload minutes, resolution and result to the electronic "
        "members' handbook by the end of {last} (Guidance 42-HD/BTCTW: within {days} days)."
    )
    text = text.format(
        unit=facts.unit.name,
        day=say_day(facts.day, _),
        last=say_day(facts.last, _),
        days=UPLOADED_DAYS_AFTER,
    )
    by_hand = _("{unit} writes in a notebook")
    way = act(by_hand.format(unit=facts.unit.name), "notebook", facts.unit.id)
    mute = _mute(_("Remind me no more of uploading"), "upload", facts.unit)
    return Say(text, rows(way, mute))


def _thematic(facts: ThematicMissing, _: Translate) -> Say:
    text = _(
        "{unit} has no thematic meeting on its calendar in quarter {quarter}/{year}. Guidance "
        "42-HD/BTCTW asks for at least {least} a quarter; it does not stand for the regular one."
    )
    quarter = _ROMAN[facts.quarter - 1]
    text = text.format(
        unit=facts.unit.name, quarter=quarter, year=facts.year, least=THEMATIC_PER_QUARTER
    )
    mute = _mute(_("Remind me no more of thematic meetings"), "thematic", facts.unit)
    return Say(text, rows(_make(facts.unit, _), mute))


def _regular(facts: RegularMissing, _: Translate) -> Say:
    text = _(
        "{unit} has no regular meeting on its calendar in the month {month}. "
        "A cell meets every month; please plan it."
    )
    text = text.format(unit=facts.unit.name, month=say_month(facts.month))
    mute = _mute(_("Remind me no more of planning"), "regular", facts.unit)
    return Say(text, rows(_make(facts.unit, _), mute))


def _residence(facts: ResidenceAsked, _: Translate) -> Say:
    mute = _mute(_("Remind me no more of the opinions"), "residence", facts.unit)
    return Say(ask_residence(facts.unit, facts.year, _), rows(*residence_ways(facts, _), mute))


def ask_residence(unit: Unit, year: int, _: Translate) -> str:
    """Return whether members have the opinion of the committee where they live, as a question."""
    text = _(
        "{unit}: do all members have the opinion of the party committee where they live, "
        "for the year {year}? It is needed by the end of December."
    )
    return text.format(unit=unit.name, year=year)


def residence_ways(asked: ResidenceAsked, _: Translate) -> tuple[Option, Option]:
    """Return the two answers to that."""
    subject = f"{asked.unit.id}.{asked.year}"
    here = _("All opinions of where they live are here: {unit}")
    missing = _("Some opinions of where they live are missing: {unit}")
    return (
        act(here.format(unit=asked.unit.name), "residence-yes", subject),
        act(missing.format(unit=asked.unit.name), "residence-no", subject),
    )


def _make(unit: Unit, _: Translate) -> Option:
    return act(_("Plan a meeting of {unit}").format(unit=unit.name), "meeting-new")


def _mute(label: str, duty: str, unit: Unit) -> Option:
    return act(label, "mute", subject_of(f"duty-{duty}:{unit.id}"))


def say_duty(matter: str, _: Translate) -> str:
    """Return what a matter is that was put off or turned off; "" where it is none of these."""
    words = {
        "duty-upload": _("uploading minutes and result"),
        "duty-thematic": _("the quarter's thematic meeting"),
        "duty-regular": _("planning the next meeting"),
        "duty-residence": _("opinions of the committee where members live"),
        "schedule": _("the month's schedule"),
        "campaign": _("the campaign"),
    }
    return words.get(matter.partition(":")[0], "")


WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {
    ToUpload: _upload,
    ThematicMissing: _thematic,
    RegularMissing: _regular,
    ResidenceAsked: _residence,
}
