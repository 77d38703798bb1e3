"""The office corrects the spelling of an entry; who wrote it reads both."""

from conversations.boxes import boxes_of
from conversations.rewording import reword
from conversations.situation import Here, Surroundings, form_of
from dialog.ask import Ask
from dialog.turn import Translate
from rules.commands import LeaveAsIs
from rules.life import may
from rules.office_commands import MendEntry
from rules.requests import EntryOf


def mend(ask: Ask, _: Translate) -> MendEntry | LeaveAsIs:
    """Read the entry back as it is, take changes part by part, and hand over what is mended."""
    here: Surroundings = ask.fact(Here())
    entry = ask.fact(EntryOf(here.dialog.subject))
    if entry is None or not may("mend", entry.state):
        return LeaveAsIs(here.dialog.subject, "mend")
    programme = form_of(here.forms, entry.programme).programme
    text = _(
        "Correct only the spelling of registration number {number}; what it says is its author's. "
        "They will be shown the old words and the new ones:"
    )
    lead = text.format(number=entry.number)
    boxes = reword(ask, _, entry, programme, lead=lead, send=_("Save the spelling"))
    old = boxes_of(programme, entry)
    new = {key: words for key, words in boxes.items() if words != old[key]}
    return MendEntry(entry.id, entry.version, new) if new else LeaveAsIs(entry.id)
