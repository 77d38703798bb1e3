"""Something begun about a meeting is left for another time."""

from dataclasses import replace

from conversations.dialogs import front
from conversations.drive import present
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.show import main_list
from conversations.situation import Open, Situation
from dialog.questions import SKIP
from dialog.turn import Waiting, answer


def leave_meeting(s: Situation, dialog: Open, waiting: Waiting) -> Outcome:
    """Return that nothing was done, and what else is open; what was said of a new one is kept."""
    _ = s.translate
    if dialog.script == "meeting-away":  # that they are away is noted already
        return present(s, replace(dialog, state=answer(waiting, SKIP)))
    if dialog.script == "meeting" and not dialog.subject:
        kept = replace(dialog, state=replace(waiting.state, aside=True))
        text = _("The meeting is not planned yet and nobody was told; what you said of it is kept.")
        go_on = act(_("Go on with the meeting"), "meeting-new")
        left = Outcome((Say(text, rows(go_on, act(_("Main list"), "main"))),), (kept,))
    else:
        left = Outcome((main_list(s, _("Nothing was changed.")),), close=(dialog.id,))
    others = replace(s, dialogs=tuple(d for d in s.dialogs if d.id != dialog.id))
    ahead = front(others)
    return left.then(present(others, ahead)) if ahead else left
