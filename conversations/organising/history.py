"""The register of a unit in one line a year, under the names of those years."""

from conversations.situation import Situation
from rules.numbers import say_number
from rules.person import Unit
from rules.unit_card import Part, YearOfUnit
from rules.unit_requests import HistoryOf

YEARS = 7


def history_lines(s: Situation, unit: Unit) -> list[str]:
    """Return the years of a unit, the newest first; a long history is cut."""
    _ = s.translate
    years: tuple[YearOfUnit, ...] = s.facts_of(HistoryOf(unit.id))
    if not years:
        return []
    lines = [_("What was registered, with the units below:")]
    return [*lines, *(_line(s, unit, year) for year in years[:YEARS])]


def _line(s: Situation, unit: Unit, year: YearOfUnit) -> str:
    _ = s.translate
    line = _("• In {year}: {what}").format(year=year.round, what=_apart(s, year))
    if [part.name for part in year.parts] in ([], [unit.name]) and not year.parts[0].former:
        return line
    if len(year.parts) == 1:
        return _("{line}, {name}").format(line=line, name=_name(s, unit, year.parts[0]))
    parts = (
        _("{name} {count}").format(name=_name(s, unit, part), count=say_number(part.count))
        for part in year.parts
    )
    return _("{line} ({parts})").format(line=line, parts="; ".join(parts))


def _apart(s: Situation, year: YearOfUnit) -> str:
    """Return how many models and how many exemplars; what there is none of is left out."""
    _ = s.translate
    both = ((_("{count} models"), year.models), (_("{count} exemplars"), year.exemplars))
    return ", ".join(text.format(count=say_number(count)) for text, count in both if count)


def _name(s: Situation, unit: Unit, part: Part) -> str:
    """Return what it was called, as a former name where it is no longer called so."""
    _ = s.translate
    if not part.former and part.name == unit.name:
        return part.name
    return _("{name} (former)").format(name=part.name)
