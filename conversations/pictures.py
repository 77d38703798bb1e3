"""A photo: for the draft being written, for an entry just sent, or for one to be named."""

import datetime as dt
from dataclasses import replace

from conversations.acts import begun
from conversations.dialogs import at, begin, front
from conversations.drive import ask_again, present
from conversations.entries import last_sent
from conversations.on_paper.offered import it_is_a_form, photos_alone, which_photos
from conversations.outcome import Outcome
from conversations.photos import MOST
from conversations.said import Photo
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
    if ahead and ahead.script == "hand-form":
        return _form_grown(s, ahead, said)
    if ahead and ahead.script in {"register", "type-in"}:
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
    return _counting(dialog, present(s, dialog))


def _form_grown(s: Situation, dialog: Open, said: Photo) -> Outcome:
    """Return the form with one more photo, also after it was said that there are no more."""
    kept = dialog.state.answers.get("photos", "")
    answers = {**dialog.state.answers, "photos": f"{kept} {said.ref}".strip()}
    grown = replace(dialog, state=replace(dialog.state, answers=answers))
    return _counting(grown, present(s, grown))


def _counting(dialog: Open, outcome: Outcome) -> Outcome:
    """Return what the next photo may say better, unless the dialog is over with this one."""
    if outcome.command:
        return outcome
    return replace(outcome, says=tuple(replace(say, counts=dialog.id) for say in outcome.says))


def _with_draft(s: Situation, dialog: Open, said: Photo) -> Outcome:
    _ = s.translate
    kept = dialog.state.answers.get("_photos", "").split()
    if len(kept) >= MOST:
        text = _("There are {count} photos already, no more fit.")
        return present(s, dialog, lead=text.format(count=len(kept)))
    refs = [*kept, said.ref]
    state = replace(dialog.state, answers={**dialog.state.answers, "_photos": " ".join(refs)})
    grown = replace(dialog, state=state)
    waiting = at(s, grown)
    if not isinstance(waiting, Waiting):
        return present(s, grown)
    if photos_alone(s, grown):
        others = (other for other in s.dialogs if other.id != grown.id)
        which = which_photos(replace(s, dialogs=(grown, *others)), grown)
        return Outcome((replace(which, counts=dialog.id if kept else ""),), (grown,))
    text = _("{count} photos kept; they go with the registration when you send it.")
    text = text.format(count=len(refs))
    say = ask_again(s, grown, waiting, lead=text)
    if kept:  # an album would repeat the question ten times; a list of numbers is none without it
        say = replace(say, text=text if s.door.buttons else say.text, counts=dialog.id)
    if dialog.script == "register":
        say = replace(say, rows=(*say.rows, it_is_a_form(s, grown, waiting)))
    return Outcome((say,), (grown,))
