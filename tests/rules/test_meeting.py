"""Meetings as they are counted, chaired, moved."""

import datetime as dt
from dataclasses import replace

from rules.meeting import Counts, Invited, Meeting, When, counted
from rules.meeting_duties import chair_of
from rules.person import Unit

WHEN = When(dt.date(2027, 3, 25), dt.time(19))
ZONE = "Asia/Ho_Chi_Minh"
THEMATIC = Meeting(
    "m", Unit("suoi-da", "Chi bộ"), "thematic", WHEN, ZONE, "Nhà văn hóa", WHEN.starts_at(ZONE)
)
PEOPLE = (
    Invited("lua", "Lúa", "", "Phó bí thư", runs=True, answer="coming"),
    Invited("pao", "Páo", "", "Bí thư chi bộ", runs=True),
    Invited("lan", "Lan", "", answer="away", reason="Ốm"),
)


def test_who_has_not_replied_is_neither_coming_nor_away() -> None:
    counts = counted(PEOPLE)

    assert counts == Counts(3, 1, 1)
    assert (counts.said, counts.silent) == (2, 1)


def test_the_secretary_chairs_else_who_made_the_meeting() -> None:
    assert chair_of(PEOPLE, "lua") == PEOPLE[1]
    assert chair_of(PEOPLE[:1], "lan") == PEOPLE[0]
    assert chair_of(PEOPLE[2:]) is None


def test_a_moved_meeting_keeps_its_month_and_says_when_it_was() -> None:
    later = When(dt.date(2027, 4, 1), dt.time(8))

    moved = replace(THEMATIC, month="2027-03").moved_to(later, "Hội trường", by="pao", now=9)

    assert (moved.month, moved.was, moved.was_place) == ("2027-03", WHEN, "Nhà văn hóa")
    assert (moved.revision, moved.said_at, moved.starts_at) == (2, 9, later.starts_at(ZONE))
