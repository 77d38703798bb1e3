"""What a document in the layout of the Party says, from its head to who signs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `head` () for one without, whose first column is bold then.

    widths   of the columns in millimetres
    numbers  places of the columns that hold numbers
    high     (place of a row, millimetres) where somebody will write by hand
    small    written smaller, so that many columns fit on one page
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    numbers: tuple[int, ...] = ()
    high: tuple[tuple[int, int], ...] = ()
    small: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph, and the table under it."""

    words: str = ""
    heading: bool = False
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A document on A4.

    above      the organisation over the one that issues it, "" for none
    titles     the first is what kind of document it is
    signers    who signs, left and right; `sign` is what stands under each
    """

    above: str
    issuer: str
    party: str
    place_day: str
    titles: tuple[str, ...]
    blocks: tuple[Block, ...]
    signers: tuple[str, str]
    sign: str
