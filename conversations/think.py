"""One message, thought about: who said what, where they are, what follows. Pure; raises Lacking for data."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from conversations import acts, show
from conversations.drafts import missing
from conversations.drive import at, ask_again, begin, front, present, refuse, take
from conversations.entering import before_consent
from conversations.hearing import hear_labelled
from conversations.intents import code_in, fixed, intent
from conversations.outcome import Outcome
from conversations.phrasing import ASIDE, BACK, EXPLAIN
from conversations.pictures import hear_photo
from conversations.situation import Open, Situation
from dialog.said import Begin, Contact, Photo, Place, Press, Said, Start, Text, Unreadable
from dialog.say import Say
from dialog.turn import Waiting, back, correct_bubble
from rules.commands import KeepPhone, UseCode
from rules.phones import read_phone
from rules.refused import Refused
from rules.requests import EntryMadeBy
from rules.secrecy import looks_secret

STALE = dt.timedelta(hours=24)  # after that a lone digit is no answer to anything
FREE = {"text", "place"}  # questions at which only fixed words are commands


def think(s: Situation, said: Said) -> Outcome:
    """Return what comes of one message."""
    if isinstance(said, Text) and looks_secret(said.text):
        return Outcome((show.secret(s),), forget=True)
    if isinstance(said, Begin):
        return present(s, begin(s, said.script), lead=said.lead)
    if s.consent != "given":
        return before_consent(s, said)
    match said:
        case Press():
            return _pressed(s, said)
        case Start():
            return Outcome(command=UseCode(said.code)) if said.code else acts.main(s)
        case Photo():
            return hear_photo(s, said)
        case Contact():
            return _phone(s, said)
        case Unreadable():
            return _unreadable(s, said)
        case Place():
            return _placed(s, said)
        case Text():
            return _heard(s, said)


def _heard(s: Situation, said: Text) -> Outcome:
    if said.edited:
        return _edited(s, said)
    ahead = front(s)
    waiting = _waiting(s, ahead)
    free = waiting is not None and waiting.question.kind in FREE
    if code := code_in(said.text, bare=not free):
        return Outcome(command=UseCode(code))
    if name := fixed(said.text):
        return _fixed(s, name, ahead, waiting)
    if labelled := hear_labelled(s, said, ahead, waiting):
        return labelled
    if ahead and waiting:
        return _answered(s, ahead, waiting, said)
    return _outside(s, said)


def _waiting(s: Situation, dialog: Open | None) -> Waiting | None:
    standing = at(s, dialog) if dialog else None
    return standing if isinstance(standing, Waiting) else None


def _fixed(s: Situation, name: str, ahead: Open | None, waiting: Waiting | None) -> Outcome:
    if name in {"aside", "back"} and ahead and waiting:
        return _way(s, ahead, waiting, BACK if name == "back" else ASIDE)
    if name == "aside":
        return Outcome((show.nothing_open(s),))
    return _and_again(s, acts.do(s, name), ahead, waiting)


def _way(s: Situation, dialog: Open, waiting: Waiting, way: str) -> Outcome:
    """Return what follows from going back, putting aside or asking what the answers mean."""
    if way == BACK:
        return present(s, replace(dialog, state=back(waiting)))
    if way == EXPLAIN:
        return Outcome((ask_again(s, dialog, waiting, lead=waiting.question.hint),), (dialog,))
    if dialog.script == "register" and not missing(s, dialog)[0]:
        return Outcome((show.not_begun(s),), close=(dialog.id,))
    kept = replace(dialog, state=replace(waiting.state, aside=True))
    return Outcome((show.put_aside(s, kept),), (kept,))


def _and_again(
    s: Situation, outcome: Outcome, ahead: Open | None, waiting: Waiting | None
) -> Outcome:
    """Return the outcome of a digression, the pending question repeated after it."""
    settled = outcome.command or outcome.keep or outcome.close
    if settled or not ahead or not waiting or _asks(outcome):
        return outcome
    return outcome.then(Outcome((ask_again(s, ahead, waiting),)))


def _asks(outcome: Outcome) -> bool:
    """Return whether the last bubble is itself a question of yes or no."""
    return any(
        o.data.startswith("a:drop-yes") for say in outcome.says for row in say.rows for o in row
    )


def _answered(s: Situation, ahead: Open, waiting: Waiting, said: Text) -> Outcome:
    stale = ahead.touched is not None and s.now - ahead.touched > STALE
    if said.text.strip().isdigit() and (s.menu or (stale and waiting.question.kind != "number")):
        return _digit(s, said.text.strip(), ahead)
    try:
        return take(s, ahead, waiting, said)
    except Refused as refused:
        return _not_an_answer(s, ahead, waiting, said, refused)


def _digit(s: Situation, digit: str, ahead: Open | None) -> Outcome:
    """Return what a lone digit means: an answer last offered outside a dialog, else nothing by itself."""
    if s.menu and 1 <= int(digit[:4]) <= len(s.menu):
        return _act(s, s.menu[int(digit[:4]) - 1])
    if ahead:
        return present(s, ahead, lead=show.begun_earlier(s, ahead))
    return acts.main(s)


def _not_an_answer(
    s: Situation, ahead: Open, waiting: Waiting, said: Text, refused: Refused
) -> Outcome:
    if waiting.question.kind not in FREE:
        name, subject = intent(said.text)
        if name:
            return _and_again(s, acts.do(s, name, subject), ahead, waiting)
    if waiting.question.kind == "pick" and refused.reason != "noise":
        state = waiting.state.answering(f"{waiting.question.key}~", said.text)
        return present(s, replace(ahead, state=state))
    if (
        waiting.question.kind == "review"
        and len(said.text) >= 10
        and refused.reason == "not-a-choice"
    ):  # noqa: PLR2004 - a sentence, not a slip
        return present(s, replace(ahead, state=waiting.state.answering("add", said.text)))
    if waiting.state.misses and refused.reason in {"noise", "not-a-choice", "not-an-answer"}:
        settled = replace(ahead, state=replace(waiting.state, misses=0))
        return Outcome(keep=(settled,)).then(acts.call_human(s, said.text))
    return refuse(s, ahead, waiting, refused)


def _outside(s: Situation, said: Text) -> Outcome:
    words = said.text.strip()
    if words.isdigit():
        if not s.menu and len(words) > 1:
            return acts.entry(s, words)
        return _digit(s, words, None)
    name, subject = intent(words)
    if name:
        return acts.do(s, name, subject)
    if s.misses:
        return acts.call_human(s, words)
    return Outcome((show.not_understood(s),), misses=1)


def _edited(s: Situation, said: Text) -> Outcome:
    for dialog in s.dialogs:
        state = correct_bubble(dialog.state, said)
        if state:
            return present(s, replace(dialog, state=state))
    return Outcome((show.edited_too_late(s),))


def _pressed(s: Situation, said: Press) -> Outcome:
    parts = said.data.split(":")
    if parts[0] == "d" and len(parts) == 4:  # noqa: PLR2004 - "d", dialog, key, code
        return _pressed_in_dialog(s, dialog_id=parts[1], key=parts[2], code=parts[3])
    if parts[0] == "a":
        return _act(s, said.data)
    return acts.main(s)


def _act(s: Situation, data: str) -> Outcome:
    _, name, subject, *_rest = (*data.split(":"), "", "")
    return acts.do(s, name, subject)


def _pressed_in_dialog(s: Situation, *, dialog_id: str, key: str, code: str) -> Outcome:
    dialog = next((d for d in s.dialogs if d.id == dialog_id), None)
    if dialog is None:
        made = s.facts_of(EntryMadeBy(dialog_id))
        return Outcome((show.already_sent(s, made) if made else show.gone(s),))
    waiting = _waiting(s, dialog)
    if waiting is None or waiting.question.key != key:
        return present(s, dialog)
    if code in {BACK, ASIDE, EXPLAIN}:
        return _way(s, dialog, waiting, code)
    if code == "aside":
        return _way(s, dialog, waiting, ASIDE)
    try:
        return take(s, dialog, waiting, Press(code))
    except Refused as refused:
        return refuse(s, dialog, waiting, refused)


def _placed(s: Situation, said: Place) -> Outcome:
    ahead = front(s)
    waiting = _waiting(s, ahead)
    if ahead and waiting and waiting.question.kind == "place":
        return take(s, ahead, waiting, said)
    return _and_again(s, Outcome((show.no_place_needed(s),)), ahead, waiting)


def _phone(s: Situation, said: Contact) -> Outcome:
    _ = s.translate
    try:
        return Outcome(command=KeepPhone(read_phone(said.phone)))
    except Refused:
        return Outcome((Say(_("The assistant did not recognise the phone number.")),))


def _unreadable(s: Situation, said: Unreadable) -> Outcome:
    ahead = front(s)
    return _and_again(s, Outcome((show.unreadable(s, said.what),)), ahead, _waiting(s, ahead))
