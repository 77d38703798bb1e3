"""Of the reminders of one matter that would go at the same moment one goes, none beside news."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from rules.occurrences import Due
from rules.when_to_go import Going


@dataclass(frozen=True, slots=True)
class Planned:
    """Something due, and when it may go or why it does not."""

    due: Due
    going: Going


def nearest(planned: Iterable[Planned]) -> list[Planned]:
    """Return the same, in their order; of an occasion all news are owed, else the last reminder."""
    planned = list(planned)
    going = [one for one in planned if not one.going.why]
    news = {one.due.key[:3] for one in going if one.due.news}
    last: dict[tuple[str, ...], Planned] = {}
    for one in going:
        before = last.setdefault(one.due.key[:3], one)
        if one.going.due_at >= before.going.due_at:
            last[one.due.key[:3]] = one
    return [one if _goes(one, last, news) else _nearer(one) for one in planned]


def _goes(
    one: Planned, last: Mapping[tuple[str, ...], Planned], news: Collection[tuple[str, ...]]
) -> bool:
    if one.going.why or one.due.news:
        return True
    return one.due.key[:3] not in news and last[one.due.key[:3]] is one


def _nearer(one: Planned) -> Planned:
    return replace(one, going=replace(one.going, why="nearer"))
