"""Data about papers and what may be in the register twice, for an office to ask for."""

from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class FormOf:
    """The form with this id that waits to be typed in? -> Form, or None when it does not wait."""

    paper: str
    examples: ClassVar[tuple[Any, ...]] = (None,)


@dataclass(frozen=True, slots=True)
class TwinsOf:
    """Which other entries of its unit and round is this one nearly? -> tuple[Entry, ...].

    The nearest first, whoever typed them.
    """

    entry: str
    examples: ClassVar[tuple[Any, ...]] = ((),)


PaperRequest: TypeAlias = FormOf | TwinsOf
