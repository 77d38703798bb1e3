"""What a cell holds when a file is written: text that stays text, and only what a file can say."""

import datetime as dt
import re
import unicodedata
from typing import Literal, TypeAlias

from papers.sheet import Cell

Kind: TypeAlias = Literal["text", "long", "doubtful", "number", "day", "time"]
LONGEST = 32_767  # UTF-16 units in one cell
MOST_DIGITS = 15  # Excel rounds numbers that are longer
MOST_SHOWN = 255  # characters; older Excel shows #### for longer ones in cells made for text
FIRST_YEAR = 1900
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def value_of(cell: Cell) -> tuple[Kind, str | float | dt.date]:
    """Return how a cell looks and what stands in it; what looks like a formula is doubtful text."""
    if isinstance(cell, dt.date) and cell.year < FIRST_YEAR:
        cell = f"{cell:%d/%m/}{cell.year:04}"
    if isinstance(cell, int | float) and len(str(cell).lstrip("-")) > MOST_DIGITS:
        cell = str(cell)
    if isinstance(cell, dt.datetime):
        return "time", cell.replace(tzinfo=None)
    if isinstance(cell, dt.date):
        return "day", cell
    if isinstance(cell, int | float):
        return "number", cell
    text = in_a_cell(cell or "")
    if _looks_like_a_formula(text):
        return "doubtful", text
    return "text" if len(text) <= MOST_SHOWN else "long", text


def writable(text: str) -> str:
    """Return the text without what XML cannot say."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def in_a_cell(text: str) -> str:
    """Return the text as far as one cell of a workbook can hold it."""
    whole = writable(text)
    units = whole.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return whole
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


def _looks_like_a_formula(text: str) -> bool:
    seen = unicodedata.normalize("NFKC", text).strip(" ")
    return seen.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
