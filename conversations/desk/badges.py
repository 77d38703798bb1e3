"""How something stands, as a mark, a word and a tone: never by colour alone."""

from dataclasses import dataclass

from conversations.states import say_state
from dialog.turn import Translate
from rules.entry import State

# Filled when it is settled, half where it goes on, hollow where somebody has to do something.
_MARKS: dict[State, tuple[str, str]] = {
    "sent": ("○", "open"),
    "confirmed": ("◐", "open"),
    "accepted": ("●", "good"),
    "recognised": ("★", "good"),
    "returned": ("△", "warn"),
    "withdrawn": ("✕", "gone"),
}


@dataclass(frozen=True, slots=True)
class Badge:
    """A mark, its word, and the tone of the page: "open", "good", "warn" or "gone"."""

    mark: str
    word: str
    tone: str


def state_badge(state: State, _: Translate) -> Badge:
    """Return how an entry stands."""
    mark, tone = _MARKS[state]
    return Badge(mark, say_state(state, _), tone)
