"""Notes what is wrong with rows while a plan is made of them."""

from typing import Protocol

from rules.importing.columns import Columns
from rules.importing.plan import Plan
from rules.importing.problems import Problem, details


class Row(Protocol):
    """A row of a table of any kind."""

    @property
    def row(self) -> int:
        """Its number in the sheet."""


class Noting:
    """Adds problems to a plan, each with the heading over its column."""

    def __init__(self, plan: Plan, columns: Columns) -> None:
        self._plan, self._columns = plan, columns

    def wrong(self, row: Row, column: str, reason: str, value: str, **more: str | int) -> None:
        """Note what is wrong with a cell that reads `value`."""
        title = self._columns.title(column)
        problem = Problem(row.row, column, title, reason, value, details(**more))
        self._plan.problems.append(problem)
