"""An announcement of an office: to whom it goes, how it is put together, what became of it."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rules.clean import clean

WAIT_MS = 120_000  # between the second yes and the sending: DỪNG in time reaches everybody
KEPT_MS = 7 * 86_400_000  # after which one that could not go is of no use any more
SUBJECT, TEXT, BASIS = 200, 3000, 200  # characters at most: with all of it one bubble is enough

# read      pressed "Đã rõ"
# sent      arrived, as far as the channel says
# sending   written to be sent, or being sent
# unknown   the channel did not say whether it arrived
# failed    the channel does not take it
# blocked   they closed the chat
# waiting   not decided yet
# later     stopped before they got it, and they are told by one that goes on
# held      few messages are left this month: it goes with the answer to what they write next
# away, silent, muted, gone, late, withdrawn, budget: as `Why` says
Fate: TypeAlias = Literal[
    "read", "sent", "sending", "unknown", "failed", "blocked", "waiting",
    "later", "held", "away", "silent", "muted", "gone", "late", "withdrawn", "budget",
]  # fmt: skip
ARRIVED: frozenset[Fate] = frozenset(("read", "sent", "sending", "unknown"))


@dataclass(frozen=True, slots=True)
class Audience:
    """To whom: contacts of the units below an office, by what is given; nothing given: of all.

    types    of these types
    below    of this unit and those below it
    units    of just these
    rest     those a stopped announcement did not reach
    exempt   also of units exempt in the round
    """

    types: tuple[str, ...] = ()
    below: str = ""
    units: tuple[str, ...] = ()
    rest: str = ""
    exempt: bool = False


EVERYBODY = Audience()


@dataclass(frozen=True, slots=True)
class Announced:
    """What the words of an announcement are made of.

    corrects  when the one it sets right went (aware, local), None for a first one
    again     the first, second … time that somebody is reminded of it, 0 for the thing itself
    """

    announcement: str
    board: str
    words: str
    corrects: dt.datetime | None = None
    at: dt.datetime | None = None
    again: int = 0


def compose(subject: str, text: str, basis: str, slogan: str = "") -> str:
    """Return the words as they go: what it is about, the text, what it rests on, a slogan."""
    quoted = f"“{slogan}”" if slogan else ""
    parts = (f"{_sentence(subject)}\n", text.strip(), resting_on(basis), quoted)
    return "\n".join(filter(None, parts))


def resting_on(basis: str) -> str:
    """Return the line that names the document, "" for none."""
    if not basis:
        return ""
    named = basis.strip()
    return _sentence(named if named[:5].casefold() == "theo " else f"Theo {named}")


def subject_of(words: str) -> str:
    """Return what an announcement is about: its first line."""
    return words.partition("\n")[0].rstrip(" .")


def names_in(typed: str) -> tuple[str, ...]:
    """Return the names of units in a list as people type or paste it."""
    lines = typed.replace(";", "\n").splitlines()
    parts = lines if len(lines) > 1 else typed.split(",")
    return tuple(dict.fromkeys(filter(None, (_without_number(clean(part)) for part in parts))))


def _without_number(line: str) -> str:
    """Return a line without what counts it or marks it: "1. ", "12) ", "- "."""
    head, _, rest = line.partition(" ")
    return rest.strip() if rest and not head.strip("0123456789.)-•+") else line


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text[-1:] in {".", "!", "?", "…", ":"} else f"{text}."
