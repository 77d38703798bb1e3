"""The answers of a bubble by number, where there is nothing to press: seven a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from conversations.phrasing import ASIDE, BACK
from conversations.say import Option, Say
from dialog.turn import Translate

ON_A_PAGE = 7
MORE, BEFORE, PUT_ASIDE = "8", "9", "0"  # the same wherever they are shown
PAGE = "p:"  # begins the data of a number that turns to another page
FREE = {"text", "place"}  # where going back is a word: a number there looks like an answer
COUNTED = "number"  # where a number is the answer itself, so the others are said by their words
SEVERAL = "several"  # whose answers are chosen together, so all of them are in sight
POINT = "•"
_COUNTS = re.compile(r"^\d+[.)/] ", re.MULTILINE)
_LINE = re.compile(rf"^(?:(\d+)\.|{POINT}) (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Numbered:
    """One answer as it is shown: "1. Đồng ý"; `data` is what saying the number brings."""

    number: str
    label: str
    data: str


def numbers(say: Say) -> tuple[Numbered, ...]:
    """Return the answers on the page shown of a bubble, each with the number that stands for it."""
    if say.unlisted or say.wants == COUNTED:
        return ()
    if say.wants == SEVERAL:
        return tuple(_together(say))
    if say.lines:
        return (*(one for one in _told(say) if one.data), *_after(say))
    return tuple(_of_a_page(say))


def listed(say: Say) -> str:
    """Return the words of a bubble with its answers as a list."""
    below = _after(say) if say.lines else numbers(say)
    lines = [f"{one.number}. {one.label}" for one in below]
    if lines and say.lead:
        lines = [f"{say.lead} {below[0].label}."] if say.wants == "place" else [say.lead, *lines]
    if not lines and (say.unlisted or say.wants == COUNTED or say.lines):
        lines = [f"{POINT} {option.label}" for option in _untold(say)]
    text = _renumbered(say)
    apart = "\n" if text.endswith(":") else "\n\n"
    return apart.join([text, "\n".join(lines)]) if lines else text


def turnable(say: Say, _: Translate) -> Say:
    """Return a bubble with what is said around its numbers: how a place is answered, more pages.

    Where its words have numbers themselves it is said which ones are answers.
    """
    if say.wants == "place" and len(numbers(say)) == 1:
        return replace(say, lead=_("Say 1 if it is at:"))
    if _COUNTS.search(say.text) and not say.lines and numbers(say):
        say = replace(say, lead=_("To answer, say the number:"))
    if pages(say) == 1:
        return say
    return replace(say, turning=(_("See more"), _("Back to those before")))


def one_list(says: Sequence[Say]) -> tuple[Say, ...]:
    """Return the bubbles of one turn, of which the last with numbers alone has them.

    The answers of the others can be had by their words: no number stands for two things.
    """
    last = max((n for n, say in enumerate(says) if numbers(say) or say.wants == COUNTED), default=0)
    return tuple(
        replace(say, unlisted=True) if n != last and numbers(say) else say
        for n, say in enumerate(says)
    )


def pages(say: Say) -> int:
    """Return how many pages the answers of a bubble take."""
    if say.wants in {COUNTED, SEVERAL} or say.lines:
        return 1
    return max(1, -(-len(_answers(say)) // ON_A_PAGE))


def options(say: Say) -> list[Option]:
    """Return the answers that can be said; to share a phone number takes a button."""
    return [option for row in say.rows for option in row] if say.wants != "phone" else []


def _together(say: Say) -> Iterator[Numbered]:
    """Yield all answers; the way back only while no answer has its number."""
    counted = _answers(say)
    for number, option in enumerate(counted, start=1):
        yield Numbered(str(number), option.label, option.data)
    if len(counted) < int(BEFORE):
        yield from (Numbered(BEFORE, o.label, o.data) for o in options(say) if _leads(o, BACK))
    yield from (Numbered(PUT_ASIDE, o.label, o.data) for o in options(say) if _leads(o, ASIDE))


def _told(say: Say) -> list[Numbered]:
    """Return the lines of the words that are known, those that stand for something numbered."""
    told: list[Numbered] = []
    found = zip(_LINE.finditer(say.text), say.lines, strict=False)
    for line, data in found:
        place = 1 + sum(1 for one in told if one.data)
        told.append(Numbered(line[1] or str(place), line[2], data))
    return told


def _renumbered(say: Say) -> str:
    """Return the words, those lines numbered; as they are where another bubble has the numbers."""
    told = iter(_told(say))

    def mark(line: re.Match[str]) -> str:
        one = next(told, None)
        if one is None:
            return line[0]
        return line[0] if say.unlisted or not one.data else f"{one.number}. {line[2]}"

    return _LINE.sub(mark, say.text)


def _untold(say: Say) -> list[Option]:
    return [option for option in options(say) if option.data not in say.lines]


def _after(say: Say) -> list[Numbered]:
    """Return the answers no line tells of, counted on to 8; where there are more, none is."""
    others, told = _untold(say), _told(say)
    first = 1 + max((int(one.number) for one in told if one.data), default=0)
    if say.unlisted or first + len(others) - 1 > int(MORE):
        return []
    counted = enumerate(others, start=first)
    return [Numbered(str(number), option.label, option.data) for number, option in counted]


def _of_a_page(say: Say) -> Iterator[Numbered]:
    page, last, elsewhere = say.page, pages(say), options(say)
    more, before = say.turning or ("…", "…")
    shown = _answers(say)[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    for number, option in enumerate(shown, start=1):
        yield Numbered(str(number), option.label, option.data)
    if page < last:
        yield Numbered(MORE, more, f"{PAGE}{page + 1}")
    if page > 1:
        yield Numbered(BEFORE, before, f"{PAGE}{page - 1}")
    elif say.wants not in FREE:
        yield from (Numbered(BEFORE, o.label, o.data) for o in elsewhere if _leads(o, BACK))
    yield from (Numbered(PUT_ASIDE, o.label, o.data) for o in elsewhere if _leads(o, ASIDE))


def _answers(say: Say) -> list[Option]:
    """Return what is counted from 1: all but the ways that have a number of their own."""
    return [o for o in options(say) if not _leads(o, BACK) and not _leads(o, ASIDE)]


def _leads(option: Option, way: str) -> bool:
    return option.data.startswith("d:") and option.data.endswith(f":{way}")
