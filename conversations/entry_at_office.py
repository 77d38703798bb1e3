"""What an entry's card says of the office, and what each side may do about it there."""

from conversations.boxes import boxes_of
from conversations.entry_notices import (
    correction_ways,
    say_changes,
    say_correction,
    supplement_ways,
)
from conversations.moments import say_moment
from conversations.offer import act
from conversations.on_paper.twins import say_twins
from conversations.say import Option
from conversations.situation import Form, Situation, Translate, form_of
from conversations.supplement_words import say_by_when, say_supplement
from rules.entry import Entry
from rules.entry_requests import AtOffice, AtOfficeOf
from rules.life import may
from rules.unmarked import is_unmarked


def say_at_office(s: Situation, found: Entry) -> list[str]:
    """Return the lines of what stands between an entry's people and the office."""
    _ = s.translate
    at, form = _at_office(s, found), form_of(s.forms, found.programme)
    lines = []
    if at.accepted and at.accepted.by:
        text = _("Taken in by: comrade {name}, {moment}")
        lines.append(text.format(name=at.accepted.by, moment=say_moment(at.accepted.at, _)))
    if at.office:
        lines += [*_without_marks(found, form, _), *say_twins(s, found)]
    if at.supplement:
        asked = say_supplement(form, found, at.supplement, _).partition("\n")[0]
        lines += ["", _("To be added:") + " " + asked, say_by_when(form, found, at.supplement, _)]
    if at.correction and at.office:
        lines += ["", say_correction(form.programme, at.correction, _)]
    elif at.correction:
        lines += ["", _("A correction waits for the office:")]
        lines += say_changes(form.programme, at.correction.boxes, _)
    return lines


def _without_marks(found: Entry, form: Form, _: Translate) -> list[str]:
    """Return which texts were typed without marks, which an office may correct."""
    told = boxes_of(form.programme, found)
    labels = [b.label for b in form.programme.boxes if is_unmarked(told.get(b.key, ""))]
    return [_("Typed without marks: {boxes}").format(boxes=", ".join(labels))] if labels else []


def ways_at_office(s: Situation, found: Entry) -> tuple[Option, ...] | None:
    """Return what the office may do about an entry; None for who is not of it."""
    _ = s.translate
    at = _at_office(s, found)
    if not at.office:
        return None
    ways = list(correction_ways(at.correction, _)) if at.correction else []
    if may("accept", found.state):
        ways.append(act(_("Take it in"), "accept", found.id, found.version))
    if may("return", found.state):
        ways.append(act(_("Ask for a supplement"), "ask-supplement", found.id, found.version))
    if may("mend", found.state):
        ways.append(act(_("Correct the spelling"), "mend", found.id, found.version))
    if may("withdraw", found.state):
        ways.append(act(_("Take it back"), "withdraw", found.id, found.version))
    return tuple(ways)


def ways_of_author(s: Situation, found: Entry) -> tuple[Option, ...]:
    """Return what its people may do about an entry because of the office."""
    _ = s.translate
    at = _at_office(s, found)
    if at.supplement:
        return supplement_ways(found, _)
    if may("ask-correction", found.state):
        return (act(_("Ask for a correction"), "correct", found.id, found.version),)
    return ()


def history_way(s: Situation, found: Entry) -> Option:
    """Return the button to what was done with an entry."""
    _ = s.translate
    return act(_("History"), "entry-history", found.id, found.version)


def _at_office(s: Situation, found: Entry) -> AtOffice:
    at: AtOffice = s.facts_of(AtOfficeOf(found.id))
    return at
