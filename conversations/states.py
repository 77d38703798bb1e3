"""How an entry stands, in six words, and a unit, in one sentence."""

from collections.abc import Sequence

from dialog.turn import Translate
from rules.entry import Entry, State
from rules.quotas import Standing

LISTED = 7  # units by name, so that it stays readable on a small screen


def say_state(state: State, _: Translate) -> str:
    """Return the state in the words of the field."""
    words: dict[State, str] = {
        "sent": _("sent"),
        "confirmed": _("confirmed"),
        "accepted": _("taken in by the office"),
        "recognised": _("recognised"),
        "returned": _("to be completed"),
        "withdrawn": _("taken back"),
    }
    return words[state]


def entry_line(entry: Entry, _: Translate, *, year: int) -> str:
    """Return one line of a list: "• Số 17: “…” – đã gửi", with its code if of another year."""
    text = _("• Number {number}: “{name}” – {state}")
    number, state = number_of(entry, year=year), say_state(entry.state, _)
    return text.format(number=number, name=entry.name, state=state)


def number_of(entry: Entry, *, year: int) -> str:
    """Return what tells an entry from the others: its number in that year, its code in another."""
    return str(entry.number) if entry.round == year else entry.code


def say_standing(standing: Standing, _: Translate) -> str:
    """Return "đã đăng ký 1/2, CÒN THIẾU 1", or without a quota just how many."""
    done, quota = standing.registered, standing.quota
    if not quota:
        text = _("registered {done}") if done else _("nothing registered yet")
    elif not done:
        text = _("quota {quota}, nothing registered yet")
    elif standing.met:
        text = _("registered {done}/{quota}, the quota is met")
    else:
        text = _("registered {done}/{quota}, {missing} STILL MISSING")
    return text.format(done=done, quota=quota, missing=standing.missing)


def say_names(names: Sequence[str], _: Translate) -> str:
    """Return the names of units, of many only the first and how many more there are."""
    said = "; ".join(names[:LISTED])
    if len(names) <= LISTED:
        return said
    text = _("{names} and {count} more")
    return text.format(names=said, count=len(names) - LISTED)
