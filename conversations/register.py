"""Registering a model or an exemplar: the conversation everything else is for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.add_content import add_content
from conversations.boxes import ask_box, describe, given_by
from conversations.closing import is_late, is_over, say_until
from conversations.kinds import Chosen, ask_kind
from conversations.launched import SOURCE, given_by_launched
from conversations.redirect import PutAside, Redirect, WhoFirst
from conversations.review import ask_review
from conversations.situation import Form, Here, Surroundings
from conversations.twins import ask_about_twin
from conversations.whose import ask_agreement, ask_for_whom, ask_form, ask_person, ask_round
from dialog.ask import Ask
from dialog.turn import Translate
from rules.commands import RegisterEntry
from rules.entry import Entry
from rules.fold import fold
from rules.person import Membership
from rules.programme import Programme
from rules.requests import EntriesOf


@dataclass(frozen=True, slots=True)
class Written:
    """What a registration says: for which unit, what, about whom, and its boxes by key."""

    form: Form
    hat: Membership
    chosen: Chosen
    person: str
    boxes: Mapping[str, str]


def register(ask: Ask, _: Translate) -> RegisterEntry | Redirect | PutAside | WhoFirst:
    """Ask for one model or exemplar, read it back, and hand over the registration."""
    here: Surroundings = ask.fact(Here())
    hats = here.person.memberships
    if not hats or not here.person.name:
        return WhoFirst()
    form = ask_form(ask, _, here)
    if held := _held_back(ask, _, here, form):
        return held
    hat = ask_for_whom(ask, _, hats)
    known: Sequence[Entry] = ask.fact(EntriesOf(hat.unit.id))
    entries = [entry for entry in known if entry.programme == form.programme.code]
    alone = len(hats) == 1
    chosen = ask_kind(ask, _, form=form, unit=hat.unit, entries=entries, alone=alone)
    person = ask_person(ask, _, here, chosen)
    asked = _ask_boxes(ask, _, form, hat, chosen, entries)
    if isinstance(asked, Redirect | PutAside):
        return asked
    chosen, boxes = asked
    if held := _not_yet(ask, _, here, form, person):
        return held
    written = Written(form, hat, chosen, person, boxes)
    lines = _read_back(ask, _, here, written)
    ask_review(ask, _, programme=form.programme, boxes=boxes, lines=lines, send=_("Send"))
    return _command(ask, here, written)


def _held_back(ask: Ask, _: Translate, here: Surroundings, form: Form) -> PutAside | None:
    """Return why nothing more is to be asked for now; what is half-written may be finished."""
    if ask_round(ask, _, here, form):
        return PutAside("_round")
    if is_over(form, ask.now) and not ask.noted(form.programme.boxes[0].key):
        return PutAside(why=say_until(form, ask.now, _))
    return None


def _not_yet(
    ask: Ask, _: Translate, here: Surroundings, form: Form, person: str
) -> PutAside | None:
    """Return why what is written cannot be sent now."""
    if not ask_agreement(ask, _, here, person):
        return PutAside("_person/agreed")
    return PutAside(why=say_until(form, ask.now, _)) if is_over(form, ask.now) else None


def _ask_boxes(
    ask: Ask, _: Translate, form: Form, hat: Membership, chosen: Chosen, entries: Sequence[Entry]
) -> tuple[Chosen, dict[str, str]] | Redirect | PutAside:
    """Ask for every box; a name the unit knows may make it the continuation of an old entry."""
    boxes: dict[str, str] = {}
    for box in form.programme.boxes:
        given = _given(form.programme, chosen)
        exemplar = chosen.kind.entry == "exemplar"
        boxes[box.key] = ask_box(
            ask, _, box, given=given.get(box.key, ""), place=hat.unit.place, exemplar=exemplar
        )
        if box.type == "name" and not (chosen.source or chosen.launched):
            name = (box.key, boxes[box.key])
            twin = ask_about_twin(ask, _, name=name, entries=entries, year=form.year)
            if isinstance(twin, Redirect | PutAside):
                return twin
            if twin and fold(twin.name) == fold(boxes[box.key]):
                boxes[box.key] = twin.name  # the same words, with the marks it is known by
            chosen = chosen.continuing(twin, form.programme)
        if box.type == "content":
            add_content(ask, _, box.key)
    return chosen, boxes


def _given(programme: Programme, chosen: Chosen) -> dict[str, str]:
    """Return what is known before it is asked: of last year's entry, of what is launched above."""
    if chosen.launched:
        return given_by_launched(programme, chosen.launched)
    return given_by(programme, chosen.source) if chosen.source else {}


def _source(chosen: Chosen) -> tuple[str, str]:
    """Return what the entry comes from, for the register and in words."""
    if chosen.launched:
        return SOURCE + chosen.launched.code, chosen.launched.name
    return chosen.source.id if chosen.source else "", chosen.source_words


def _command(ask: Ask, here: Surroundings, written: Written) -> RegisterEntry:
    chosen = written.chosen
    source, source_words = _source(chosen)
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
    )


def _read_back(ask: Ask, _: Translate, here: Surroundings, written: Written) -> list[str]:
    form, chosen, person = written.form, written.chosen, written.person
    lines = [_first_line(ask, _, chosen), "", *describe(form.programme, written.boxes)]
    lines.append(_("Form: {kind}").format(kind=chosen.kind.label))
    if chosen.launched and chosen.launched.level:
        lines.append(_("Launched by: {level}").format(level=chosen.launched.level))
    if chosen.source_words:
        lines.append(_("Replicated from: {source}").format(source=chosen.source_words))
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
