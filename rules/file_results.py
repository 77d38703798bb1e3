"""What came of asking for a file, or of sending one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileComing:
    """A file is being made; it comes by itself."""

    name: str


@dataclass(frozen=True, slots=True)
class TableComing:
    """A table is being read; what is in it is told by itself."""

    name: str


@dataclass(frozen=True, slots=True)
class TableDropped:
    """A table is gone (`there`: whether it had been there until now)."""

    there: bool
