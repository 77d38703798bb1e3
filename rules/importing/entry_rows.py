"""Rows of a register of earlier years."""

from dataclasses import dataclass

from rules.entry import State
from rules.importing import cells
from rules.importing.cells import TEXT, day, needed, person, within
from rules.importing.entry_words import read_field, read_kind, read_state
from rules.importing.lines import Line
from rules.programme import Programme
from rules.refused import Refused


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry as a row tells it; kind and field are codes, `received` an ISO day.

    "" is what the row does not say, state is None then.
    """

    row: int
    year: int
    name: str
    kind: str
    unit: str = ""
    key: str = ""
    address: str = ""
    field: str = ""
    content: str = ""
    state: State | None = None
    received: str = ""
    person: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the row as people check it."""
        parts = (str(self.year), self.key, self.unit, self.name, self.kind, self.address)
        return (*parts, self.field, self.content, self.state or "", self.received, self.person)


def entry_row(line: Line, programme: Programme, *, latest: int) -> EntryRow:
    """Return the entry of a line; what is wrong is noted, so is a year after `latest`."""
    year = cells.year(line, latest)
    whom = person(line, "person")
    return EntryRow(
        row=line.number,
        year=year,
        name=_name(line),
        kind=_kind(line, programme, person=whom),
        unit=within(line, "unit") if line.said("key") else needed(line, "unit"),
        key=within(line, "key", most=50),
        address=within(line, "address"),
        field=_field(line, programme),
        content=_content(line),
        state=_state(line),
        received=day(line, "received", year=year),
        person=whom,
    )


def _name(line: Line) -> str:
    name = needed(line, "name")
    if name.count("“") != name.count("”") or name.count('"') % 2:
        line.wrong("name", "quotes")
    return name


def _content(line: Line) -> str:
    content = line.text("content")
    if len(content) > TEXT:
        line.wrong("content", "too-long", length=len(content), most=TEXT)
    return content


def _kind(line: Line, programme: Programme, *, person: str) -> str:
    try:
        kind = read_kind(line.said("kind"), programme, person=bool(person))
    except Refused as refused:
        line.wrong("kind", refused.reason, **refused.details)
        return ""
    return kind.code if line.said("kind") else ""


def _field(line: Line, programme: Programme) -> str:
    if not line.said("field"):
        return ""
    try:
        return read_field(line.said("field"), programme)
    except Refused as refused:
        line.wrong("field", refused.reason, **refused.details)
        return ""


def _state(line: Line) -> State | None:
    if not line.said("state"):
        return None
    try:
        return read_state(line.said("state"))
    except Refused as refused:
        line.wrong("state", refused.reason)
        return None
