"""Correcting an entry that was sent: it keeps its code and its time of receipt."""

from conversations.add_content import add_content
from conversations.boxes import ask_box, boxes_of, describe, given_by
from conversations.review import ask_review
from conversations.situation import Here, Surroundings, form_of
from dialog.ask import Ask
from dialog.turn import Translate
from rules.commands import CorrectEntry, LeaveAsIs
from rules.requests import EntryOf


def correct(ask: Ask, _: Translate) -> CorrectEntry | LeaveAsIs:
    """Read the entry back as it is, take changes part by part, and hand over the correction."""
    here: Surroundings = ask.fact(Here())
    entry = ask.fact(EntryOf(here.dialog.subject))
    if entry is None or not entry.may_change():
        return LeaveAsIs(here.dialog.subject)
    programme = form_of(here.forms, entry.programme).programme
    given = given_by(programme, entry)
    boxes: dict[str, str] = {}
    for box in programme.boxes:
        boxes[box.key] = ask_box(ask, _, box, given=given[box.key], place=entry.unit.place)
        if box.type == "content":
            add_content(ask, _, box.key)
    text = _("Registration number {number}. Change what is not right, then send the correction:")
    lines = [text.format(number=entry.number), "", *describe(programme, boxes)]
    ask_review(ask, _, programme=programme, boxes=boxes, lines=lines, send=_("Send the correction"))
    if boxes == boxes_of(programme, entry):
        return LeaveAsIs(entry.id)
    return CorrectEntry(entry.id, entry.version, boxes)
