"""What charts are drawn with: letters of every Vietnamese word, colours told apart in grey too."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from papers.values import writable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

    from rules.chart import Look

WIDTH, MARGIN = 1080, 48
BLACK, GREY = "#000000", "#404040"
FONTS = Path(__file__).parent / "fonts"
# After Okabe and Ito: told apart by the colour-blind; hatched, so that they are in grey as well.
COLOURS: dict[Look, str] = {
    "met": "#0072B2",
    "short": "#E69F00",
    "none": "#FFFFFF",
    "plain": "#56B4E9",
}
HATCH = 16  # pixels between the lines in what is `none`
_PENS = {
    "title": ("DejaVuSans-Bold.ttf", 44),
    "strong": ("DejaVuSans-Bold.ttf", 32),
    "text": ("DejaVuSans.ttf", 32),
    "small": ("DejaVuSans.ttf", 24),
}
_NO_LETTER = "\U0010ffff"


@dataclass(slots=True)
class Pen:
    """A font with the height of its lines, and what it draws for letters it does not have."""

    font: FreeTypeFont
    line: int
    blank: bytes

    def wrapped(self, words: str, width: int) -> Iterator[str]:
        """Yield the words in lines no broader than `width` pixels; a longer word is broken.

        A number and its "%" stay together.
        """
        line = ""
        whole = " ".join(self._drawable(words).split())
        for word in whole.replace(" %", "\N{NO-BREAK SPACE}%").split(" "):
            longer = f"{line} {word}".strip()
            if self.font.getlength(longer) <= width:
                line = longer
                continue
            if line:
                yield line
            *full, line = self._broken(word, width)
            yield from full
        if line:
            yield line

    def _broken(self, word: str, width: int) -> Iterator[str]:
        piece = ""
        for letter in word:
            if piece and self.font.getlength(piece + letter) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece

    def _drawable(self, words: str) -> str:
        whole = unicodedata.normalize("NFC", writable(words))
        return "".join(letter for letter in whole if letter.isspace() or self.has(letter))

    def has(self, letter: str) -> bool:
        """Return whether the font has this letter."""
        return bytes(self.font.getmask(letter)) != self.blank


def pens() -> dict[str, Pen]:
    """Return the pens by what they are for."""
    from PIL import ImageFont  # noqa: PLC0415 - limits come first

    made = {}
    for use, (name, size) in _PENS.items():
        font = ImageFont.truetype(FONTS / name, size, layout_engine=ImageFont.Layout.BASIC)
        made[use] = Pen(font, round(size * 1.4), bytes(font.getmask(_NO_LETTER)))
    return made


def fill(sheet: Image, box: tuple[int, int, int, int], look: Look) -> None:
    """Fill a box so that its kind is known without colour, with a frame."""
    from PIL import Image as Images  # noqa: PLC0415 - limits come first
    from PIL import ImageDraw  # noqa: PLC0415 - the same

    left, top, right, bottom = box
    wide, high = max(right - left, 1), max(bottom - top, 1)
    patch = Images.new("RGB", (wide, high), COLOURS[look])
    draw: Any = ImageDraw.Draw(patch)
    if look == "none":
        for x in range(-high, wide, HATCH):
            draw.line((x, high, x + high, 0), fill="#808080", width=2)
    draw.rectangle((0, 0, wide - 1, high - 1), outline=BLACK, width=2)
    sheet.paste(patch, (left, top))
