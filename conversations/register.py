"""Registering a model or an exemplar: the conversation everything else is for."""

from __future__ import annotations

from conversations.add_content import add_content
from conversations.boxes import ask_box, boxes_of, describe
from conversations.kinds import Chosen, ask_kind
from conversations.redirect import Redirect
from conversations.review import ask_review
from conversations.situation import Form, Here, Surroundings, Translate
from conversations.twins import ask_about_twin
from conversations.whose import ask_agreement, ask_for_whom, ask_form, ask_person, ask_round
from dialog.ask import Ask
from rules.commands import RegisterEntry
from rules.entry import Entry
from rules.person import Membership
from rules.requests import EntriesOf


def register(ask: Ask, _: Translate) -> RegisterEntry | Redirect:
    """Ask for one model or exemplar, read it back, and hand over the registration."""
    here: Surroundings = ask.fact(Here())
    form = ask_form(ask, _, here)
    ask_round(ask, _, here, form)
    hat = ask_for_whom(ask, _, here)
    entries: tuple[Entry, ...] = ask.fact(EntriesOf(hat.unit.id))
    alone = len(here.person.memberships) == 1
    chosen = ask_kind(ask, _, form=form, unit=hat.unit, entries=entries, alone=alone)
    person = ask_person(ask, _, here, chosen)
    boxes: dict[str, str] = {}
    for box in form.programme.boxes:
        given = boxes_of(form.programme, chosen.source).get(box.key, "") if chosen.source else ""
        boxes[box.key] = ask_box(ask, _, box, given=given, place=hat.unit.place)
        if box.type == "name" and not chosen.source:
            twin = ask_about_twin(ask, _, name=boxes[box.key], entries=entries, year=form.year)
            if isinstance(twin, Redirect):
                return twin
            chosen = chosen.continuing(twin, form.programme)
        if box.type == "content":
            boxes[box.key] = add_content(ask, _, boxes[box.key])
    ask_agreement(ask, _, here, person)
    lines = _read_back(ask, _, here, form, hat, chosen, person, boxes)
    ask_review(ask, _, programme=form.programme, boxes=boxes, lines=lines, send=_("Send"))
    return RegisterEntry(
        dialog=here.dialog.id,
        unit=hat.unit.id,
        programme=form.programme.code,
        round=form.year,
        kind=chosen.kind.code,
        boxes=boxes,
        source=chosen.source.id if chosen.source else "",
        source_words=chosen.source_words,
        person=person,
        photos=tuple(ask.noted("photos").split()),
    )


def _read_back(
    ask: Ask,
    _: Translate,
    here: Surroundings,
    form: Form,
    hat: Membership,
    chosen: Chosen,
    person: str,
    boxes: dict[str, str],
) -> list[str]:
    lines = [_first_line(ask, _, chosen), "", *describe(form.programme, boxes)]
    lines.append(_("Form: {kind}").format(kind=chosen.kind.label))
    if chosen.source_words:
        lines.append(_("Replicated from: {source}").format(source=chosen.source_words))
    lines.append(_("Unit: {unit}").format(unit=hat.unit.name))
    sender = _("comrade {name}").format(name=here.person.name)
    sender += f", {hat.position}" if hat.position else ""
    if person and person != here.person.name:
        lines.append(
            _("Registered: {person} · Typed by: {sender}").format(person=person, sender=sender)
        )
    else:
        lines.append(_("Sent by: {sender}").format(sender=sender))
    return lines


def _first_line(ask: Ask, _: Translate, chosen: Chosen) -> str:
    if chosen.source:
        return _(
            "Kept up from {year}. Please look whether it is still right, above all the numbers in the content:"
        ).format(year=chosen.source.round)
    if ask.noted("guessed"):
        return _(
            "The assistant takes it as: {kind}. If that is wrong, change another part."
        ).format(kind=chosen.kind.label)
    return _("Please check:")
