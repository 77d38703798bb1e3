"""Taking an entry back, with a second yes."""

from conversations.situation import Here, Surroundings
from dialog.ask import Ask
from dialog.turn import Translate
from rules.commands import LeaveAsIs, WithdrawEntry
from rules.requests import EntryOf


def withdraw(ask: Ask, _: Translate) -> WithdrawEntry | LeaveAsIs:
    """Ask once more before an entry is taken back."""
    here: Surroundings = ask.fact(Here())
    entry = ask.fact(EntryOf(here.dialog.subject))
    if entry is None or not entry.may_change():
        return LeaveAsIs(here.dialog.subject, "withdraw")
    text = _("Take back registration number {number} “{name}”?")
    text = text.format(number=entry.number, name=entry.name)
    yes, no = _("Take it back"), _("Keep it")
    sure = ask.maybe("sure", _("Take back"), text, yes=yes, no=no)
    return WithdrawEntry(entry.id, entry.version) if sure else LeaveAsIs(entry.id)
