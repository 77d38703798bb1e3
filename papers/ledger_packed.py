"""The office's printed tables as they travel to the child process that writes them."""

import datetime as dt
import json
from typing import Any

from rules.ledger import Column, Figure, Group, Ledger


def ledgers_of(data: bytes) -> list[Ledger]:
    """Return the tables told as JSON: their fields by name, times as ISO text."""
    return [_ledger(**told) for told in json.loads(data)]


def _ledger(**told: Any) -> Ledger:
    return Ledger(
        name=told["name"],
        titles=tuple(told["titles"]),
        columns=tuple(Column(**column) for column in told["columns"]),
        groups=tuple(_group(**group) for group in told["groups"]),
        total=told["total"],
        footer=told["footer"],
        at_label=told["at_label"],
        at=dt.datetime.fromisoformat(told["at"]) if told["at"] else None,
        figures=tuple(Figure(**figure) for figure in told["figures"]),
        notes=tuple(told["notes"]),
    )


def _group(*, name: str, rows: list[list[Any]]) -> Group:
    return Group(name, tuple(tuple(row) for row in rows))
