"""What words mean where there is nothing to press, given what was shown since the last ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from conversations.numbered import (
    COUNTED,
    PAGE,
    PUT_ASIDE,
    SEVERAL,
    Numbered,
    numbers,
    options,
    pages,
)
from conversations.phrasing import ASIDE, BACK
from conversations.said import AskedAgain, Press, Said, Text, Turned, Unsure
from conversations.say import Option, Say
from rules.choosing import bare
from rules.fold import fold
from rules.said_number import number_in_words, said_number, said_numbers

BRIEF = 60  # characters of what is answered, in a list
ONE_DIGIT = 9
LONGEST = 100  # characters; more are an answer in words
DAY_MS = 86_400_000
JUST_NOW_MS = 120_000
BESIDE_MS = 2_000  # by how much the channel's clock and ours usually differ; nobody reads faster
ASTRAY_MS = 15_000  # by how much they differ at worst, unless somebody sees to it


@dataclass(frozen=True, slots=True)
class Shown:
    """A bubble somebody has in front of them; when it was made and sent, UTC milliseconds.

    One that `waits` to be sent, or sent once more, they will have.
    """

    say: Say
    made: int
    sent: int
    waits: bool = False


@dataclass(frozen=True, slots=True)
class _Way:
    """One answer that words may mean, of one of the bubbles."""

    shown: Shown
    answer: Numbered


def meant(said: Text, shown: Sequence[Shown], *, at: int, now: int) -> Said:
    """Return what was said as the answer it gives, or as it is; `shown` oldest first.

    `at` is when it was said, `now` when it is heard (UTC milliseconds).
    """
    if said.edited or len(said.text) > LONGEST:
        return said
    if not shown:
        return replace(said, unseen=said_number(said.text) >= 0 or bool(said_numbers(said.text)))
    if together := _together(said, shown):
        return _too_late(said, [together], at=at, now=now) or _one_of([together])
    number = _number(said, shown)
    if number < 0:
        return _by_words(said, shown)
    return _by_number(said, number, shown, at=at, now=now)


def _by_number(said: Text, number: int, shown: Sequence[Shown], *, at: int, now: int) -> Said:
    """Return the answer that has the number, or of which it is the number."""
    open_ = _open(shown, now)
    counted = [way for one in open_ for way in _as_count(one, number)]
    ways = [way for way in _ways(open_) if way.answer.number == str(number)]
    ways += _called_so(said, open_, number)
    if not ways and counted:
        return _too_early(said, counted, at=at, now=now) or said
    if not ways:
        return _not_listed(said, number, shown)
    return _too_late(said, ways, at=at, now=now) or _one_of([*ways, *counted])


def _number(said: Text, shown: Sequence[Shown]) -> int:
    """Return the number said, -1 for none; "Ba" may be a name where one is asked for."""
    number = said_number(said.text)
    if number >= 0 or any(one.say.wants == "text" for one in shown):
        return number
    return -1 if _labelled(said, shown) else number_in_words(said.text)


def _open(shown: Sequence[Shown], now: int) -> list[Shown]:
    """Return the bubbles a number may be for: what is asked, and of other lists the last.

    Whoever has just been shown another list is likely to answer that.
    """
    lists = [one for one in shown if numbers(one.say)]
    last = lists[-1].made if lists else 0
    return [
        one
        for one in shown
        if last - one.made <= JUST_NOW_MS or (_asks(one.say) and now - one.sent <= DAY_MS)
    ]


def _asks(say: Say) -> bool:
    return any(option.data.startswith("d:") for option in options(say))


def _ways(shown: Sequence[Shown]) -> Iterator[_Way]:
    for one in shown:
        yield from (_Way(one, answer) for answer in numbers(one.say))


def _called_so(said: Text, shown: Sequence[Shown], number: int) -> list[_Way]:
    """Return the answers with the number in their name, where it is said as a name: "số 17"."""
    if "so" not in fold(said.text).split():
        return []
    name = re.compile(rf"\bso {number}\b")
    return [way for way in _ways(shown) if name.search(fold(way.answer.label))]


def _as_count(one: Shown, number: int) -> Iterator[_Way]:
    """Yield the number as the answer to a question for one; the other answers say whose it is."""
    if one.say.wants == COUNTED:
        for option in options(one.say)[:1]:
            question = option.data.rpartition(":")[0]
            yield _Way(one, Numbered(str(number), str(number), f"{question}:{number}"))


def _too_late(said: Text, ways: Sequence[_Way], *, at: int, now: int) -> Said | None:
    """Return a number as one to ask about that is said a day later, or too early."""
    shown, data = ways[-1].shown, ways[-1].answer.data
    old = AskedAgain(shown.say, data) if now - shown.sent > DAY_MS else None
    return _too_early(said, ways, at=at, now=now) or old


def _too_early(said: Text, ways: Sequence[_Way], *, at: int, now: int) -> Said | None:
    """Return a number as one to ask about that is said before what it may answer was there.

    While the bot was away people say a thing twice; the second time is meant for the same list.
    """
    shown, data = ways[-1].shown, ways[-1].answer.data
    early = all(way.shown.waits for way in ways) or _before_it(shown, at=at, now=now)
    return AskedAgain(shown.say, data, said.text) if early else None


def _before_it(shown: Shown, *, at: int, now: int) -> bool:
    """Return whether something was said before a bubble was there, as far as clocks can tell.

    They may be wrong for long: what is put once more for this reason is not put a third time.
    """
    unread = now - shown.sent < BESIDE_MS or now - at > ASTRAY_MS
    return unread and at < shown.sent - BESIDE_MS and not shown.say.again


def _one_of(ways: Sequence[_Way]) -> Said:
    """Return the one answer meant, or that there are several it may be."""
    if len({way.answer.data for way in ways}) > 1:
        return Unsure(tuple(_told_apart(way) for way in ways))
    say, data = ways[-1].shown.say, ways[-1].answer.data
    if data.startswith(PAGE):
        return Turned(replace(say, page=int(data.removeprefix(PAGE))))
    return Press(data)


def _not_listed(said: Text, number: int, shown: Sequence[Shown]) -> Said:
    """Return what a number means that no list has: of a page of a list only what it shows.

    A larger one may be an entry's.
    """
    if str(number) == PUT_ASIDE:
        return replace(said, text=PUT_ASIDE)
    last = next((one.say for one in reversed(shown) if numbers(one.say)), None)
    paged = last is not None and pages(last) > 1 and number <= ONE_DIGIT
    return Turned(last) if last and paged else _by_words(said, shown)


def _by_words(said: Text, shown: Sequence[Shown]) -> Said:
    """Return the answer that is called as was said, of whichever bubble."""
    ways = _labelled(said, shown)
    return _one_of(ways) if ways else said


def _labelled(said: Text, shown: Sequence[Shown]) -> list[_Way]:
    words = bare(said.text)
    return [way for way in _all_of(shown) if words and bare(way.answer.label) == words]


def _all_of(shown: Sequence[Shown]) -> Iterator[_Way]:
    """Yield all answers there are: the pages not shown and the bubbles without a list have some."""
    for one in shown:
        yield from (_Way(one, Numbered("", o.label, o.data)) for o in options(one.say))
        turning = (n for n in numbers(one.say) if n.data.startswith(PAGE))
        yield from (_Way(one, answer) for answer in turning)


def _together(said: Text, shown: Sequence[Shown]) -> _Way | None:
    """Return several answers as one, where a question takes them."""
    said_ones = said_numbers(said.text)
    asked = next((one for one in reversed(shown) if one.say.wants == SEVERAL), None)
    if not said_ones or not asked:
        return None
    answers = (
        one for one in numbers(asked.say) if one.data.rpartition(":")[2] not in {BACK, ASIDE}
    )
    data = {answer.number: answer.data for answer in answers}
    chosen = [data[str(number)] for number in said_ones if str(number) in data]
    if len(chosen) < len(said_ones):
        return None
    question = chosen[0].rpartition(":")[0]
    codes = ",".join(one.rpartition(":")[2] for one in chosen)
    return _Way(asked, Numbered("", "", f"{question}:{codes}"))


def _told_apart(way: _Way) -> Option:
    """Return an answer with what it answers, for a list of answers to different things."""
    text, data = way.shown.say.text, way.answer.data
    asked = _asked(text) if data.startswith("d:") else text.splitlines()[0]
    return Option(f"{_brief(asked.rstrip(' .:'))} – {_brief(way.answer.label)}", data)


def _asked(text: str) -> str:
    """Return the line of a question that asks: what was told is above it, what is kept below."""
    firsts = [part.splitlines()[0] for part in text.split("\n\n") if part]
    asking = [first for first in firsts if "?" in first]
    return (asking or firsts)[-1]


def _brief(words: str) -> str:
    return words if len(words) <= BRIEF else f"{words[:BRIEF].rstrip()}…"
