"""Correcting an entry that was sent: it keeps its code and its time of receipt."""

from conversations.boxes import boxes_of
from conversations.rewording import reword
from conversations.situation import Here, Surroundings, form_of
from dialog.ask import Ask
from dialog.turn import Translate
from rules.commands import CorrectEntry, LeaveAsIs
from rules.life import may
from rules.office_commands import AskForCorrection
from rules.requests import EntryOf


def correct(ask: Ask, _: Translate) -> CorrectEntry | AskForCorrection | LeaveAsIs:
    """Read the entry back as it is, take changes part by part, and hand over the correction.

    Of an entry that was taken in it is the office's to agree.
    """
    here: Surroundings = ask.fact(Here())
    entry = ask.fact(EntryOf(here.dialog.subject))
    if entry is None:
        return LeaveAsIs(here.dialog.subject)
    accepted = may("ask-correction", entry.state)
    if not (entry.may_change() or accepted):
        return LeaveAsIs(entry.id, "correct")
    programme = form_of(here.forms, entry.programme).programme
    if accepted:
        text = _(
            "The office has taken in registration number {number}, so it has to agree to a "
            "correction. Change what is not right, then send it to the office:"
        )
        send = _("Ask the office")
    else:
        text = _(
            "Registration number {number}. Change what is not right, then send the correction:"
        )
        send = _("Send the correction")
    lead = text.format(number=entry.number)
    boxes = reword(ask, _, entry, programme, lead=lead, send=send)
    old = boxes_of(programme, entry)
    if boxes == old:
        return LeaveAsIs(entry.id)
    if accepted:
        new = {key: words for key, words in boxes.items() if words != old[key]}
        return AskForCorrection(entry.id, entry.version, new)
    return CorrectEntry(entry.id, entry.version, boxes)
