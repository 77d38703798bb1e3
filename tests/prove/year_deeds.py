"""What the people of a virtual year do, and when: drawn from one seed."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeAlias

What: TypeAlias = Literal["registered", "paper", "said-sent", "exempt", "coming", "away"]
# What becomes of a unit's registration in the year, in so many of a hundred units.
_FATES: tuple[tuple[What | None, int], ...] = (
    ("registered", 60),
    ("paper", 10),
    ("said-sent", 5),
    ("exempt", 5),
    (None, 20),
)
_REPLIES: tuple[tuple[What | None, int], ...] = (("coming", 45), ("away", 20), (None, 35))
DAY_MS = 86_400_000
_FORGETS = 0.1


@dataclass(frozen=True, slots=True, order=True)
class Deed:
    """Somebody does something at a moment (UTC ms); of a reply `meeting` is the meeting's id."""

    at: int
    person: str
    unit: str
    what: What
    meeting: str = ""
    revision: int = 0


def registrations(
    random: Random, contacts: Sequence[tuple[str, str]], *, first: int, last: int
) -> list[Deed]:
    """Return what each unit does between two moments; `contacts` are (unit, person).

    Who registers does so as often as the unit owes, or one time less.
    """
    deeds = []
    for unit, person in dict(contacts).items():
        what = _drawn(random, _FATES)
        often = owes(unit) - (random.random() < _FORGETS) if what == "registered" else 1
        if what:
            deeds += [Deed(random.randrange(first, last), person, unit, what) for _ in range(often)]
    return deeds


def owes(unit: str) -> int:
    """Return how many entries a unit of the bloc owes."""
    return 2 if "dang_bo" in unit else 1


def replies(
    random: Random, invited: Sequence[str], meeting: tuple[str, str, int, int], *, now: int
) -> list[Deed]:
    """Return who replies to a meeting, given as (id, unit, revision, start), and when."""
    key, unit, revision, start = meeting
    first = min(now + DAY_MS // 2, start - 2)  # by then the invitation is there, at any hour
    return [
        Deed(random.randrange(first, start - 1), person, unit, what, key, revision)
        for person in invited
        if (what := _drawn(random, _REPLIES))
    ]


def _drawn(random: Random, fates: Sequence[tuple[What | None, int]]) -> What | None:
    ((what, _),) = random.choices(fates, weights=[share for _, share in fates])
    return what
