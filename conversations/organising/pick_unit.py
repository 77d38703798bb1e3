"""Finding a unit by part of its name."""

from dialog.ask import Ask
from dialog.turn import Translate
from rules.person import Unit
from rules.unit_requests import UnitsOfMine

EXAMPLE = "Chi bộ bản Suối Đá"


def pick_unit(
    ask: Ask, _: Translate, key: str, text: str, *, change: bool = True, but: tuple[str, ...] = ()
) -> Unit | None:
    """Return the unit meant, among those the person may change (or see); None for none of them."""
    typed = ask.text(key, _("Unit"), text, least=2, most=200, example=EXAMPLE)
    which = f"{key}/which"  # hangs on the words, so that new ones ask it anew
    typed = ask.noted(f"{which}~") or typed
    look = UnitsOfMine(typed, change, but)
    found: tuple[Unit, ...] = ask.fact(look)
    if len(found) == 1:
        return found[0]
    if found:
        text = _("Which unit is it? Not in the list: type its name again, or choose the last line.")
    else:
        text = _("No unit of yours is called “{unit}”. Type its name again, or choose below.")
    text, other = text.format(unit=typed), _("None of them, change nothing")
    picked = ask.pick(which, _("Unit"), text, look, other=other)
    return next((unit for unit in found if unit.id == picked), None)
