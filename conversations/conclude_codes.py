"""What is said after codes of units were made or taken back."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations import show
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.situation import Situation
from conversations.without_contact import say_without_contact
from rules import code_results as results
from rules.numbers import say_number


def _coming(s: Situation, r: results.CodesComing) -> Outcome:
    _ = s.translate
    text = _(
        "The assistant is making {count} codes: an Excel file to send from and a Word file to "
        "print and cut. Both come here by themselves. Please keep them closed, and delete them "
        "when the codes are handed out."
    )
    return Outcome((Say(text.format(count=say_number(r.count))),))


def _nobody(s: Situation, r: results.NobodyToInvite) -> Outcome:
    _ = s.translate
    text = _("The contacts there have all come; no codes are needed.")
    if r.without:
        nobody = _("No contact there waits for a code.")
        text = f"{nobody} {say_without_contact(r.without, _)}"
    return Outcome((show.main_list(s, text),))


def _revoked(s: Situation, r: results.CodesRevoked) -> Outcome:
    _ = s.translate
    text = _("{count} codes are taken back; nobody comes in by them any more.")
    return Outcome((show.main_list(s, text.format(count=say_number(r.count))),))


def _left(s: Situation, _r: results.CodesLeft) -> Outcome:
    _ = s.translate
    return Outcome((show.main_list(s, _("No codes were made or taken back.")),))


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.CodesComing: _coming,
    results.NobodyToInvite: _nobody,
    results.CodesRevoked: _revoked,
    results.CodesLeft: _left,
}
