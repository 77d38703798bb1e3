"""The oracle of the virtual year: what was done against what was planned and told.

It knows nothing of how things are planned: its days are written by hand, and it reads the ledger
and the outbox alone. Each finding is a sentence.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tests.prove.year_deeds import DAY_MS, Deed, owes

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
# "Trước ngày 20/3" of 2025: hết 17 giờ thứ Tư 19/3. 16/3 is a Sunday.
STEPS = {"7": "2025-03-12", "3": "2025-03-14", "1": "2025-03-18", "after": "2025-03-20"}
EARLIEST, LATEST = dt.time(6, 30), dt.time(21)
_SETTLING = {"paper", "said-sent", "exempt"}
_SETTLED = {"met", "paper", "exempt"}
_ABOUT_NEARNESS = ("day-before", "two-hours")


class Planned(NamedTuple):
    """A row of the ledger."""

    rule: str
    subject: str
    step: str
    person: str
    at: int
    reason: str
    outbox: str


class Told(NamedTuple):
    """A row of the outbox that was made of the ledger."""

    id: str
    person: str
    state: str
    text: str
    at: int


@dataclass(slots=True)
class Lived:
    """A year that is over.

    contacts  (unit, person) of everybody to be reminded of the registration
    invited   who is invited to each meeting
    """

    contacts: Sequence[tuple[str, str]]
    deeds: Sequence[Deed]
    planned: Sequence[Planned]
    told: Sequence[Told]
    invited: Mapping[str, Sequence[str]] = field(default_factory=dict)


def wrong(lived: Lived) -> list[str]:
    """Return all that is wrong with a year."""
    return [*_ledger(lived), *_twice(lived), *_registering(lived), *_meetings(lived)]


def _ledger(lived: Lived) -> Iterator[str]:
    """Find what is neither told, in a message that was sent, nor has a reason."""
    rows = {row.id: row for row in lived.told}
    used = set()
    for one in lived.planned:
        row = rows.get(one.outbox)
        if one.reason:
            if one.reason == "late":
                yield f"{one} came too late, and nobody was away"
            continue
        if row is None or row.person != one.person or row.state != "sent":
            yield f"{one} is said to be sent, and is not: {row}"
        used.add(one.outbox)
    yield from (
        f"{row} was told, and the ledger knows nothing of it"
        for row in lived.told
        if row.id not in used
    )


def _twice(lived: Lived) -> Iterator[str]:
    """Find who read the same words twice within half a day, or anything at night."""
    last: dict[tuple[str, str], int] = {}
    for row in sorted(lived.told, key=lambda row: row.at):
        if row.at - last.get((row.person, row.text), -DAY_MS) < DAY_MS // 2:
            yield f"{row} was told twice"
        last[row.person, row.text] = row.at
        if not EARLIEST <= _local(row.at).time() <= LATEST:
            yield f"{row} was told at night"


def _registering(lived: Lived) -> Iterator[str]:
    """Find who was not decided on once for each step, on its day, and rightly."""
    settled = _settled(lived)
    found = [one for one in lived.planned if one.rule.endswith(":register")]
    wanted = Counter((f"{u}/{p}", step) for u, p in lived.contacts for step in STEPS)
    had = Counter((one.subject, one.step) for one in found)
    yield from (f"{key} is missing in the ledger" for key in wanted - had)
    yield from (f"{key} is too much in the ledger" for key in had - wanted)
    for one in found:
        unit = one.subject.partition("/")[0]
        done = settled.get(unit, one.at) < one.at
        if one.reason == "answered" and _lately(lived, unit, one):
            continue
        if STEPS.get(one.step) != _local(one.at).date().isoformat():
            yield f"{one} is not on its day"
        if done != bool(one.reason) or (done and one.reason not in _SETTLED):
            yield f"{one} is wrong: its unit has {'' if done else 'not '}settled it"


def _settled(lived: Lived) -> dict[str, int]:
    """Return since when each unit owes nothing more."""
    settled: dict[str, int] = {}
    registered: Counter[str] = Counter()
    for deed in sorted(lived.deeds):
        registered[deed.unit] += deed.what == "registered"
        if deed.what in _SETTLING or (
            deed.what == "registered" and registered[deed.unit] == owes(deed.unit)
        ):
            settled.setdefault(deed.unit, deed.at)
    return settled


def _lately(lived: Lived, unit: str, one: Planned) -> bool:
    """Tell whether somebody did something for the unit within a day before."""
    return any(
        (deed.unit, deed.person) == (unit, one.person) and 0 < one.at - deed.at <= DAY_MS
        for deed in lived.deeds
    )


def _meetings(lived: Lived) -> Iterator[str]:
    """Find who was not invited once, or not left alone after saying they cannot come."""
    away: dict[tuple[str, str], int] = {
        (deed.meeting, deed.person): deed.at for deed in lived.deeds if deed.what == "away"
    }
    sent: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in lived.planned:
        meeting = one.rule.removeprefix("meeting:")
        if one.reason or meeting == one.rule:
            continue
        sent[meeting, one.person][one.step] += 1
        if one.step in _ABOUT_NEARNESS and away.get((meeting, one.person), one.at) < one.at:
            yield f"{one} was told to who had said they cannot come"
    for meeting, people in lived.invited.items():
        for person in people:
            if sent[meeting, person]["invite"] != 1:
                yield f"{person} was not invited to {meeting} once: {sent[meeting, person]}"
    yield from _forgotten(lived, sent, away)


def _forgotten(
    lived: Lived, sent: Mapping[tuple[str, str], Counter[str]], away: Collection[tuple[str, str]]
) -> Iterator[str]:
    """Find who was not reminded just before a meeting, and meetings that came to no count."""
    held = {meeting for (meeting, _), steps in sent.items() if steps["closed"]}
    for meeting in held & lived.invited.keys():
        for person in lived.invited[meeting]:
            told = sent.get((meeting, person), Counter())
            if (meeting, person) not in away and not (told["two-hours"] or told["summary"]):
                yield f"{person} was not reminded of {meeting}: {told}"
    left = Counter(who for one in lived.invited.keys() - held for who in lived.invited[one])
    yield from (f"{who} has more than one meeting ahead" for who, n in left.items() if n > 1)


def _local(at: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(at / 1000, ZONE)
