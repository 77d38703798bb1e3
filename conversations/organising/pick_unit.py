"""Finding a unit by part of its name."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypedDict, Unpack

from dialog.ask import Ask
from dialog.errors import Unanswered
from dialog.turn import Translate
from rules.person import Unit
from rules.readers import plain_text
from rules.unit_requests import UnitsOfMine

EXAMPLE = "Chi bộ bản Suối Đá"


class Among(TypedDict, total=False):
    """Which units can be meant."""

    change: bool  # those the person may change, by default; else all they see
    but: tuple[str, ...]  # ids of those that are not
    unfit: Callable[[Unit], str]  # why a unit cannot be, said where it is chosen; "" if it can
    which: str  # the question where several are called so


def pick_unit(ask: Ask, _: Translate, key: str, text: str, **among: Unpack[Among]) -> Unit | None:
    """Return the unit meant, None for none of them."""
    unit = _meant(ask, _, key, text, **among)
    why = among["unfit"](unit) if unit and "unfit" in among else ""
    if why:
        raise Unanswered(replace(ask.asked[-1], text=why))
    return unit


def _meant(ask: Ask, _: Translate, key: str, text: str, **among: Unpack[Among]) -> Unit | None:
    typed = ask.words(key, _("Unit"), text, plain_text(2, 200), kind="find", example=EXAMPLE)
    which = f"{key}/which"  # hangs on the words, so that new ones ask it anew
    typed = ask.noted(f"{which}~") or typed
    look = UnitsOfMine(typed, among.get("change", True), among.get("but", ()))
    found: tuple[Unit, ...] = ask.fact(look)
    if len(found) == 1:
        return found[0]
    if found:
        text = among.get("which") or _("Which unit is it?")
        text += " " + _("Not in the list: type its name again, or choose the last line.")
    else:
        text = _("No unit of yours is called “{unit}”.")
        text += "\n\n" + _("Which unit? Type its name, or choose below.")
    text, other = text.format(unit=typed), _("None of them, change nothing")
    picked = ask.pick(which, _("Unit"), text, look, other=other)
    return next((unit for unit in found if unit.id == picked), None)
