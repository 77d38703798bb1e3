"""What a maker of files is told, and what is known of each maker."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from bot.shell import Shell
from rules.person import Role
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Making:
    """A file to be made for a person; `about` is what was said when it was wanted."""

    db: Database
    shell: Shell
    person: str
    about: Mapping[str, Any]


Make: TypeAlias = Callable[[Making], Awaitable[bytes]]


@dataclass(frozen=True, slots=True)
class Maker:
    """How files of a kind are made.

    make   returns the bytes; Refused where they never can be
    need   the role a person must hold, over the unit `about` names or anywhere, then and later;
           "self" for what is about themselves, "reader" for an entry or a
           meeting they must see
    anew   whether it may be made once more when its bytes are lost: not what changes something
    """

    make: Make
    need: Role | Literal["self", "reader"]
    anew: bool = True
