"""What is kept about a person, as they are told."""

import datetime as dt
from dataclasses import dataclass

from rules.person import Person


@dataclass(frozen=True, slots=True)
class KeptData:
    """Who they are, where they are reached, what they agreed to (None for nothing), and counts."""

    person: Person
    channels: tuple[str, ...]
    agreed_at: dt.datetime | None
    agreed_to: str
    entries: int
    drafts: int
    photos: int
    calls: int
