"""What a unit is called, also where something belongs to none yet."""

from dialog.turn import Translate
from rules.person import Unit


def unit_named(unit: Unit, _: Translate) -> str:
    """Return the name of a unit; what was sent for one that does not know the sender has none."""
    return unit.name or _("of no unit yet")
