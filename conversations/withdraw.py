"""Taking an entry back, with a second yes."""

from __future__ import annotations

from conversations.situation import Here, Surroundings, Translate
from dialog.ask import Ask
from rules.commands import LeaveAsIs, WithdrawEntry
from rules.requests import EntryOf


def withdraw(ask: Ask, _: Translate) -> WithdrawEntry | LeaveAsIs:
    """Ask once more before an entry is taken back."""
    here: Surroundings = ask.fact(Here())
    entry = ask.fact(EntryOf(here.dialog.subject))
    if entry is None:
        return LeaveAsIs(here.dialog.subject)
    sure = ask.maybe(
        "sure",
        _("Take back"),
        _("Take back registration number {number} “{name}”?").format(
            number=entry.number, name=entry.name
        ),
        yes=_("Take it back"),
        no=_("Keep it"),
    )
    return WithdrawEntry(entry.id, entry.version) if sure else LeaveAsIs(entry.id)
