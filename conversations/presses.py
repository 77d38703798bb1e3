"""A button pressed. Its data comes from outside and proves nothing: all is looked up anew."""

from conversations import acts, entries, show
from conversations.dialogs import at
from conversations.drive import present, refuse, take
from conversations.outcome import Outcome
from conversations.said import Press
from conversations.situation import Situation
from conversations.ways import WAYS, go
from dialog.turn import Waiting
from rules.refused import Refused
from rules.requests import EntryMadeBy


def pressed(s: Situation, said: Press) -> Outcome:
    """Return what comes of a press; of data that is none of ours the main list."""
    match said.data.split(":"):
        case ["d", dialog, key, code]:
            return _in_dialog(s, dialog, key=key, code=code)
        case ["a", name, subject, *_]:
            return acts.do(s, name, subject)
    return Outcome((show.main_list(s),))


def act_on(s: Situation, data: str) -> Outcome:
    """Return what comes of the data of an act."""
    return pressed(s, Press(data))


def _in_dialog(s: Situation, id_: str, *, key: str, code: str) -> Outcome:
    dialog = next((dialog for dialog in s.dialogs if dialog.id == id_), None)
    if dialog is None:
        made = s.facts_of(EntryMadeBy(id_))
        return Outcome((entries.already_sent(s, made) if made else show.gone(s),))
    waiting = at(s, dialog)
    if not isinstance(waiting, Waiting) or waiting.question.key != key:
        return present(s, dialog)
    if code in WAYS.values():
        return go(s, dialog, waiting, code)
    try:
        return take(s, dialog, waiting, code)
    except Refused as refused:
        return refuse(s, dialog, waiting, refused)
