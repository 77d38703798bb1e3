"""One message, thought about: what was said, what follows. Pure; raises Lacking for data."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from conversations import acts, show
from conversations.by_number import ask_of_earlier, ask_once_more, ask_which, turn
from conversations.dialogs import begin, front
from conversations.digression import and_again
from conversations.drive import present, take
from conversations.entering import before_consent
from conversations.hear_table import hear_table
from conversations.offer import rows
from conversations.outcome import Outcome
from conversations.pictures import hear_photo
from conversations.presses import pressed
from conversations.said import (
    AskedAgain,
    Begin,
    Contact,
    Earlier,
    File,
    Photo,
    Place,
    Press,
    Said,
    Start,
    Text,
    Turned,
    Unreadable,
    Unsure,
)
from conversations.say import Option, Say
from conversations.situation import Situation
from conversations.words import hear, waiting_at
from rules.commands import KeepPhone, UseCode
from rules.phones import read_phone
from rules.refused import Refused
from rules.secrecy import looks_secret


def think(s: Situation, said: Said) -> Outcome:
    """Return what comes of one message."""
    if looks_secret(_words(said)):
        return Outcome((show.secret(s),), forget=True)
    if isinstance(said, Begin):
        return _begun(s, said)
    if s.consent != "given":
        return before_consent(s, said)
    return _HEARD[type(said)](s, said)


def _words(said: Said) -> str:
    """Return the words that came with something said, whatever it was."""
    match said:
        case Text(words) | Place(title=words):
            return words
        case Press(data):  # whose parts stand for themselves
            return data.replace(":", "\n")
    return ""


def _begun(s: Situation, said: Begin) -> Outcome:
    if said.script == "register":
        return acts.register(s, lead=said.lead)
    outcome = present(s, begin(s, said.script), lead=said.lead)
    if not said.share:
        return outcome
    *first, last = outcome.says
    share = rows(Option(said.share, "share"))  # what it brings is no press
    return replace(outcome, says=(*first, replace(last, rows=share, wants="phone")))


def _started(s: Situation, said: Start) -> Outcome:
    ahead = front(s)
    if said.code:
        return Outcome(command=UseCode(said.code))
    return present(s, ahead) if ahead else acts.do(s, "main")


def _placed(s: Situation, said: Place) -> Outcome:
    _ = s.translate
    ahead = front(s)
    waiting = waiting_at(s, ahead)
    if ahead and waiting and waiting.question.kind == "place":
        title = said.title or _("Position")
        where = f"{title} ({said.latitude:.5f}, {said.longitude:.5f})"
        return take(s, ahead, waiting, where)
    needless = Say(_("The assistant does not need a place now."))
    return and_again(s, Outcome((needless,)), ahead, waiting)


def _phone(s: Situation, said: Contact) -> Outcome:
    _ = s.translate
    try:
        return Outcome(command=KeepPhone(read_phone(said.phone)))
    except Refused:
        ahead = front(s)
        unknown = Say(_("The assistant did not recognise the phone number."))
        return and_again(s, Outcome((unknown,)), ahead, waiting_at(s, ahead))


def _unreadable(s: Situation, said: Unreadable) -> Outcome:
    ahead = front(s)
    return and_again(s, Outcome((show.unreadable(s, said.what),)), ahead, waiting_at(s, ahead))


_HEARD: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    Press: pressed,
    Start: _started,
    Photo: hear_photo,
    File: hear_table,
    Contact: _phone,
    Unreadable: _unreadable,
    Place: _placed,
    Turned: turn,
    Unsure: ask_which,
    AskedAgain: ask_once_more,
    Earlier: ask_of_earlier,
    Text: hear,
}
