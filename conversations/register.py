"""Registering a model or an exemplar: the conversation everything else is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from conversations.boxes import describe
from conversations.closing import is_late, is_over, say_until
from conversations.filling import Ended, fill_in
from conversations.kinds import Chosen, ask_kind, say_chosen
from conversations.plan import ask_plan
from conversations.redirect import PutAside, WhoFirst
from conversations.review import ask_review
from conversations.situation import Form, Here, Surroundings
from conversations.twins import ask_about_twin
from conversations.whose import ask_agreement, ask_for_whom, ask_form, ask_person, ask_round
from dialog.ask import Ask
from dialog.turn import Translate
from rules.commands import RegisterEntry
from rules.person import Membership
from rules.requests import EntriesOf


@dataclass(frozen=True, slots=True)
class Written:
    """What a registration says: for which unit, what, about whom, and its boxes by key."""

    form: Form
    hat: Membership
    chosen: Chosen
    person: str
    boxes: Mapping[str, str]
    plan: str = ""


def register(ask: Ask, _: Translate) -> RegisterEntry | Ended | WhoFirst:
    """Ask for one model or exemplar, read it back, and hand over the registration."""
    here: Surroundings = ask.fact(Here())
    hats = here.person.memberships
    if not hats or not here.person.name:
        return WhoFirst()
    form = ask_form(ask, _, here)
    if held := _held_back(ask, _, here, form):
        return held
    hat = ask_for_whom(ask, _, hats)
    form = form.of(hat.unit.id)
    if held := _begun_too_late(ask, _, here, form):
        return held
    known = ask.fact(EntriesOf(hat.unit.id))
    entries = [entry for entry in known if entry.programme == form.programme.code]
    alone = len(hats) == 1
    chosen = ask_kind(ask, _, form=form, unit=hat.unit, entries=entries, alone=alone)
    person = ask_person(ask, _, chosen, me=here.person.name)
    plan = ask_plan(ask, _, form, hat, chosen.launched)
    twin = partial(ask_about_twin, ask, _, entries=entries, year=form.year)
    asked = fill_in(ask, _, form, place=hat.unit.place, chosen=chosen, twin=twin)
    if not isinstance(asked, tuple):
        return asked
    chosen, boxes = asked
    if held := _not_yet(ask, _, here, form, person):
        return held
    written = Written(form, hat, chosen, person, boxes, plan)
    lines = _read_back(ask, _, here, written)
    ask_review(ask, _, programme=form.programme, boxes=boxes, lines=lines, send=_("Send"))
    return _command(ask, here, written)


def _held_back(ask: Ask, _: Translate, here: Surroundings, form: Form) -> PutAside | None:
    """Return why nothing is to be asked for now: it waits, or is too late for all their units."""
    if ask_round(ask, _, here, form):
        return PutAside("_round")
    of_hats = [form.of(hat.unit.id) for hat in here.person.memberships]
    held = [_begun_too_late(ask, _, here, one) for one in of_hats]
    return held[0] if all(held) else None


def _begun_too_late(ask: Ask, _: Translate, here: Surroundings, form: Form) -> PutAside | None:
    """Return that no more is taken; what is half-written may be finished."""
    return None if ask.noted(form.programme.boxes[0].key) else _too_late(ask, _, here, form)


def _too_late(ask: Ask, _: Translate, here: Surroundings, form: Form) -> PutAside | None:
    """Return that nothing is taken any more; what came in time is, whenever it is read."""
    at = here.came or ask.now
    return PutAside(why=say_until(form, ask.now, _)) if is_over(form, at) else None


def _not_yet(
    ask: Ask, _: Translate, here: Surroundings, form: Form, person: str
) -> PutAside | None:
    """Return why what is written cannot be sent now."""
    if not ask_agreement(ask, _, here, person):
        return PutAside("_person/agreed")
    return _too_late(ask, _, here, form)


def _command(ask: Ask, here: Surroundings, written: Written) -> RegisterEntry:
    chosen = written.chosen
    source, source_words = chosen.comes_from()
    return RegisterEntry(
        dialog=here.dialog.id,
        unit=written.hat.unit.id,
        programme=written.form.programme.code,
        round=written.form.year,
        kind=chosen.kind.code,
        boxes=written.boxes,
        source=source,
        source_words=source_words,
        person=written.person,
        photos=tuple(ask.noted("_photos").split()),
        plan=written.plan,
    )


def _read_back(ask: Ask, _: Translate, here: Surroundings, written: Written) -> list[str]:
    form, chosen, person = written.form, written.chosen, written.person
    lines = [_first_line(ask, _, chosen), "", *describe(form.programme, written.boxes)]
    lines += say_chosen(chosen, _)
    if written.plan:
        lines.append(_("Plan: {plan}").format(plan=written.plan))
    lines.append(_("Unit: {unit}").format(unit=written.hat.unit.name))
    sender = _("comrade {name}").format(name=here.person.name)
    sender += f", {written.hat.position}" if written.hat.position else ""
    if not person:
        text = _("Sent by: {sender}")
    elif person == here.person.name:
        text = _("Registered: {sender}")
    else:
        text = _("Registered: {person} · Typed by: {sender}")
    lines.append(text.format(person=person, sender=sender))
    if photos := ask.noted("_photos").split():
        lines.append(_("Photos: {count}").format(count=len(photos)))
    if is_late(form, ask.now):
        lines += ["", say_until(form, ask.now, _)]
    return lines


def _first_line(ask: Ask, _: Translate, chosen: Chosen) -> str:
    if chosen.source:
        text = _(
            "Kept up from {year}. "
            "Please look whether it is still right, above all the numbers in the content:"
        )
        return text.format(year=chosen.source.round)
    if ask.noted("_kind/guessed"):
        label = chosen.kind.label[:1].lower() + chosen.kind.label[1:]
        text = _("The assistant takes it as: {kind}. If that is wrong, change another part.")
        return text.format(kind=label)
    return _("Please check:")
