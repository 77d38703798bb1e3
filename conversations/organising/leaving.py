"""Half a change of a unit: a way out of it at each question, and nobody is nagged about it."""

from dataclasses import replace

from conversations.organising.scripts import ORGANISING
from conversations.phrasing import ASIDE
from conversations.say import Option
from conversations.situation import Open
from dialog.turn import Translate, Waiting

_LOOKING = "find-unit"  # changes nothing
_OF_THE_OFFICE = {"paper-in", "ask-supplement", "refuse-correction"}  # begun by one press
OF_DEADLINES = {"change-deadline", "calendar-day"}
_OF_TIME = {*OF_DEADLINES, "ask-extension"}
_TO_MANY = {"announce", "announce-right"}  # a "1" meant for what is looked at would send it


def is_change(dialog: Open) -> bool:
    """Return whether the dialog is about a change of a unit, of its plan or time, or finds one."""
    return dialog.script in {*ORGANISING, *_OF_TIME, "plan"}


def is_left(dialog: Open) -> bool:
    """Return whether it waits without asking again when something else is looked at."""
    return is_change(dialog) or dialog.script in _TO_MANY


def ways_out(dialog: Open, waiting: Waiting, _: Translate) -> tuple[tuple[Option, ...], ...]:
    """Return the button to leave the unit as it is, where no answer of the question is that."""
    question = waiting.question
    leaves = dialog.script in _OF_THE_OFFICE or is_change(dialog)
    if not leaves or dialog.script == _LOOKING or question.kind in {"maybe", "pick"}:
        return ()
    data = f"d:{dialog.id}:{question.key}:{ASIDE}"
    return ((Option(_("Leave it as it was"), data),),)


def left_aside(dialog: Open) -> Open:
    """Return the dialog so that it waits without asking again; its act takes it up."""
    return replace(dialog, state=replace(dialog.state, aside=True))
