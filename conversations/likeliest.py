"""What somebody probably wants whose words were not understood."""

from collections.abc import Iterator

from conversations.drafts import go_on, registrations
from conversations.intents import likely_acts
from conversations.main_ways import contact_ways, main_ways
from conversations.offer import act, rows
from conversations.say import Option, Say
from conversations.sayings import INSTEAD
from conversations.situation import Situation
from conversations.supplementing import pending_supplement
from rules.acts import ACTS, may_act

OFFERED = 3


def likeliest(s: Situation, words: str) -> Say:
    """Return the three things the words may mean, or that wait for the person."""
    _ = s.translate
    text = _("The assistant did not understand. What do you need?")
    ways: dict[str, Option] = {}
    for way in (*_meant(s, words), *_pending(s), *main_ways(s)):
        ways.setdefault(way.data, way)
    return Say(text, rows(*list(ways.values())[:OFFERED]))


def theirs(s: Situation, name: str) -> str:
    """Return the act for somebody who said what means this one: what they may see instead.

    An office registers nothing of its own: what it has to write down comes from others.
    """
    if name in {"register", "new"} and s.person.runs_the_office():
        return "paper-work"
    may = name in ACTS and may_act(name, s.person)
    return name if may else INSTEAD.get(name, "main")


def _meant(s: Situation, words: str) -> Iterator[Option]:
    """Yield the acts that the words speak for, the likeliest first."""
    labels = _labels(s)
    for name in likely_acts(words):
        meant = theirs(s, name)
        if meant in labels:
            yield act(labels[meant], meant)


def _labels(s: Situation) -> dict[str, str]:
    """Return what the acts are called that can be offered to somebody."""
    _ = s.translate
    others = (
        act(_("Register another one"), "new"),
        act(_("What became of what was sent"), "states"),
        act(_("People of my unit"), "members"),
        act(_("See, correct, erase what is kept about me"), "data"),
    )
    ways = (*others, *contact_ways(_), *main_ways(s))
    return {way.data.split(":")[1]: way.label for way in ways}


def _pending(s: Situation) -> Iterator[Option]:
    """Yield what waits for the person: an entry to be completed, a draft."""
    _ = s.translate
    entry = pending_supplement(s)
    if entry:
        label = _("Supplement number {number}").format(number=entry.number)
        yield act(label, "supplement", entry.id, entry.version)
    yield from (go_on(s, dialog) for dialog in registrations(s))
