"""More words after the content, which may belong to it."""

from dialog.ask import Ask
from dialog.state import State
from dialog.turn import Translate, Waiting

WORDS, SURE = "/add", "/add/sure"  # behind the key of the content's box


def add_content(ask: Ask, _: Translate, key: str) -> None:
    """Ask whether words said at the review belong to the content of the box `key`."""
    if ask.noted(key + WORDS):
        text = _("Add what you just said to the content?")
        ask.maybe(key + SURE, "", text, yes=_("Add it"), no=_("No"))


def note(state: State, key: str, words: str) -> State:
    """Return the state with words that may belong to the content, to be asked about."""
    return state.answering(key + WORDS, words)


def note_too(waiting: Waiting, state: State, words: str) -> State:
    """Return the state with further words, said while it is asked about those before."""
    key = waiting.question.key.removesuffix(SURE)
    return note(state, key, f"{state.answers[key + WORDS]}\n{words}")


def absorb(waiting: Waiting, state: State) -> State:
    """Return the state after the answer to that question: the words added, or forgotten."""
    if not waiting.question.key.endswith(SURE):
        return state
    key = waiting.question.key.removesuffix(SURE)
    words, added = state.answers[key + WORDS], state.answers[key + SURE] == "yes"
    state = state.without(key + WORDS, key + SURE)
    return state.offering({key: f"{waiting.earlier[key]}\n{words}"}) if added else state
