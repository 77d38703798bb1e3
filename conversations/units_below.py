"""How the units below somebody's stand, in a few lines."""

from conversations.situation import Form, Situation
from conversations.states import say_names
from rules.office_requests import SummaryOf
from rules.person import Unit
from rules.summary import Summary


def below(s: Situation, form: Form, unit: Unit) -> Summary:
    """Return the table of the units below one."""
    table: Summary = s.facts_of(SummaryOf(unit.id, form.programme.code, form.year))
    return table


def say_below(s: Situation, form: Form, unit: Unit) -> list[str]:
    """Return how many are met, short or without any, and who; nothing where none is below."""
    _ = s.translate
    table = below(s, form, unit)
    if not table.lines:
        return []
    met, short, none = (len(table.in_state(state)) for state in ("met", "short", "none"))
    if any(line.owed.needed > 1 for line in table.lines):
        text = _("Units below: {of}; {met} met, {short} short, {none} without any.")
    else:
        text = _("Units below: {of}; {met} have registered, {none} have not yet.")
    lines = [text.format(of=table.owing, met=met, short=short, none=none)]
    missing = (*table.in_state("none"), *table.in_state("short"))
    if names := [line.now.unit.name for line in missing]:
        lines.append(_("Not enough yet: {names}.").format(names=say_names(names, _)))
    if table.by_hand:
        text = _("{count} of these sent paper forms, which wait to be typed in.")
        lines.append(text.format(count=table.by_hand))
    return lines
