"""Reading several answers from one message: labelled lines, or lines numbered 1 to n."""

import re
from collections.abc import Mapping, Sequence

from rules.fold import fold

_LABELLED = re.compile(
    r"^\s*(?:[-+*•]\s+)?(?:\d{1,2}\s*[.)]\s*)?([^:\-–—\n]{2,60}?)\s*[:\-–—]\s*(.*)$"
)
_NUMBERED = re.compile(r"^\s*(\d{1,2})\s*[.)/\-–:]\s*(.+)$")


def labelled(text: str, labels: Mapping[str, str]) -> dict[str, str]:
    """Return the words behind each label ("Tên: …"), by key; other lines go on with the last.

    `labels` maps folded labels to keys. One label is enough with ":"; with "-" it takes two lines.
    """
    found: dict[str, list[str]] = {}
    last, colons = "", 0
    for line in text.splitlines():
        match = _LABELLED.match(line)
        key = labels.get(fold(match[1])) if match else None
        if match and key:
            found.setdefault(key, []).append(match[2])
            last, colons = key, colons + (":" in line[: match.start(2)])
        elif last:
            found[last].append(line)
    if not colons and len(found) < 2:  # noqa: PLR2004 - one dash alone is an ordinary sentence
        return {}
    words = {key: "\n".join(lines).strip() for key, lines in found.items()}
    return {key: value for key, value in words.items() if value}


def numbered(text: str, keys: Sequence[str]) -> dict[str, str]:
    """Return the answers of lines numbered 1, 2, 3 … in the order of `keys`; else {}."""
    matches = [_NUMBERED.match(line) for line in text.splitlines() if line.strip()]
    if not 3 <= len(matches) <= len(keys):  # noqa: PLR2004 - two are a list
        return {}
    if [match and int(match[1]) for match in matches] != list(range(1, len(matches) + 1)):
        return {}
    return {key: match[2].strip() for key, match in zip(keys, matches, strict=False) if match}
