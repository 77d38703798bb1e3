"""Rows of a list of contacts."""

import re
from dataclasses import dataclass
from typing import Literal

from rules.importing.cells import day, needed, person, phone, within
from rules.importing.lines import Line
from rules.importing.roles import read_role
from rules.person import Role
from rules.refused import Refused

_TELEGRAM = re.compile(r"[1-9][0-9]{3,15}")


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A person in a unit as a row tells it; "" where it says nothing. Phone as E.164, day as ISO.

    unit is words still, key the unit's own code; which unit they mean is found out by planning.
    """

    row: int
    name: str
    unit: str = ""
    key: str = ""
    position: str = ""
    phone: str = ""
    role: Role | Literal[""] = ""
    telegram: str = ""
    since: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the row as people check it."""
        parts = (self.key, self.unit, self.name, self.position, self.phone, self.role)
        return (*parts, self.telegram, self.since)


def contact_row(line: Line) -> ContactRow:
    """Return the contact of a line; what is wrong is noted."""
    return ContactRow(
        row=line.number,
        name=_name(line),
        unit=within(line, "unit") if line.said("key") else needed(line, "unit"),
        key=within(line, "key", most=50),
        position=within(line, "position", most=300),
        phone=phone(line),
        role=_role(line),
        telegram=_telegram(line),
        since=day(line, "since"),
    )


def _name(line: Line) -> str:
    if not line.said("name"):
        line.wrong("name", "blank")
    return person(line, "name")


def _role(line: Line) -> Role | Literal[""]:
    said = line.said("role")
    if not said:
        return ""
    try:
        return read_role(said)
    except Refused:
        line.wrong("role", "role")
        return ""


def _telegram(line: Line) -> str:
    said = re.sub(r"\.0$", "", line.said("telegram"))
    if not said.strip("-–/. "):
        return ""
    if not _TELEGRAM.fullmatch(said):
        line.wrong("telegram", "telegram")
        return ""
    return said
