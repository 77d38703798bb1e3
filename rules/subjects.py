"""What a command or a request is about, as its own fields name it."""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Kind: TypeAlias = Literal[
    "", "unit", "entry", "membership", "file", "person", "correction", "paper", "summary", "help",
    "meeting", "series", "announcement", "sent",
]  # fmt: skip
# The first of these that is a field says it: a registration's `person` is words beside its unit.
_FIELDS: tuple[Kind, ...] = (
    *("unit", "entry", "membership", "file", "person"),
    *("correction", "paper", "summary", "help", "meeting", "series", "announcement", "sent"),
)

_ONE_UNIT = ("into", "parent", "successor")  # beside `others`, in commands about a `unit`


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing of the register by its id; `kind` is "" for what is about no one thing."""

    kind: Kind = ""
    id: str = ""


def subjects_of(asked: Any) -> tuple[Subject, ...]:
    """Return what a command or a request is about: one thing, or units that it changes together."""
    for kind in _FIELDS:
        id_ = getattr(asked, kind, "")
        if isinstance(id_, str) and id_:
            others = _other_units(asked) if kind == "unit" else ()
            return (Subject(kind, id_), *(Subject("unit", other) for other in others))
    return (Subject(),)


def _other_units(asked: Any) -> tuple[str, ...]:
    one_each = (getattr(asked, name, "") for name in _ONE_UNIT)
    return tuple(filter(None, (*one_each, *getattr(asked, "others", ()))))
