"""NHẮC: whoever writes it reads what the assistant has still to remind them of."""

from collections.abc import Callable, Mapping

from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.situation import Situation
from dialog.turn import Translate
from rules.reminding_requests import StillOwed


def _owed(s: Situation, _subject: str) -> Outcome:
    _ = s.translate
    if s.facts_of(StillOwed()):
        return Outcome((Say(_("What the assistant has to remind you of, comrade:")),), owed=True)
    return Outcome((nothing_owed(_),))


def nothing_owed(_: Translate) -> Say:
    """Return that nothing is left to remind of."""
    nothing = _("There is nothing left that the assistant has to remind you of.")
    return Say(nothing, rows(act(_("My reminders"), "my-reminders")))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {"still-owed": _owed}
