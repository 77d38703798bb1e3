"""Before consent only the question of consent is asked, and nothing else is kept."""

from __future__ import annotations

from dataclasses import replace

from conversations.drive import at, begin, finish, present
from conversations.intents import code_in
from conversations.outcome import Outcome
from conversations.situation import Open, Situation
from dialog.said import Press, Said, Start, Text
from dialog.state import State
from dialog.turn import Finished, Waiting, answer
from rules.refused import Refused


def before_consent(s: Situation, said: Said) -> Outcome:
    """Return the question of consent, or what follows from the answer to it."""
    dialog = _consent_dialog(s, said)
    standing = at(s, dialog)
    if isinstance(standing, Finished):
        return finish(s, dialog, standing)
    answered = _answer(dialog, standing, said)
    return present(s, answered if answered else dialog)


def _consent_dialog(s: Situation, said: Said) -> Open:
    """Return the dialog of consent; a code said before or now is noted in it."""
    dialog = begin(s, "consent")
    code = said.code if isinstance(said, Start) else ""
    if isinstance(said, Text):
        code = code_in(said.text, bare=True)
    if not code:
        return dialog
    return replace(dialog, state=State(answers={"code": code.upper()}))


def _answer(dialog: Open, waiting: Waiting, said: Said) -> Open | None:
    """Return the dialog with the answer taken, None when it is no answer."""
    if isinstance(said, Press):
        prefix, _, code = said.data.rpartition(":")
        if prefix != f"d:{dialog.id}:{waiting.question.key}":
            return None
        said = Press(code)
    if not isinstance(said, Press | Text):
        return None
    try:
        return replace(dialog, state=answer(waiting, said))
    except Refused:
        return None
