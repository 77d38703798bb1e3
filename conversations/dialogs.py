"""The dialogs of a person: where each stands, which is in front, how one begins."""

from dataclasses import replace

from conversations.scripts import SCRIPTS
from conversations.situation import Here, Open, Situation, Surroundings, form_of
from dialog.state import State
from dialog.turn import Finished, Waiting, World, back, settle


def world(s: Situation, dialog: Open) -> World:
    """Return what the dialog's script may know now."""
    here = Surroundings(s.person, s.door, s.forms, dialog, s.came)
    return World(s.now, {**s.facts, Here(): here}, s.translate)


def at(s: Situation, dialog: Open, *, counting: bool = False) -> Waiting | Finished:
    """Return where the dialog stands; `counting`: also which of how many questions it waits at."""
    return settle(SCRIPTS[dialog.script], dialog.state, world(s, dialog), counting=counting)


def before(s: Situation, dialog: Open, waiting: Waiting) -> State:
    """Return the dialog's state one question back."""
    return back(SCRIPTS[dialog.script], waiting, world(s, dialog))


def count(s: Situation, dialog: Open, waiting: Waiting) -> tuple[int, int]:
    """Return which of how many questions the pending one is; (0, 0) where that tells nothing."""
    if waiting.count is None:
        counted = at(s, replace(dialog, state=waiting.state), counting=True)
        return (isinstance(counted, Waiting) and counted.count) or (0, 0)
    return waiting.count


def front(s: Situation) -> Open | None:
    """Return the dialog that takes words: the one touched last that was not put aside."""
    return next((dialog for dialog in s.dialogs if not dialog.state.aside), None)


def begin(
    s: Situation, script: str, *, subject: str = "", programme: str = "", state: State | None = None
) -> Open:
    """Return a new dialog; one of another script than `register` that is open already goes on."""
    for dialog in s.dialogs:
        if dialog.script == script and dialog.subject == subject and script != "register":
            return dialog
    one = len(s.forms) == 1
    return Open(
        # One message may open a registration and another script beside it.
        id=s.fresh if script == "register" else s.fresh + script[0],
        script=script,
        state=state or State(),
        subject=subject,
        programme=programme or (s.forms[0].programme.code if one else ""),
        round=s.forms[0].year if one else 0,
        touched=s.now,
    )


def stamped(s: Situation, dialog: Open) -> Open:
    """Return a registration with the programme and round it is for, once they are chosen."""
    code = dialog.state.answers.get("_programme", "")
    if code in {"", dialog.programme}:
        return dialog
    form = form_of(s.forms, code)
    return Open(
        dialog.id, dialog.script, dialog.state, dialog.subject, code, form.year, dialog.touched
    )
