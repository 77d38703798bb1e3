"""More words after the content: do they belong to it?"""

from __future__ import annotations

from conversations.situation import Translate
from dialog.ask import Ask
from dialog.state import State

WORDS, ANSWER = "add", "add-it"


def add_content(ask: Ask, _: Translate, content: str) -> str:
    """Ask whether words said at the review belong to the content; return the content as it is then."""
    words = ask.noted(WORDS)
    if not words:
        return content
    wanted = ask.maybe(
        ANSWER, "", _("Add what you just said to the content?"), yes=_("Add it"), no=_("No")
    )
    return f"{content}\n{words}" if wanted else content


def absorb(state: State, key: str) -> State:
    """Return the state with added words made part of the answer under `key`, the question forgotten."""
    if ANSWER not in state.answers:
        return state
    added = state.answers[ANSWER] == "yes"
    content = f"{state.answers.get(key, '')}\n{state.answers.get(WORDS, '')}"
    settled = state.without(WORDS, ANSWER)
    return settled.answering(key, content) if added else settled
