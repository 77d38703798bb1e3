"""The years whose table can be had, and the way to the one before the present."""

from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.situation import Situation
from conversations.summary.whose import Meant
from rules.rounds import is_on_time
from rules.table_requests import RoundsBelow


def no_such_year(s: Situation, one: Meant, name: str) -> Outcome | None:
    """Return which years there are, if the one that is meant is none of them."""
    _, last = s.translate, one.form.year
    first = _first(s, one) if one.year else last
    if first <= one.round <= last:
        return None
    text = _("There is no table of {year}: the tables are of {first} to {last}.")
    if first == last:
        text = _("There is no table of {year}: the only one is of {last}.")
    text = text.format(year=one.year, first=first, last=last)
    way = act(_("Year {year}").format(year=last), name, one.of(last).subject)
    return Outcome((Say(text, rows(way)),))


def year_before(s: Situation, one: Meant) -> list[Option]:
    """Return the way to last year's table while the present round is still being filled."""
    before = one.form.year - 1
    open_ = not one.year and is_on_time(one.form.programme, one.form.year, s.now)
    if not open_ or before not in _rounds(s, one):
        return []
    _ = s.translate
    return [act(_("Table of {year}").format(year=before), "table", one.of(before).subject)]


def _first(s: Situation, one: Meant) -> int:
    """Return the first year in which anything came in, or that the programme's document names."""
    present = one.form.year
    return min(present, one.form.programme.period.first or present, *_rounds(s, one))


def _rounds(s: Situation, one: Meant) -> tuple[int, ...]:
    found: tuple[int, ...] = s.facts_of(RoundsBelow(one.unit.id, one.form.programme.code))
    return found
