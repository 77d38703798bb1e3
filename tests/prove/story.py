"""What went wrong, told so that somebody can follow it."""

from __future__ import annotations

from tests.prove.oracle import Record, judge

LAST = 12  # things somebody said and saw


def story(record: Record) -> str:
    """Return findings, deaths, who said and saw what; "" for a run without findings."""
    found = judge(record)
    if not found:
        return ""
    lines = ["", f"{len(found)} findings:", *found, "", f"{len(record.deaths)} deaths:"]
    lines += [
        f"  before call {call}: {how}"
        for call, how in zip(record.lives[1:], record.deaths, strict=False)
    ]
    for notes in record.notes:
        if any(notes.who in finding for finding in found):
            lines += ["", f"{notes.who} ({notes.channel} {notes.chat}), {notes.nudges} nudges:"]
            lines += [f"  {what}" for what in notes.story[-LAST:]]
    return "\n".join(lines)
