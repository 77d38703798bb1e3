"""Who is missing: the office's list of whom to call, an officer's list of their units."""

from collections.abc import Sequence
from itertools import groupby

from conversations.offer import act, one_line, rows
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.situation import Situation, Translate, form_of
from conversations.summary.call_line import call_line
from conversations.summary.short_line import short_line
from conversations.summary.shown import Shown
from conversations.summary.whose import Meant, summary_of
from rules.numbers import say_number
from rules.office_requests import CallList, ToCall
from rules.person import Unit

PAGE = 20
NAMED = 40  # units of an officer's list


def call_page(s: Situation, shown: Shown, *, first: int = 0, lead: str = "") -> Outcome:
    """Return the units of a list from one place on, as they stand now, under their numbers."""
    _ = s.translate
    calls = _calls(s, shown)
    still = {one.unit.id: one for one in calls}
    page = [
        (number, still[unit])
        for number, unit in enumerate(shown.units, 1)
        if unit in still and first < number <= first + PAGE
    ]
    if not page:
        return Outcome((Say(_("Every unit of this list has enough now."), rows(_table(s, shown))),))
    year = _year(listed(s, shown), _)
    parts = [lead, year, _head(calls, _), *_by_staff(s, page, mixed=_is_mixed(calls))]
    parts.append(_("When you have called, write: CALL 1 will answer tomorrow"))
    ways = [_table(s, shown)]
    if first + PAGE < len(shown.units):
        ways.insert(0, act(_("See more"), "missing-more", str(first + PAGE)))
    text = "\n".join(part for part in parts if part)
    told = tuple(act("", "organisation", call.unit.id).data for _number, call in page)
    return Outcome((Say(text, rows(*ways), lines=told),), found=shown.keys())


def new_list(s: Situation, one: Meant, *, lead: str = "") -> Outcome:
    """Return the first page of the list as it is now; its numbers hold until the next."""
    _ = s.translate
    code, year = one.form.programme.code, one.round
    shown = Shown(one.unit.id, code, year)
    calls = _calls(s, shown)
    if not calls:
        text = _("Every unit has registered enough. Nobody has to be called.")
        return Outcome((Say(text, rows(_table(s, shown))),))
    listed = Shown(one.unit.id, code, year, tuple(call.unit.id for call in calls))
    return call_page(s, listed, lead=lead)


def of_officer(s: Situation, one: Meant) -> Outcome:
    """Return the units below an officer's that are short; whom to call the office knows."""
    _ = s.translate
    short = [line for line in summary_of(s, one).lines if line.missing]
    way = act(_("Summary table"), "table", one.subject)
    if not short:
        return Outcome((Say(_("Every unit has registered enough."), rows(way)),))
    none = sum(line.state == "none" for line in short)
    head = _("TOO FEW REGISTERED ({count}, of which {none} none):")
    head = head.format(count=say_number(len(short)), none=say_number(none))
    lines = [*filter(None, [_year(one, _)]), head]
    lines += [short_line(line, _) for line in short[:NAMED]]
    if len(short) > NAMED:
        lines.append(_("and {count} more").format(count=say_number(len(short) - NAMED)))
    return Outcome((Say("\n".join(lines), rows(way)),))


def _calls(s: Situation, shown: Shown) -> tuple[ToCall, ...]:
    found: tuple[ToCall, ...] = s.facts_of(CallList(shown.office, shown.programme, shown.year))
    return found


def _table(s: Situation, shown: Shown) -> Option:
    _ = s.translate
    return act(_("Summary table"), "table", listed(s, shown).subject)


def listed(s: Situation, shown: Shown) -> Meant:
    """Return the table a list of units is of."""
    form = form_of(s.forms, shown.programme)
    return Meant(Unit(shown.office, ""), form, office=True).of(shown.year)


def _year(one: Meant, _: Translate) -> str:
    """Return which year's list it is, where that is not the present round's."""
    return _("Year {year}").format(year=one.year) if one.year else ""


def _is_mixed(calls: Sequence[ToCall]) -> bool:
    return not all(one.none for one in calls)


def _head(calls: Sequence[ToCall], _: Translate) -> str:
    none = sum(one.none for one in calls)
    if none == len(calls):
        text = _("NONE REGISTERED ({count}), by staff member in charge")
    else:
        text = _("TOO FEW REGISTERED ({count}, of which {none} none), by staff member in charge")
    return text.format(count=say_number(len(calls)), none=say_number(none))


def _by_staff(s: Situation, page: Sequence[tuple[int, ToCall]], *, mixed: bool) -> list[str]:
    _ = s.translate
    lines = []
    for staff, some in groupby(page, key=lambda numbered: numbered[1].staff):
        head = _("In the charge of c. {name}:").format(name=staff)
        lines.append(head if staff else _("In nobody's charge yet:"))
        lines += [one_line(call_line(one, n, now=s.now, short=mixed, _=_)) for n, one in some]
    return lines
