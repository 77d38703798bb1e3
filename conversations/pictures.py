"""A photo: for the draft being written, for an entry just sent, or for one to be named."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from conversations.drive import at, begin, front, present
from conversations.outcome import Outcome
from conversations.photos import MOST
from conversations.situation import Open, Situation
from dialog.said import Photo
from dialog.turn import Waiting, answer
from rules.requests import MyEntries

RECENT = dt.timedelta(days=1)


def hear_photo(s: Situation, said: Photo) -> Outcome:
    """Return what comes of a photo; wherever it comes, it is kept."""
    for dialog in s.dialogs:
        if dialog.script == "photos":
            return _grow(s, dialog, said)
    ahead = front(s)
    if ahead and ahead.script == "register":
        return _with_draft(s, ahead, said)
    entries = s.facts_of(MyEntries())
    if entries and s.now - entries[0].received < RECENT:
        return _grow(s, begin(s, "photos", subject=entries[0].id), said)
    if not s.person.memberships:
        return present(s, begin(s, "introduce"))
    return _with_draft(s, begin(s, "register"), said)


def _grow(s: Situation, dialog: Open, said: Photo) -> Outcome:
    waiting = at(s, dialog)
    if isinstance(waiting, Waiting):
        dialog = replace(dialog, state=answer(waiting, said))
    return present(s, dialog)


def _with_draft(s: Situation, dialog: Open, said: Photo) -> Outcome:
    _ = s.translate
    refs = [*dialog.state.answers.get("photos", "").split(), said.ref][:MOST]
    state = replace(dialog.state, answers={**dialog.state.answers, "photos": " ".join(refs)})
    lead = _("{count} photos kept; they go with the registration when you send it.")
    return present(s, replace(dialog, state=state), lead=lead.format(count=len(refs)))
