"""Reminders of the end of a stage: what is missing, until when, and the button that does it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from conversations.ends_of_stages import say_end, say_written
from conversations.humans import call_name
from conversations.moments import say_clock, say_day, short_day
from conversations.offer import act, rows
from conversations.reminding.choices import ALL, later, subject_of
from conversations.say import Option, Say
from dialog.turn import Translate
from rules.numbers import say_number
from rules.reminding import REGISTER, Owing


def say_owing(owing: Owing, _: Translate) -> Say:
    """Return what a contact of a unit that is short is told."""
    if owing.days < 0:
        text = _after(owing, _)
    elif owing.deadline and owing.days <= 1 and not owing.by:
        text = _at_last(owing, _)
    else:
        text = "\n".join((_lead(owing, _), *_until(owing, _), say_short(owing, _)))
    says_one = 0 <= owing.days <= 1 and not owing.by and owing.stage.code == REGISTER
    return Say(text, rows(*_ways(owing, _)), says_one=says_one)


def _lead(owing: Owing, _: Translate) -> str:
    if owing.by:
        text = _(
            "Comrade {name} of the office asks you to look at registering “Dân vận khéo” {year}."
        )
        return text.format(name=owing.by, year=owing.matter.round)
    if owing.deadline is None and owing.stage.code == REGISTER:
        text = _("You asked to be reminded of registering models “Dân vận khéo” {year}.")
    elif owing.deadline is None:
        text = _("You asked to be reminded of: {stage}, “Dân vận khéo” {year}.")
    elif owing.stage.code == REGISTER:
        text = _("Comrade, {days} days are left to register models “Dân vận khéo” {year}.")
    else:
        text = _("Comrade, {days} days are left for: {stage}, “Dân vận khéo” {year}.")
    return text.format(days=say_number(owing.days), stage=_stage(owing), year=owing.matter.round)


def _until(owing: Owing, _: Translate) -> Iterator[str]:
    """Yield the last moment, as it is and as it is written."""
    end = owing.deadline
    if end is None:
        return
    when = " ".join(filter(None, (say_end(end, _), say_written(end, _))))
    yield _("Last moment: {when}.").format(when=when)


def say_short(owing: Owing, _: Translate) -> str:
    """Return how a unit stands: "Chi bộ … đã đăng ký 1/2, còn thiếu 1."."""
    short, unit = owing.short, owing.unit.name
    if owing.stage.code != REGISTER:
        text = _("{unit} has {count} accepted models that are not yet recognised.")
        return text.format(unit=unit, count=say_number(short.missing))
    return "\n".join((*_registered(owing, _), *_to_take_up(owing, _)))


def _registered(owing: Owing, _: Translate) -> Iterator[str]:
    short, unit = owing.short, owing.unit.name
    if short.missing and not short.needed:
        yield _("{unit} has not registered anything yet.").format(unit=unit)
    elif short.missing:
        text = _("{unit} has registered {done}/{needed}, {count} still missing.")
        yield text.format(
            unit=unit,
            done=say_number(short.done),
            needed=say_number(short.needed),
            count=say_number(short.missing),
        )


def _to_take_up(owing: Owing, _: Translate) -> Iterator[str]:
    text = _("{unit} has not taken up the launched model “{name}” yet.")
    for name in owing.short.launched:
        yield text.format(unit=owing.unit.name, name=name)


def _at_last(owing: Owing, _: Translate) -> str:
    """Return what is said on the day before, or on the last day itself."""
    end = owing.deadline
    assert end  # noqa: S101 - days are counted to it
    if owing.stage.code != REGISTER:
        text = _("{short} The last moment is {when}. For help, call {human}.")
    else:
        text = _(
            "The office has not received the registration still missing ({count}) of {unit}. "
            "The last moment is {when}. Say 1 to register; for help, call {human}."
        )
    return text.format(
        count=say_number(owing.short.missing),
        unit=owing.unit.name,
        short=say_short(owing, _),
        when=_last_moment(owing, end.last, _),
        human=call_name(owing.human, _),
    )


def _last_moment(owing: Owing, last: dt.datetime, _: Translate) -> str:
    text = _("the end of {clock} tomorrow, {day}") if owing.days else _("{clock} today, {day}")
    return text.format(clock=say_clock(last, _), day=say_day(last.date(), _))


def _after(owing: Owing, _: Translate) -> str:
    """Return what is said once after the end."""
    end = owing.deadline
    assert end  # noqa: S101 - it is past
    if owing.stage.code != REGISTER:
        text = _("The time for: {stage} was over on {day}. {short}")
    elif owing.late == "refused":
        text = _(
            "The office has not received the registration of {unit} (deadline {day}). "
            "The programme takes no more registrations for this year."
        )
    else:
        text = _(
            "The office has not received the registration of {unit} (deadline {day}). "
            "You can still send it; it will say “sent after the deadline”."
        )
    said = text.format(
        unit=owing.unit.name,
        stage=_stage(owing),
        day=short_day(end.last.date()),
        short=say_short(owing, _),
    )
    reason = _("If there is a reason, comrade, answer here or call {human}.")
    return f"{said} {reason.format(human=call_name(owing.human, _))}"


def _ways(owing: Owing, _: Translate) -> Iterator[Option]:
    """Yield what they can do."""
    subject = subject_of(owing.matter.name)
    if owing.stage.code != REGISTER:
        yield act(_("My unit"), "unit")
    elif owing.days >= 0 or owing.late == "taken":
        label = _("Go on with the draft") if owing.draft else _("Register now")
        yield act(label, "register-for", subject)
    yield act(_("The paper was sent"), "say-sent", subject)
    if owing.days < 0:
        yield act(_("There is a reason"), "reason", subject)
    else:
        yield later(subject, owing.later, _)


def say_several(owings: Sequence[Owing], _: Translate) -> Say:
    """Return what somebody is told of several units of theirs that are short by the same end."""
    first = owings[0]
    lines = [f"• {say_short(owing, _)}" for owing in owings]
    if first.days < 0:
        text = _("These units of yours are short, and the deadline {day} is over:")
        assert first.deadline  # noqa: S101 - it is past
        lead = [text.format(day=short_day(first.deadline.last.date()))]
    else:
        lead = [_lead(first, _), *_until(first, _)]
    ways = [way for owing in owings for way in _named_ways(owing, _)]
    if first.days >= 0:
        ways.append(later(subject_of(first.matter._replace(unit=ALL).name), first.later, _))
    return Say("\n".join((*lead, *lines)), rows(*ways))


def _named_ways(owing: Owing, _: Translate) -> Iterator[Option]:
    subject, unit = subject_of(owing.matter.name), owing.unit.name
    if owing.stage.code == REGISTER and (owing.days >= 0 or owing.late == "taken"):
        yield act(_("Register: {unit}").format(unit=unit), "register-for", subject)
    yield act(_("The paper was sent: {unit}").format(unit=unit), "say-sent", subject)


def told_together(owing: Owing) -> tuple[object, ...]:
    """Return what has to be the same of two units for them to be told of in one breath."""
    last = owing.deadline.last if owing.deadline else None
    return (*owing.matter[:3], last, owing.days, owing.by)


def _stage(owing: Owing) -> str:
    return owing.stage.label[:1].lower() + owing.stage.label[1:]


WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {Owing: say_owing}
