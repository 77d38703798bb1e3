"""Where the keys of a TOML text stand; the library that reads TOML does not tell."""

import re
from collections import Counter

# What could look like a key or header and is none: texts and comments.
_NO_KEYS_INSIDE = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' r"'''.*?'''|" r'"(?:\\.|[^"\\\n])*"|' r"'[^'\n]*'|#[^\n]*", re.DOTALL
)
_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*")
_KEY = re.compile(r"\s*([\w.-]+)\s*=")


class TomlLines:
    """The lines of a valid TOML text's keys, written "boxes[2].choices[0].code"."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, int] = {}
        counts: Counter[str] = Counter()
        here = ""
        bare = _NO_KEYS_INSIDE.sub(lambda match: "\n" * match[0].count("\n"), text)
        for number, line in enumerate(bare.split("\n"), 1):
            if header := _HEADER.fullmatch(line):
                here = _place(header[2], counts, item=header[1] == "[[")
                self._lines[here] = number
            elif key := _KEY.match(line):
                self._lines[joined(here, key[1])] = number

    def line(self, key: str) -> int:
        """Return the line, from 1, of the key or of what it should be in; 0 if that is nowhere."""
        return next((self._lines[place] for place in around(key) if place in self._lines), 0)


def joined(place: str, step: str) -> str:
    """Return the key of `step` in the table at `place`, "" being the text itself."""
    return f"{place}.{step}" if place else step


def around(key: str) -> list[str]:
    """Return the key and all that it stands in, innermost first."""
    places = []
    while key:
        places.append(key)
        key = key[: max(key.rfind("."), key.rfind("["), 0)]
    return places


def _place(header: str, counts: Counter[str], *, item: bool) -> str:
    place, steps = "", header.split(".")
    for depth, step in enumerate(steps, 1):
        place = joined(place, step)
        if item and depth == len(steps):
            counts[place] += 1
        if counts[place]:
            place += f"[{counts[place] - 1}]"
    return place
