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
    text = _("• In {year}: {count} models and exemplars")
    line = text.format(year=year.round, count=say_number(year.count))
    if [part.name for part in year.parts] in ([], [unit.name]) and not year.parts[0].former:
        return line
    if len(year.parts) == 1:
        return _("{line}, {name}").format(line=line, name=_name(s, unit, year.parts[0]))
    parts = (
        _("{name} {count}").format(name=_name(s, unit, part), count=say_number(part.count))
        for part in year.parts
    )
    return _("{line} ({parts})").format(line=line, parts="; ".join(parts))


def _name(s: Situation, unit: Unit, part: Part) -> str:
    """Return what it was called, as a former name where it is no longer called so."""
    _ = s.translate
    if not part.former and part.name == unit.name:
        return part.name
    return _("{name} (former)").format(name=part.name)
