"""What the office does with tables: has a template made, sends a table in, takes it back."""

from dataclasses import dataclass
from typing import TypeAlias

from rules.importing.columns import Kind

Of: TypeAlias = Kind


@dataclass(frozen=True, slots=True)
class MakeTemplate:
    """Somebody wants an empty table to fill in."""

    of: Of


@dataclass(frozen=True, slots=True)
class ReadTable:
    """Somebody sent a table; `ref` is what the shell finds it by, from now on its file's id."""

    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class ListProblems:
    """Somebody wants all that is wrong with their table as a file; fields as in ImportPlan."""

    file: str
    kind: Kind
    columns: tuple[tuple[str, int], ...] = ()
    convert: bool = False
    control: str = ""


@dataclass(frozen=True, slots=True)
class DropTable:
    """Somebody does not want a table they sent to be kept."""

    file: str
