"""What was seen of an announcement in bad weather, and whether it was kept what was promised."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

FIRST, SECOND = "Thông báo thứ nhất", "Thông báo thứ hai"
ALLOWED, HELD = 30, 0.95  # messages a second, and how much of that has to be held


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be seen of a run."""

    people: int
    left_out: int
    unknown: int
    copies: int
    unexplained: int
    disorder: int
    undercut: int
    kills: int
    struck: dict[str, int]
    rate: float
    waits: dict[str, list[float]]

    @property
    def is_kept(self) -> bool:
        """Whether every promise was kept."""
        wrong = self.left_out + self.unexplained + self.disorder + self.undercut
        return not wrong and self.rate >= ALLOWED * HELD


def in_disorder(got: Sequence[str]) -> bool:
    """Return whether the second announcement came before the first."""
    order = [SECOND in text for text in got if FIRST in text or SECOND in text]
    return order != sorted(order)


def pace(calls: Sequence[float], began: Sequence[float], ended: Sequence[float]) -> float:
    """Return how many a second were tried while the bot ran, from its first one on."""
    lives = [
        [at for at in calls if born <= at < died] for born, died in zip(began, ended, strict=True)
    ]
    count = sum(len(life) - 1 for life in lives if life)
    return count / sum(life[-1] - life[0] for life in lives if len(life) > 1)


def show(one: Verdict) -> None:
    """Print it."""
    table = Table("", "")
    rows = {
        "people, two announcements each": f"{one.people:,}",
        "kills -9 meanwhile": str(one.kills),
        "failures": ", ".join(f"{count} {kind}" for kind, count in sorted(one.struck.items())),
        "left out": str(one.left_out),
        "unknown, listed": str(one.unknown),
        "copies too many": f"{one.copies}, of which no failure explains {one.unexplained}",
        "second before first": str(one.disorder),
        "retry_after undercut": str(one.undercut),
        "calls a second": f"{one.rate:.2f} of {ALLOWED} ({one.rate / ALLOWED:.1%})",
    }
    for phase, waits in one.waits.items():
        rows[f"answers {phase}, ms"] = _said(waits)
    for name, words in rows.items():
        table.add_row(name, words)
    Console(width=100).print(table)


def _said(waits: Sequence[float]) -> str:
    if len(waits) < 2:  # noqa: PLR2004 - of fewer there are no shares
        return "none"
    p95 = statistics.quantiles(waits, n=20)[-1]
    return f"median {statistics.median(waits):.0f}, p95 {p95:.0f} ({len(waits)} answers)"
