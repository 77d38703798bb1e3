"""Rows of a list of units."""

from dataclasses import dataclass

from rules.importing.cells import NAME, needed, person, within
from rules.importing.lines import Line
from rules.importing.unit_types import read_type
from rules.members import About, read_members, show_members
from rules.programme import Programme
from rules.refused import Refused


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as a row tells it; "" where the row says nothing, `members` then -1.

    parent and staff are words still; whom they mean is found out by planning.
    """

    row: int
    name: str
    key: str = ""
    short: str = ""
    type: str = ""
    parent: str = ""
    place: str = ""
    members: int = -1
    about: About = About.EXACT
    staff: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the row as people check it."""
        parts = (self.key, self.name, self.short, self.type, self.parent, self.place)
        return (*parts, self.counted(), self.staff)

    def counted(self) -> str:
        """Return the number of members as people check it, "" where the row says nothing."""
        return show_members(max(self.members, 0), self.about)


def unit_row(line: Line, programme: Programme) -> UnitRow:
    """Return the unit of a line; what is wrong is noted there."""
    members, about = _members(line)
    return UnitRow(
        row=line.number,
        name=needed(line, "name"),
        key=within(line, "key", most=50),
        short=within(line, "short", most=100),
        type=_type(line, programme),
        parent=within(line, "parent"),
        place=within(line, "place", most=NAME),
        members=members,
        about=about,
        staff=person(line, "staff"),
    )


def _members(line: Line) -> tuple[int, About]:
    said = line.said("members")
    if not said.strip("-–/. "):
        return -1, About.EXACT
    try:
        return read_members(said, least=0)
    except Refused:
        line.wrong("members", "not-a-number")
        return -1, About.EXACT


def _type(line: Line, programme: Programme) -> str:
    said = line.said("type")
    if not said:
        return ""
    try:
        return read_type(said, programme)
    except Refused as refused:
        line.wrong("type", "unit-type", **refused.details)
        return ""
