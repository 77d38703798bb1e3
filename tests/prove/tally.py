"""What was found in all runs together, as a table."""

from __future__ import annotations

from collections import Counter

from rich.table import Table

from tests.prove.deliveries import delivered
from tests.prove.oracle import Record, judge

COLUMNS = ("kills", "said", "gone", "entries", "bubbles", "unknown", "copies", "lost", "wrong")


def counted(record: Record) -> Counter[str]:
    """Return what is to be counted of a run.

    `said` were acknowledged, `gone` of them those the messenger told of once or never; `bubbles`
    are the answers, `copies` those that came once too often.
    """
    found = judge(record)
    extra = [
        delivered(record.rows(notes), record.sends[notes.chat], lives=record.lives).extra
        for notes in record.notes
        if notes.channel != "web"
    ]
    rows = [row for notes in record.notes for row in record.rows(notes)]
    return Counter(
        {
            "kills": len(record.deaths),
            "said": sum(len(notes.said) for notes in record.notes),
            "gone": len(record.gone),
            "entries": len(record.registered()),
            "bubbles": len(rows),
            "unknown": sum(row["state"] == "unknown" for row in rows),
            "copies": sum(extra),
            "lost": sum(finding.startswith("LOST") for finding in found),
            "wrong": len(found),
        }
    )


def table(counts: dict[str, Counter[str]]) -> Table:
    """Return a line for each kind of run."""
    shown = Table(title="What was found")
    for column in ("", *COLUMNS):
        shown.add_column(column, no_wrap=True)
    for name, count in counts.items():
        shown.add_row(name, *(f"{count[column]:,}" for column in COLUMNS))
    return shown
