"""What is said about the way to the desk."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.show import main_list
from conversations.situation import Situation
from rules import office_results as results


def _open(s: Situation, r: results.DeskOpen) -> Outcome:
    _ = s.translate
    text = _(
        "Open this link on your computer; it opens the desk once, within {minutes} minutes:\n"
        "{link}\n\nPlease do not pass it on: whoever opens it works in your name."
    )
    lock = act(_("Lock the desk"), "desk-lock")
    return Outcome((Say(text.format(link=r.link, minutes=r.minutes), rows(lock)),))


def _locked(s: Situation, r: results.DeskLocked) -> Outcome:
    _ = s.translate
    text = _("The desk is closed on every computer where it was open in your name.")
    if not r.sessions:
        text = _("The desk is open nowhere in your name; links sent before open nothing now.")
    return Outcome((main_list(s, text),))


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.DeskOpen: _open,
    results.DeskLocked: _locked,
}
