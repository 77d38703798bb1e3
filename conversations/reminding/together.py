"""What is told of in one breath: one unit by several ways once, several units by one end."""

from collections.abc import Hashable, Sequence
from typing import Any

from conversations.reminding.deadlines import say_several, told_together
from conversations.reminding.words import words_of
from conversations.say import Say
from dialog.turn import Translate
from rules.matters import Matter
from rules.reminding import Owing


def in_one_breath(facts: Sequence[Any], _: Translate) -> list[tuple[Say, tuple[int, ...]]]:
    """Return what is said of some facts, each with the places of those it is of."""
    best = _best(facts)
    groups: dict[Hashable, list[int]] = {}
    for n, one in enumerate(facts):
        of = facts[best[one.matter]] if isinstance(one, Owing) else one
        groups.setdefault(told_together(of) if isinstance(of, Owing) else n, []).append(n)
    return [(_say(facts, places, best, _), tuple(places)) for places in groups.values()]


def _best(facts: Sequence[Any]) -> dict[Matter, int]:
    """Return which of several reminders of one unit is told: the office's own before others."""
    best: dict[Matter, int] = {}
    for n, one in enumerate(facts):
        if isinstance(one, Owing) and (one.matter not in best or one.by):
            best[one.matter] = n
    return best


def _say(facts: Sequence[Any], places: Sequence[int], best: dict[Matter, int], _: Translate) -> Say:
    told = [facts[n] for n in places if not isinstance(facts[n], Owing)]
    owings = [facts[n] for n in places if n in best.values()]
    if len(owings) > 1:
        return say_several(owings, _)
    return words_of((owings or told)[0], _)
