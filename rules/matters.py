"""What a unit is reminded of, as it is named where somebody answers, puts it off or mutes it."""

import re
from typing import NamedTuple

from rules.refused import Refused

_NAMED = re.compile(r"[a-z][a-z-]{0,19}(?::[0-9A-Za-z._-]{1,32}){1,3}")


class Matter(NamedTuple):
    """The end of a stage of a programme's round, for a unit."""

    stage: str
    programme: str
    round: int
    unit: str

    @property
    def name(self) -> str:
        """Its name: "register:can-tho-khoi:2027:UNIT"."""
        return f"{self.stage}:{self.programme}:{self.round}:{self.unit}"


def read_matter(name: str) -> Matter | None:
    """Return the matter of a unit with this name; None for another kind of matter."""
    parts = name.split(":")
    if len(parts) != len(Matter._fields) or not parts[2].isdecimal():
        return None
    return Matter(parts[0], parts[1], int(parts[2]), parts[3])


def check_matter(name: str) -> None:
    """Raise Refused where nothing is named so; it comes from outside."""
    if not _NAMED.fullmatch(name):
        raise Refused("no-such-matter")
