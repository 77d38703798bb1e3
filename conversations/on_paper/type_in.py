"""Typing in what somebody wrote by hand: the boxes of a registration, at the time of the paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from conversations.boxes import describe
from conversations.closing import is_over
from conversations.filling import fill_in
from conversations.kinds import Chosen, ask_kind, say_chosen
from conversations.moments import say_iso, say_moment
from conversations.on_paper.days import ask_paper_day
from conversations.on_paper.twins import Source, ask_about_paper_twin
from conversations.organising.pick_unit import pick_unit
from conversations.redirect import PutAside, Redirect
from conversations.refusals import say_why
from conversations.review import ask_review
from conversations.situation import Here, Surroundings, form_of
from conversations.subject import subject
from conversations.whose import ask_form, ask_person
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.office_requests import Form
from rules.paper_commands import ReceivePaper, TypeInEntry
from rules.paper_requests import FormOf
from rules.refused import Refused
from rules.requests import EntriesOf
from rules.rounds import is_on_time
from rules.status_requests import FormsOf
from rules.unit_commands import LeaveUnitAsIs

End: TypeAlias = Redirect | PutAside | ReceivePaper | LeaveUnitAsIs


@dataclass(frozen=True, slots=True)
class Written:
    """What the paper says: what is registered, about whom, and its boxes by key."""

    chosen: Chosen
    person: str
    boxes: dict[str, str]


def type_in(ask: Ask, _: Translate) -> TypeInEntry | End:
    """Ask whose form it is and what stands on it, read it back, and hand it over."""
    here: Surroundings = ask.fact(Here())
    source = _source(ask, _, here)
    if not isinstance(source, Source):
        return source
    form, unit = source.form, source.unit
    if is_over(form, source.came(ask.now)):
        return PutAside(why=say_why(Refused("paper-too-late"), _))
    known = ask.fact(EntriesOf(unit.id))
    entries = [entry for entry in known if entry.programme == form.programme.code]
    chosen = ask_kind(ask, _, form=form, unit=unit, entries=entries, alone=False)
    person = ask_person(ask, _, chosen)
    twin = partial(ask_about_paper_twin, ask, _, source=source, entries=entries)
    filled = fill_in(ask, _, form, place=unit.place, chosen=chosen, twin=twin)
    if not isinstance(filled, tuple):
        return filled
    written = Written(filled[0], person, filled[1])
    lines = _read_back(ask, _, source, written)
    boxes = written.boxes
    ask_review(ask, _, programme=form.programme, boxes=boxes, lines=lines, send=_("Enter it"))
    return _command(ask, here, source, written)


def _source(ask: Ask, _: Translate, here: Surroundings) -> Source | PutAside | LeaveUnitAsIs:
    """Return the paper it is typed in from: one that waits, or one that is asked about."""
    if paper := subject(ask):
        waiting: Form | None = ask.fact(FormOf(paper))
        if waiting is None:
            return PutAside(why=_("This form does not wait any more: it is typed in, or struck."))
        return _waiting(here, waiting)
    form = ask_form(ask, _, here)
    text = _("Whose form is typed in? Part of the unit's name will do.")
    unit = pick_unit(ask, _, "unit", text)
    if unit is None:
        return LeaveUnitAsIs("")
    chosen = _ask_which(ask, _, ask.fact(FormsOf(unit.id, form.programme.code, form.year)))
    if chosen:
        return _waiting(here, chosen)
    return Source(form.of(unit.id), unit, ask_paper_day(ask, _, form.year, unit=unit.name))


def _waiting(here: Surroundings, waiting: Form) -> Source:
    form = form_of(here.forms, waiting.programme)
    form = replace(form.of(waiting.unit.id), year=waiting.round or form.year)
    return Source(form, waiting.unit, waiting.at.date().isoformat(), waiting.id, waiting.at)


def _ask_which(ask: Ask, _: Translate, waiting: Sequence[Form]) -> Form | None:
    """Return which of the unit's forms that wait this is, None for a further one."""
    if not waiting:
        return None
    ways = [Choice(form.id, say_form(form, _)) for form in waiting[:FEW]]
    other = Choice("other", _("Another form"))
    text = _("Forms of this unit wait to be typed in. Which one is it?")
    code = ask.choice("form", _("Form on paper"), text, (*ways, other))
    return next((form for form in waiting if form.id == code), None)


FEW = 5


def say_form(form: Form, _: Translate) -> str:
    """Return how a form came in: "ảnh phiếu, 19 giờ 42 phút, thứ Ba 16/3/2027"."""
    moment = say_moment(form.at, _)
    if form.photos:
        return _("photos of the form, {moment}").format(moment=moment)
    if not form.original:
        return _("photos came {moment}, but cannot be opened").format(moment=moment)
    return _("paper received {day}").format(day=say_iso(form.at.date().isoformat(), _))


def _read_back(ask: Ask, _: Translate, source: Source, written: Written) -> list[str]:
    lines = [_("Please check:"), "", *describe(source.form.programme, written.boxes)]
    lines += say_chosen(written.chosen, _)
    lines.append(_("Unit: {unit}").format(unit=source.unit.name))
    if written.person:
        lines.append(_("Individual: {person}").format(person=written.person))
    at = source.came(ask.now)
    in_time = is_on_time(source.form.programme, source.form.year, at)
    timing = _("on time") if in_time else _("sent after the deadline")
    text = _("The form came in: {day}, {timing}")
    lines.append(text.format(day=say_iso(source.day, _), timing=timing))
    return lines


def _command(ask: Ask, here: Surroundings, source: Source, written: Written) -> TypeInEntry:
    origin, origin_words = written.chosen.comes_from()
    return TypeInEntry(
        dialog=here.dialog.id,
        unit=source.unit.id,
        programme=source.form.programme.code,
        round=source.form.year,
        kind=written.chosen.kind.code,
        boxes=written.boxes,
        received=source.day,
        form=source.paper,
        source=origin,
        source_words=origin_words,
        person=written.person,
        photos=tuple(ask.noted("_photos").split()),
    )
