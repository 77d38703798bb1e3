"""Draws figures as a picture to be passed on and read on a phone.

Run as `python -m papers.chart_picture` it is the child process that draws what it reads as JSON.
What it drew is also kept in the file as text, line by line, for who cannot see it.
"""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from papers.chart_pens import BLACK, GREY, MARGIN, WIDTH, Pen, fill, pens
from papers.limits import limit_this_process
from rules.chart import Bar, Chart
from rules.numbers import say_number

if TYPE_CHECKING:
    from PIL.Image import Image

HIGHEST = 8_000
BAR, ROW, GAP, SWATCH = 84, 46, 26, 34
LABELS = 400  # width of the words beside each bar
ROOM = 150  # right of the longest bar, for its number


def draw_chart(chart: Chart) -> bytes:
    """Return a PNG 1080 pixels wide; letters no font has are left out."""
    from PIL import Image, PngImagePlugin  # noqa: PLC0415 - limits come first

    sheet = Image.new("RGB", (WIDTH, HIGHEST), "white")
    drawing = _Drawing(sheet, pens())
    drawing.draw(chart)
    told = PngImagePlugin.PngInfo()
    told.add_itxt("Description", "\n".join(drawing.said), lang="vi")
    out = io.BytesIO()
    bottom = min(drawing.y + MARGIN, HIGHEST)
    sheet.crop((0, 0, WIDTH, bottom)).save(out, "PNG", optimize=True, pnginfo=told)
    return out.getvalue()


@dataclass(slots=True)
class _Drawing:
    sheet: Image
    pens: dict[str, Pen]
    y: int = MARGIN
    said: list[str] = field(default_factory=list)

    def draw(self, chart: Chart) -> None:
        """Draw everything from the top down."""
        self._words(chart.title, "title", BLACK)
        self._words(chart.moment, "strong", BLACK)
        self._words(chart.office, "text", GREY)
        self._skip()
        self._words(chart.lead, "text", BLACK)
        self._parts(chart.parts)
        for part in chart.parts:
            self._part(part)
        self._skip()
        self._words(chart.bars_title, "strong", BLACK)
        longest = max((bar.amount for bar in chart.bars), default=0)
        for bar in chart.bars:
            self._bar(bar, longest)
        self._skip()
        for line in chart.lines:
            self._words(line, "text", BLACK)
        self._skip()
        for note in (*chart.notes, chart.source):
            self._words(note, "small", GREY)

    def _skip(self) -> None:
        self.y += GAP

    def _words(self, words: str, pen: str, colour: str, *, left: int = MARGIN) -> None:
        """Write words as broad as there is room, in as many lines as they need."""
        height = self._write(words, pen, colour, left=left, width=WIDTH - MARGIN - left)
        self.y += height
        if words:
            self.said.append(words)

    def _write(self, words: str, pen: str, colour: str, *, left: int, width: int) -> int:
        from PIL import ImageDraw  # noqa: PLC0415 - limits come first

        hand, y = self.pens[pen], self.y
        for line in hand.wrapped(words, width):
            if y + hand.line < HIGHEST:
                ImageDraw.Draw(self.sheet).text((left, y), line, fill=colour, font=hand.font)
            y += hand.line
        return y - self.y

    def _parts(self, parts: tuple[Bar, ...]) -> None:
        """Draw parts beside each other, as long as their share of the whole."""
        self.y += 10
        whole, left = sum(part.amount for part in parts), MARGIN
        done = 0
        for part in parts:
            done += part.amount
            right = MARGIN + (WIDTH - 2 * MARGIN) * done // max(whole, 1)
            if right > left:
                fill(self.sheet, (left, self.y, right, self.y + BAR), part.look)
                self._number(part, left, right)
            left = right
        self.y += BAR + 14

    def _number(self, part: Bar, left: int, right: int) -> None:
        """Write into a part how much it is, if there is room."""
        from PIL import ImageDraw  # noqa: PLC0415 - limits come first

        hand, number, middle = self.pens["strong"], say_number(part.amount), (left + right) // 2
        wide = int(hand.font.getlength(number)) + 20
        if wide + 8 > right - left:
            return
        box = (middle - wide // 2, self.y + 18, middle + wide // 2, self.y + BAR - 18)
        draw = ImageDraw.Draw(self.sheet)
        draw.rectangle(box, fill="white")
        draw.text((middle, self.y + BAR // 2), number, fill=BLACK, font=hand.font, anchor="mm")

    def _part(self, part: Bar) -> None:
        """Say what a part is, beside a swatch of it."""
        top = self.y + 6
        fill(self.sheet, (MARGIN, top, MARGIN + SWATCH, top + SWATCH), part.look)
        self._words(f"{part.label}: {part.said}", "text", BLACK, left=MARGIN + SWATCH + 16)

    def _bar(self, bar: Bar, longest: int) -> None:
        """Draw one bar with its label before it and its number behind."""
        high = self._write(bar.label, "text", BLACK, left=MARGIN, width=LABELS - 20)
        start = MARGIN + LABELS
        end = start + (WIDTH - 2 * MARGIN - LABELS - ROOM) * bar.amount // max(longest, 1)
        fill(self.sheet, (start, self.y + 6, max(end, start + 3), self.y + ROW - 8), bar.look)
        self._write(bar.said, "strong", BLACK, left=max(end, start + 3) + 12, width=ROOM)
        self.said.append(f"{bar.label}: {bar.said}")
        self.y += max(high, ROW) + 6


def chart_of(data: bytes) -> Chart:
    """Return the chart told as JSON: its fields by name."""
    told = json.loads(data)
    bars = {name: tuple(Bar(**bar) for bar in told[name]) for name in ("parts", "bars")}
    words: dict[str, Any] = {name: tuple(told[name]) for name in ("lines", "notes")}
    return Chart(**{**told, **bars, **words})


def main() -> None:
    """Draw the chart that stdin describes to stdout."""
    limit_this_process()
    sys.stdout.buffer.write(draw_chart(chart_of(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
