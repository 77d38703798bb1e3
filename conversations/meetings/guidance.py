"""What a cell's meeting must last, said to whoever plans it."""

from conversations.meetings.naming import is_cell
from dialog.turn import Translate
from rules.guidance_42 import LEAST_MINUTES, LEAST_MINUTES_COMBINED
from rules.meeting import Kind
from rules.person import Unit


def guidance(unit: Unit | None, kind: Kind, _: Translate) -> list[str]:
    """Return how long it lasts at least, of the meetings the guidance is about."""
    if unit is None or not is_cell(unit) or kind not in {"regular", "thematic"}:
        return []
    text = _(
        "Guidance 42-HD/BTCTW: at least {minutes} minutes; "
        "regular and thematic together at least {combined} minutes."
    )
    return [text.format(minutes=LEAST_MINUTES, combined=LEAST_MINUTES_COMBINED)]
