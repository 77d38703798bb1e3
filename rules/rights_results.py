"""What came of asking for one's own data; `due` is the last day the office has to answer by."""

import datetime as dt
from dataclasses import dataclass

from rules.kept_data import KeptData
from rules.person import Human


@dataclass(frozen=True, slots=True)
class DataShown:
    """What is kept about the person, and whom they may ask."""

    kept: KeptData
    human: Human


@dataclass(frozen=True, slots=True)
class DataCorrected:
    """What is kept was corrected at once."""

    due: dt.date


@dataclass(frozen=True, slots=True)
class CopyComing:
    """The copy is being made and comes as files by that day."""

    due: dt.date


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn:
    """The person agrees no longer; `listed` when the office's list of contacts still has them."""

    due: dt.date
    human: Human
    listed: bool


@dataclass(frozen=True, slots=True)
class Erased:
    """The person is forgotten; what they registered still counts."""

    due: dt.date
    entries: int


@dataclass(frozen=True, slots=True)
class LastAdminStays:
    """The only admin cannot go before there is another."""
