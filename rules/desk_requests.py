"""Data only the pages of the desk ask for: photos, papers and calls beside what they belong to."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class PhotosOf:
    """Which photos of this entry are here to be looked at? -> tuple[str, ...], their ids."""

    entry: str
    examples: ClassVar[tuple[Any, ...]] = ((),)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a unit that is not struck.

    number  of the entry it is the original of, 0 while it waits to be typed in
    at      when it came in (aware, local)
    day     the ISO day its signed original came in, "" while there is only a photo
    """

    id: str
    entry: str
    number: int
    name: str
    at: dt.datetime
    day: str
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PapersOf:
    """Which papers of this unit came in for this round? -> tuple[Paper, ...], newest first."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = ((),)


@dataclass(frozen=True, slots=True)
class CallsOf:
    """Which calls to this unit are noted for this round? -> tuple[Called, ...], newest first."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = ((),)


DeskRequest: TypeAlias = PhotosOf | PapersOf | CallsOf
