"""Who stood for an entry, as what, and when."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Confirmation:
    """An officer stood for an entry; `position` is what they were in its unit then, `at` aware."""

    person: str
    name: str
    position: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ConfirmationOf:
    """Who confirmed this entry? -> Confirmation, or None while nobody has."""

    entry: str
    examples: ClassVar[tuple[Any, ...]] = (None,)
