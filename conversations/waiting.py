"""What waits for the office, the longest waiting first, seven at a time."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from conversations.help_notices import done_in_list, help_line
from conversations.moments import short_day
from conversations.offer import act, one_line, rows
from conversations.outcome import Outcome
from conversations.reminding.sent import sent_line, sent_ways
from conversations.reminding.unanswered import unanswered_line
from conversations.say import Option, Say
from conversations.show import main_list
from conversations.situation import Situation, Translate
from conversations.unit_named import unit_named
from rules.entry import Entry
from rules.office_requests import Form, Waiting, WaitingFor
from rules.paper_requests import TwinsOf
from rules.reminding_requests import Sent

LISTED = 7
BRIEF = 60  # characters of a name in the list
OFFICE = {"office", "admin"}


class _Item(NamedTuple):
    """One thing that waits: its words, the button that leads to it if any, the entry to take in.

    other  a second button, where there are two things to be said of it
    """

    words: str
    way: Option | None
    entry: Entry | None = None
    other: Option | None = None


def waiting(s: Situation, page: str) -> Outcome:
    """Return a page of what waits; `page` is its number, "" for the first."""
    _ = s.translate
    items = list(_items(s))
    if not items:
        return Outcome((main_list(s, _("Nothing waits for the office now.")),))
    pages = -(-len(items) // LISTED)
    here = min(int(page), pages) if page.isdecimal() and int(page) else 1
    first = (here - 1) * LISTED
    shown = items[first : first + LISTED]
    lines = [_("Waiting for the office: {count}").format(count=len(items))]
    s.need(*(TwinsOf(item.entry.id) for item in shown if item.entry))
    lines += [one_line(f"• {item.words}{_twins(s, item)}") for item in shown]
    ways = [way for item in shown for way in (item.way, item.other) if way]
    if here < pages:
        left = len(items) - first - LISTED
        ways.append(
            act(_("{count} more things to do").format(count=left), "waiting", str(here + 1))
        )
    told = tuple(item.way.data if item.way else "" for item in shown)
    return Outcome((Say("\n".join(lines), rows(*ways), lines=told),))


def next_waiting(s: Situation, after: Entry) -> tuple[int, Entry | None]:
    """Return how much waits, and which entry is to be looked at after one that was settled."""
    all_ = _all_that_waits(s)
    entries = [e for one in all_ for e in one.entries if e.id != after.id]
    count = sum(1 for _ in _items_of(s, all_))
    return count, next(iter(entries), None)


def _all_that_waits(s: Situation) -> list[Waiting]:
    """Return what waits in each round for each office somebody is of."""
    offices = [h.unit.id for h in s.person.memberships if h.confirmed and h.role in OFFICE]
    asked = [
        WaitingFor(office, form.programme.code, form.year)
        for office in dict.fromkeys(offices)
        for form in s.forms
    ]
    s.need(*asked)
    return [s.facts_of(one) for one in asked]


def _items(s: Situation) -> Iterator[_Item]:
    return _items_of(s, _all_that_waits(s))


def _items_of(s: Situation, all_: Iterable[Waiting]) -> Iterator[_Item]:
    """Yield each thing once: an office may be below another one of the same person."""
    seen = set[str]()
    for one in all_:
        things = [(e.id, _entry(s, e)) for e in one.entries]
        things += [(c.id, _correction(s, c.entry)) for c in one.corrections]
        things += [(f.id, _form(s, f)) for f in one.forms]
        _ = s.translate
        things += [(h.id, _Item(help_line(h, _), done_in_list(h, _))) for h in one.help]
        things += [(said.id, _sent(said, _)) for said in one.sent]
        things += [(f"u-{u.person}", _Item(unanswered_line(u, _), None)) for u in one.unanswered]
        yield from (item for key, item in things if key not in seen)
        seen |= {key for key, _ in things}


def _entry(s: Situation, entry: Entry) -> _Item:
    _ = s.translate
    text = _("Number {number} “{name}” – {unit}")
    words = text.format(
        number=entry.number, name=_brief(entry.name), unit=unit_named(entry.unit, _)
    )
    if entry.unclear:
        words += " – " + _("sender not known to the unit yet")
    elif entry.state == "sent":
        words += " – " + _("not confirmed by the unit")
    return _Item(words, _see(s, entry), entry)


def _twins(s: Situation, item: _Item) -> str:
    """Return which others of its unit an entry is perhaps the same as; "" where none is near."""
    others: tuple[Entry, ...] = s.facts_of(TwinsOf(item.entry.id)) if item.entry else ()
    if not others:
        return ""
    _ = s.translate
    numbers = ", ".join(str(one.number) for one in others)
    return " – " + _("perhaps the same as number {numbers}").format(numbers=numbers)


def _correction(s: Situation, entry: Entry) -> _Item:
    _ = s.translate
    text = _("Number {number} “{name}” – {unit} – a correction is asked for")
    words = text.format(number=entry.number, name=_brief(entry.name), unit=entry.unit.name)
    return _Item(words, _see(s, entry))


def _form(s: Situation, form: Form) -> _Item:
    _ = s.translate
    text = _("Paper form of {unit}, came in on {day} – to be typed in")
    words = text.format(unit=form.unit.name, day=short_day(form.at.date()))
    return _Item(
        words, act(_("Type in the form of {unit}").format(unit=form.unit.name), "type-in", form.id)
    )


def _sent(sent: Sent, _: Translate) -> _Item:
    here, missing = sent_ways(sent, _)
    return _Item(sent_line(sent, _), here, other=missing)


def _see(s: Situation, entry: Entry) -> Option:
    _ = s.translate
    label = _("See number {number}").format(number=entry.number)
    return act(label, "show", entry.id, entry.version)


def _brief(name: str) -> str:
    line = one_line(name)
    return line if len(line) <= BRIEF else f"{line[:BRIEF].rstrip()}…"
