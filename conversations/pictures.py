"""A photo: for the draft being written, for an entry just sent, or for one to be named."""

import datetime as dt
from dataclasses import replace

from conversations.acts import begun
from conversations.dialogs import at, begin, front
from conversations.drive import present
from conversations.entries import last_sent
from conversations.outcome import Outcome
from conversations.photos import MOST
from conversations.said import Photo
from conversations.say import Say
from conversations.situation import Open, Situation
from dialog.turn import Waiting, add_photo
from rules.commands import AttachPhotos

RECENT = dt.timedelta(days=1)


def hear_photo(s: Situation, said: Photo) -> Outcome:
    """Return what comes of a photo; wherever it comes, it is kept."""
    ahead = front(s)
    for dialog in s.dialogs:
        if dialog.script == "photos":
            return _grown(s, dialog, said)
    if ahead and ahead.script == "register":
        return _with_draft(s, ahead, said)
    sent = last_sent(s)
    if sent and s.now - sent.received < RECENT:
        return Outcome(command=AttachPhotos(sent.id, (said.ref,)))
    if not s.person.memberships:
        return present(s, begin(s, "introduce"))
    return _with_draft(s, begun(s), said)


def _grown(s: Situation, dialog: Open, said: Photo) -> Outcome:
    waiting = at(s, dialog)
    if isinstance(waiting, Waiting):
        dialog = replace(dialog, state=add_photo(waiting, said.ref))
    return present(s, dialog)


def _with_draft(s: Situation, dialog: Open, said: Photo) -> Outcome:
    _ = s.translate
    kept = dialog.state.answers.get("_photos", "").split()
    if len(kept) >= MOST:
        text = _("There are {count} photos already, no more fit.")
        return present(s, dialog, lead=text.format(count=len(kept)))
    refs = [*kept, said.ref]
    state = replace(dialog.state, answers={**dialog.state.answers, "_photos": " ".join(refs)})
    text = _("{count} photos kept; they go with the registration when you send it.")
    text = text.format(count=len(refs))
    if kept:  # an album would repeat the question ten times
        return Outcome((Say(text),), (replace(dialog, state=state),))
    return present(s, replace(dialog, state=state), lead=text)
