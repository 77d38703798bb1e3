"""Opening what the office asked for: by a button, or by words said with nothing else open."""

from dataclasses import replace

from conversations.dialogs import begin
from conversations.drive import present
from conversations.outcome import Outcome
from conversations.situation import Open, Situation, form_of
from conversations.supplement import ANEW, GROWING, MORE
from conversations.supplement_words import asked_box, say_supplement
from rules.entry import Entry
from rules.entry_requests import AtOffice, AtOfficeOf
from rules.programme import Box
from rules.requests import MyEntries

A_SENTENCE = 15  # characters; what is shorter supplements nothing


def pending_supplement(s: Situation) -> Entry | None:
    """Return the entry, typed by who talks or of their unit, that waits for a supplement.

    For an office, which would have to read the whole register for it, there is none.
    """
    if s.person.runs_the_office():
        return None
    own: tuple[Entry, ...] = s.facts_of(MyEntries())
    mine = (e for e in own if e.state == "returned" and _is_theirs(s, e))
    return next(mine, None)


def _is_theirs(s: Situation, entry: Entry) -> bool:
    return entry.typed_by == s.person.id or s.person.confirms(entry.unit.id)


def offer_supplement(s: Situation, words: str) -> Outcome | None:
    """Return words read back as the supplement that is waited for; None where there is none."""
    entry = pending_supplement(s) if len(words) >= A_SENTENCE else None
    if entry is None:
        return None
    opened, box = _opened(s, entry), _asked(s, entry)[0]
    if box is None:
        return None
    if box.type in GROWING:
        return more_words(s, opened, words)
    return present(s, replace(opened, state=opened.state.offering({box.key: words})))


def more_words(s: Situation, opened: Open, words: str) -> Outcome:
    """Return words read back behind those that were given before and are not sent yet."""
    before = opened.state.answers.get(MORE, "")
    whole = before if words in before else f"{before}\n{words}".strip()
    return present(s, replace(opened, state=opened.state.offering({MORE: whole})))


def supplement(s: Situation, found: Entry) -> Outcome:
    """Ask for the words to be added."""
    return present(s, _opened(s, found))


def rewrite(s: Situation, found: Entry) -> Outcome:
    """Ask for the whole part anew."""
    opened, lead = _opened(s, found), _asked(s, found)[1]
    state = opened.state.without(MORE).answering(ANEW, "anew")
    return present(s, replace(opened, state=state), lead=lead)


def _asked(s: Situation, entry: Entry) -> tuple[Box | None, str]:
    """Return the box that is to be supplemented, and what is asked for; nothing where none is."""
    stands: AtOffice = s.facts_of(AtOfficeOf(entry.id))
    if stands.supplement is None:
        return None, ""
    form = form_of(s.forms, entry.programme)
    said = say_supplement(form, entry, stands.supplement, s.translate)
    return asked_box(form, stands.supplement), said


def _opened(s: Situation, found: Entry) -> Open:
    return begin(s, "supplement", subject=found.id, programme=found.programme)
