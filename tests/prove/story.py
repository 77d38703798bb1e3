"""What went wrong, told so that somebody can follow it."""

import re
from collections.abc import Iterator

from tests.prove.notes import Notes
from tests.prove.oracle import Record, judge

LAST = 12  # things somebody said and saw
NEAR = 60  # calls before and after the one in question
CALL = re.compile(r"call (\d+)")


def story(record: Record) -> str:
    """Return findings, deaths, who said and saw what; "" for a run without findings."""
    found = judge(record)
    return "\n".join(_told(record, found)) if found else ""


def _told(record: Record, found: list[str]) -> Iterator[str]:
    yield f"\n{len(found)} findings:"
    yield from found
    yield f"\n{len(record.deaths)} deaths:"
    for call, how in zip(record.lives[1:], record.deaths, strict=False):
        yield f"  before call {call}: {how}"
    for notes in record.notes:
        theirs = [finding for finding in found if notes.who in finding]
        if theirs:
            yield f"\n{notes.who} ({notes.channel} {notes.chat}), {notes.nudges} nudges:"
            yield from (f"  {what}" for what in notes.story[-LAST:])
        for call in (int(number) for finding in theirs for number in CALL.findall(finding)):
            yield from _around(record, notes, call)


def _around(record: Record, notes: Notes, call: int) -> Iterator[str]:
    """Yield what came near a call, and the rows that may have been meant."""
    near = [send for send in record.sends[notes.chat] if abs(send.at - call) < NEAR]
    yield f"  Near call {call} the messenger got:"
    yield from (f"    call {s.at}, id {s.id}, {s.text[:60]!r}" for s in near)
    yield "  The outbox has:"
    for row in record.rows(notes):
        if row["text"] in {send.text for send in near}:
            told = f"{row['state']}, {row['attempts']} attempts, {row['doubts']} doubts"
            yield f"    {row['id']}, id {row['external'] or '-'}, {told}, {row['text'][:60]!r}"
