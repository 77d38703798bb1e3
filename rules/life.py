"""The life of an entry: what may be done with it in which state, and what it is then."""

from collections.abc import Collection, Mapping
from typing import Literal, TypeAlias

State: TypeAlias = Literal["sent", "confirmed", "accepted", "recognised", "returned", "withdrawn"]
# Its author corrects, withdraws, asks; its unit's officer confirms; the rest is the office's.
Step: TypeAlias = Literal[
    "correct", "withdraw", "confirm", "accept", "return", "mend", "ask-correction", "grant"
]
# What comes after acceptance (reviewed, voted, recognised, awarded) begins where this ends.
_MAY: Mapping[Step, tuple[State, ...]] = {
    "correct": ("sent", "confirmed", "returned"),
    "withdraw": ("sent", "confirmed", "returned"),
    "confirm": ("sent",),
    "accept": ("sent", "confirmed"),
    "return": ("sent", "confirmed"),
    "mend": ("sent", "confirmed", "returned", "accepted"),
    "ask-correction": ("accepted",),
    "grant": ("accepted",),
}
_THEN: Mapping[Step, State] = {
    "withdraw": "withdrawn",
    "confirm": "confirmed",
    "accept": "accepted",
    "return": "returned",
}


def states_for(step: Step) -> Collection[State]:
    """Return the states from which a step may be taken."""
    return _MAY[step]


def may(step: Step, state: State) -> bool:
    """Return whether a step may be taken with an entry in this state."""
    return state in _MAY[step]


def state_after(step: Step) -> State:
    """Return what an entry is after a step that takes it to another state."""
    return _THEN[step]
