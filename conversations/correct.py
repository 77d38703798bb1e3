"""Correcting an entry that was sent: it keeps its code and its time of receipt."""

from __future__ import annotations

from conversations.add_content import add_content
from conversations.boxes import ask_box, boxes_of, describe
from conversations.review import ask_review
from conversations.situation import Here, Surroundings, Translate
from dialog.ask import Ask
from rules.commands import CorrectEntry, LeaveAsIs
from rules.entry import Entry
from rules.requests import EntryOf


def correct(ask: Ask, _: Translate) -> CorrectEntry | LeaveAsIs:
    """Read the entry back as it is, take changes part by part, and hand over the correction."""
    here: Surroundings = ask.fact(Here())
    entry: Entry | None = ask.fact(EntryOf(here.dialog.subject))
    if entry is None or not entry.may_change():
        return LeaveAsIs(here.dialog.subject)
    programme = here.form(entry.programme).programme
    before = boxes_of(programme, entry)
    boxes: dict[str, str] = {}
    for box in programme.boxes:
        given = before[box.key] or ("" if box.required else _("Skip"))
        boxes[box.key] = ask_box(ask, _, box, given=given, place=entry.unit.place)
        if box.type == "content":
            boxes[box.key] = add_content(ask, _, boxes[box.key])
    first = _(
        "Registration number {number}. Change what is not right, then send the correction:"
    ).format(number=entry.number)
    lines = [first, "", *describe(programme, boxes)]
    ask_review(ask, _, programme=programme, boxes=boxes, lines=lines, send=_("Send the correction"))
    changed = {key: kept for key, kept in boxes.items() if kept != before[key]}
    return CorrectEntry(entry.id, entry.version, boxes) if changed else LeaveAsIs(entry.id)
