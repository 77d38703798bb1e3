"""Where heads of the chain are written down, beside the database."""

import re
from pathlib import Path

from bot.lasting_list import LastingList
from rules.chain import Anchor

_LINE = re.compile(r"\S+ ([0-9]{1,18}) ([0-9a-f]{64})")


def anchor_list(data: Path) -> LastingList:
    """Return the list of anchors in the data folder."""
    return LastingList(data / "anchors.list")


async def read_anchors(data: Path) -> list[Anchor]:
    """Return the anchors there are; a line cut short is none. Raises OSError."""
    lines = map(_LINE.fullmatch, await anchor_list(data).read())
    return [Anchor(int(line[1]), line[2]) for line in lines if line]
