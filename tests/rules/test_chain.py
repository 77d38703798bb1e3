"""A log of 1,000 events: whatever is done to it afterwards is found, and called by its name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.chain import Anchor, Chain, Event, Sealed, seal

KEY = b"key"
LONG = 1_000
TEXTS = (0, 2, 3, 4, 5, 6, 7)


def event(number: int) -> Event:
    """Return the event with this number."""
    after = f"{number:064x}" if number % 3 else ""
    return (f"e{number:015d}", 1_000 + number, "pao", "a-pao", "correct", f"s{number}", "", after)


@cache
def log() -> tuple[Sealed, ...]:
    """Return 1,000 events, sealed."""
    links: list[Sealed] = []
    for number in range(1, LONG + 1):
        hash_ = seal(KEY, links[-1].hash if links else "", event(number))
        links.append(Sealed(number, str(event(number)[0]), hash_, event(number)))
    return tuple(links)


def found(
    links: Sequence[Sealed], *anchors: Anchor, loose: Sequence[Event] = ()
) -> tuple[str, int] | None:
    """Return the kind and the number of the first fault."""
    fault = Chain(KEY, links, loose).first_fault(anchors)
    return (fault.kind, fault.number) if fault else None


def changed(at: int, link: Sealed) -> list[Sealed]:
    """Return the log with another link at a number."""
    return [*log()[: at - 1], link, *log()[at:]]


def with_words_of(link: Sealed, other: Sealed) -> Sealed:
    """Return a link whose event says what another one said."""
    return replace(link, event=(link.id, *event(other.number)[1:]))


def flips(text: str) -> Iterator[str]:
    """Yield the text with each of its bytes changed in turn."""
    for place, letter in enumerate(text):
        yield text[:place] + chr(ord(letter) ^ 1) + text[place + 1 :]


def test_a_log_nobody_touched_is_whole() -> None:
    anchors = [Anchor(number, log()[number - 1].hash) for number in (1, 500, LONG)]

    assert found(log(), *anchors) is None
    assert found((), Anchor(0, "")) is None


@pytest.mark.parametrize("column", TEXTS)
def test_no_byte_of_any_event_changes_without_its_hash(column: int) -> None:
    for before, link in zip(("", *(link.hash for link in log())), log(), strict=False):
        assert link.event
        for text in flips(str(link.event[column])):
            forged = (*link.event[:column], text, *link.event[column + 1 :])
            assert seal(KEY, before, forged) != link.hash


def test_no_time_of_any_event_changes_without_its_hash() -> None:
    for before, link in zip(("", *(link.hash for link in log())), log(), strict=False):
        assert link.event
        for bit in range(41):
            forged = (link.event[0], int(link.event[1]) ^ (1 << bit), *link.event[2:])
            assert seal(KEY, before, forged) != link.hash


@pytest.mark.parametrize("column", TEXTS[1:])
@pytest.mark.parametrize("at", [1, 2, 500, LONG - 1, LONG])
def test_a_changed_event_is_named(at: int, column: int) -> None:
    old = event(at)
    link = replace(log()[at - 1], event=(*old[:column], f"{old[column]}?", *old[column + 1 :]))

    assert found(changed(at, link), Anchor(LONG, log()[-1].hash)) == ("changed", at)


@pytest.mark.parametrize("at", [1, 500, LONG])
def test_a_changed_hash_is_named(at: int) -> None:
    link = log()[at - 1]
    for text in flips(link.hash):
        forged = changed(at, replace(link, hash=text))
        assert found(forged, Anchor(LONG, log()[-1].hash)) == ("changed", at)


@pytest.mark.parametrize("at", [1, 500, LONG])
def test_an_event_or_a_seal_with_another_id_is_named(at: int) -> None:
    link, other = log()[at - 1], "another"
    seal_of_nothing = replace(link, id=other, event=None)
    event_of_no_seal = replace(link, event=None)

    assert found(changed(at, seal_of_nothing), loose=[event(at)]) == ("changed", at)
    assert found(changed(at, event_of_no_seal), loose=[(other, *event(at)[1:])]) == ("changed", at)


@pytest.mark.parametrize("at", [1, 500, LONG])
def test_a_removed_event_is_named(at: int) -> None:
    assert found(changed(at, replace(log()[at - 1], event=None))) == ("removed", at)


@pytest.mark.parametrize("at", [1, 500, LONG - 1])
def test_an_event_removed_with_its_seal_is_named(at: int) -> None:
    assert found([*log()[: at - 1], *log()[at:]]) == ("removed", at)


@pytest.mark.parametrize(("one", "other"), [(1, 2), (400, 600), (LONG - 1, LONG)])
def test_swapped_events_are_named(one: int, other: int) -> None:
    links = [*log()]
    a, b = links[one - 1], links[other - 1]
    swaps = [
        (replace(b, number=a.number), replace(a, number=b.number)),
        (replace(a, id=b.id, event=b.event), replace(b, id=a.id, event=a.event)),
        (with_words_of(a, b), with_words_of(b, a)),
    ]
    for new_a, new_b in swaps:
        links[one - 1], links[other - 1] = new_a, new_b
        assert found(links) == ("reordered", one)


@pytest.mark.parametrize("length", [0, 1, LONG - 1])
def test_an_end_cut_off_is_named_by_the_anchor(length: int) -> None:
    anchors = [Anchor(1, log()[0].hash), Anchor(LONG, log()[-1].hash)]

    assert found(log()[:length], *anchors) == ("cut", length + 1)


@pytest.mark.parametrize("count", [1, 3])
def test_a_seal_made_without_the_key_is_named(count: int) -> None:
    forged = [*log()]
    for number in range(LONG + 1, LONG + 1 + count):
        hash_ = seal(b"guessed", forged[-1].hash, event(number))
        forged.append(Sealed(number, str(event(number)[0]), hash_, event(number)))

    assert found(forged, Anchor(LONG, log()[-1].hash)) == ("added", LONG + 1)


def test_a_chain_forged_anew_with_the_key_does_not_meet_its_anchor() -> None:
    links: list[Sealed] = []
    for link in log():
        forged = (*event(link.number)[:2], "another", *event(link.number)[3:])
        hash_ = seal(KEY, links[-1].hash if links else "", forged)
        links.append(replace(link, hash=hash_, event=forged))

    assert found(links) is None
    assert found(links, Anchor(7, log()[6].hash)) == ("rewritten", 7)


@given(st.lists(st.text(), min_size=8, max_size=8), st.integers(0, 7), st.text(min_size=1))
def test_words_do_not_move_from_one_column_to_the_next(
    texts: list[str], column: int, more: str
) -> None:
    row: Event = tuple(texts)
    other = (*row[:column], f"{row[column]}{more}", *row[column + 1 :])

    assert seal(KEY, "", row) != seal(KEY, "", other)
