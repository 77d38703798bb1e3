"""The units of the office's table as the desk shows them, row by row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.moments import short_day
from conversations.papers.figures import say_line_state
from conversations.situation import Translate
from rules.fold import fold
from rules.programme import Programme
from rules.summary import EntryNow, Line, LineState, Summary
from rules.table_requests import Notes

NO_NOTES = Notes()
_TAKEN_IN = {"accepted", "recognised"}
STATES: Sequence[LineState] = ("none", "short", "met", "exempt")


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the table; `folded` is what filters look into.

    originals  how many of its `entries` have a signed original; `tick` whether all of them
    struck     ids of the originals that are struck when the tick is taken away
    waiting    how many forms of theirs nobody has typed in
    """

    number: int
    id: str
    name: str
    type: str
    type_code: str
    staff: str
    quota: int
    registered: int
    missing: int
    accepted: int
    entries: int
    originals: int
    tick: str
    struck: Sequence[str]
    waiting: int
    called: str
    called_more: str
    called_at: float
    state: LineState
    state_word: str
    why: str
    folded: str


def state_words(summary: Summary, _: Translate) -> Mapping[LineState, str]:
    """Return how a unit stands, in words."""
    return {state: say_line_state(state, summary, _) for state in STATES}


def unit_rows(
    summary: Summary, notes: Mapping[str, Notes], programme: Programme, _: Translate
) -> list[UnitRow]:
    """Return all units of a table, in its order."""
    entries: dict[str, list[EntryNow]] = {}
    for entry in summary.entries:
        for unit in entry.units:
            entries.setdefault(unit, []).append(entry)
    types, words = dict(programme.unit_types), state_words(summary, _)
    return [
        _row(number, line, entries.get(line.now.unit.id, ()), notes, types, words, _)
        for number, line in enumerate(summary.lines, 1)
    ]


def _row(
    number: int,
    line: Line,
    entries: Sequence[EntryNow],
    notes: Mapping[str, Notes],
    types: Mapping[str, str],
    words: Mapping[LineState, str],
    _: Translate,
) -> UnitRow:
    now, note = line.now, notes.get(line.now.unit.id, NO_NOTES)
    type_ = types.get(now.unit.type, now.unit.type)
    originals = sum(entry.original for entry in entries)
    state_word = words[line.state]
    return UnitRow(
        number,
        now.unit.id,
        now.unit.name,
        type_,
        now.unit.type,
        now.staff_name,
        line.quota,
        line.registered,
        line.missing,
        sum(entry.state in _TAKEN_IN for entry in entries),
        len(entries),
        originals,
        _tick(len(entries), originals, note),
        note.originals,
        now.papers,
        short_day(note.called_at.date()) if note.called_at else "",
        _called(note, _),
        note.called_at.timestamp() if note.called_at else 0.0,
        line.state,
        state_word,
        now.exempt,
        fold(f"{now.unit.name} {type_} {now.staff_name} {state_word}"),
    )


def _tick(entries: int, originals: int, note: Notes) -> str:
    """Return "true", "mixed" or "false", as assistive technology is told of a tick."""
    if entries:
        return "true" if originals == entries else "mixed" if originals else "false"
    return "true" if note.originals else "false"


def _called(note: Notes, _: Translate) -> str:
    if note.called_at is None:
        return ""
    return _("{who}: {words}").format(who=note.called_by, words=note.called)
