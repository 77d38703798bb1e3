"""What is said of a code that leads nowhere, before consent and after it."""

from conversations.humans import call_name
from dialog.turn import Translate
from rules.person import Human


def wrong_code(human: Human, _: Translate, *, wait: bool) -> str:
    """Return that a code cannot be used, or that they have to `wait`, and what to do about it."""
    if wait:
        text = _("Too many tries. Please wait an hour, or call {human}.")
    else:
        text = _("The code is not right, or no longer valid. Look again, or call {human}.")
    return text.format(human=call_name(human, _))
