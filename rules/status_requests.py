"""Data about how a unit stands besides what it registered."""

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class FormsOf:
    """Which forms of this unit wait to be typed in? -> tuple[Form, ...], the oldest first."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = ((),)
