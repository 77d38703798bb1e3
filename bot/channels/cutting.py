"""Texts cut to the lengths a channel takes, in UTF-16 units, never inside a character."""

import unicodedata

# Between paragraphs rather than between lines, between sentences rather than between words.
_WHERE = (("\n\n",), ("\n",), (". ", "? ", "! ", "… "), (" ",))
_JOINER = "\u200d"


def units(text: str) -> int:
    """Return how long a channel takes a text to be."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parts(text: str, most: int) -> list[str]:
    """Return a text in parts of at most `most` units, cut where it hurts least."""
    found, rest = [], text.strip()
    while units(rest) > most:
        cut = _best_cut(rest, _fitting(rest, most))
        found.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*found, rest]


def shortened(text: str, most: int) -> str:
    """Return a text of at most `most` units, with an ellipsis where something is missing."""
    if units(text) <= most:
        return text
    return text[: _whole(text, _fitting(text, most - 1))].rstrip() + "…"


def _fitting(text: str, most: int) -> int:
    """Return how many code points fit into `most` units."""
    held = text.encode("utf-16-le", "surrogatepass")[: 2 * most]
    return len(held.decode("utf-16-le", "ignore"))


def _best_cut(text: str, end: int) -> int:
    for marks in _WHERE:
        length = len(marks[0])
        cut = max(text.rfind(mark, end // 2, end) for mark in marks) + length
        if cut > length and not _joined(text, cut):
            return cut
    return _whole(text, end)


def _whole(text: str, end: int) -> int:
    """Return the last place up to `end` that is between two characters as people see them."""
    cut = end
    while cut and _joined(text, cut):
        cut -= 1
    return cut or end  # a single character longer than everything allowed


def _joined(text: str, cut: int) -> bool:
    if cut >= len(text):
        return False
    before, after = text[cut - 1], text[cut]
    if _is_flag(before) and _is_flag(after):
        return _flags_before(text, cut) % 2 == 1
    return before == _JOINER or _extends(after)


def _extends(character: str) -> bool:
    return (
        unicodedata.category(character)[0] == "M"
        or character in {_JOINER, "\u200c"}
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # colours of skin
        or "\U000e0020" <= character <= "\U000e007f"  # what makes the flag of a region
    )


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flags_before(text: str, cut: int) -> int:
    start = cut
    while start and _is_flag(text[start - 1]):
        start -= 1
    return cut - start
