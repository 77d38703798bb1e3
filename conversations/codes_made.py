"""The codes that were made of a unit, as the office reads them: whose, until when, used or not."""

from collections.abc import Sequence

from conversations.moments import short_day
from conversations.situation import Translate
from rules.code_requests import MadeCode
from rules.numbers import say_number

SHOWN = 10


def say_codes(unit: str, made: Sequence[MadeCode], _: Translate) -> str:
    """Return the list, newest first, the codes still good before the others."""
    if not made:
        return _("No codes were made of {unit}, with units below it.").format(unit=unit)
    sorted_ = sorted(made, key=lambda code: code.state != "unused")
    head = _("Codes of {unit}, with units below it: {count}").format(
        unit=unit, count=say_number(len(made))
    )
    lines = [f"{head}", *(_line(code, _) for code in sorted_[:SHOWN])]
    if len(made) > SHOWN:
        lines.append(_("… and {count} more.").format(count=say_number(len(made) - SHOWN)))
    return "\n".join(lines)


def _line(code: MadeCode, _: Translate) -> str:
    whom = f"{code.name}, {code.unit}" if code.name else _("members of {unit}")
    return f"• {whom.format(unit=code.unit)}: {_state(code, _)}"


def _state(code: MadeCode, _: Translate) -> str:
    if code.state == "unused" and code.name:
        return _("not used, good until {day}").format(day=short_day(code.until))
    if code.state == "unused":
        text = _("good until {day} for {left} more")
        return text.format(day=short_day(code.until), left=say_number(code.left))
    return {
        "used": _("used by now"),
        "expired": _("run out on {day}").format(day=short_day(code.until)),
        "ended": _("taken back by the office"),
    }[code.state]
