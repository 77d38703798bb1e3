"""One unit that is short, in a list without phones."""

from dialog.turn import Translate
from rules.numbers import say_number
from rules.summary import Line


def short_line(line: Line, _: Translate) -> str:
    """Return "• Chi bộ bản Suối Đá – còn thiếu 1", or that it has none yet."""
    if line.state == "none":
        return _("• {unit} – none yet").format(unit=line.now.unit.name)
    text = _("• {unit} – {count} still missing")
    return text.format(unit=line.now.unit.name, count=say_number(line.missing))
