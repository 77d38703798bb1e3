"""What officers say of two duties of a cell: opinions of where members live, notebooks."""

import re
from collections.abc import Callable, Mapping

from conversations.meetings.naming import is_cell
from conversations.offer import act, rows
from conversations.officer_places import officer_places
from conversations.outcome import Outcome
from conversations.reminding.duties import ask_residence, residence_ways
from conversations.say import Say
from conversations.show import main_list, none_such
from conversations.situation import Situation
from conversations.states import say_names
from rules.duty_commands import Residence, ResidenceOf, SayDuty, WantNotebookPage
from rules.person import Unit
from rules.secretary_duties import ResidenceAsked

Act = Callable[[Situation, str], Outcome]
_OF_A_YEAR = re.compile(r"([\w-]+)\.(\d{4})")


def _residence(s: Situation, _subject: str) -> Outcome:
    """Ask about their only cell, while nobody has said; else tell how it stands."""
    asked = [ResidenceOf(hat.unit.id, s.now.year) for hat in officer_places(s.person)]
    s.need(*asked)
    found = {unit: said for one in asked for unit, said in s.facts_of(one) if is_cell(unit)}
    if not found:
        return Outcome((main_list(s),))
    only = next(iter(found))
    if len(found) == 1 and found[only] is None and only in _cells(s):
        _ = s.translate
        one = ResidenceAsked(only, s.now.year)
        ways = rows(*residence_ways(one, _))
        return Outcome((Say(ask_residence(one.unit, one.year, _), ways),))
    return Outcome((_table(s, list(found.items())),))


def _table(s: Situation, found: list[Residence]) -> Say:
    _ = s.translate
    here, missing, silent = (
        [unit.name for unit, said in found if said is answer] for answer in (True, False, None)
    )
    lines = [_("OPINIONS OF WHERE MEMBERS LIVE, {year}").format(year=s.now.year)]
    lines.append(_("• All here: {count} of {of} cells.").format(count=len(here), of=len(found)))
    if missing:
        lines.append(_("• Some missing: {names}.").format(names=say_names(missing, _)))
    if silent:
        lines.append(_("• Have not said: {names}.").format(names=say_names(silent, _)))
    own = _cells(s)
    to_say = [ResidenceAsked(unit, s.now.year) for unit, said in found if unit in own and not said]
    return Say("\n".join(lines), rows(*(way for one in to_say for way in residence_ways(one, _))))


def _say_residence(*, yes: bool) -> Act:
    def act_(s: Situation, subject: str) -> Outcome:
        said = _OF_A_YEAR.fullmatch(subject)
        if said is None or not s.now.year - 1 <= int(said[2]) <= s.now.year:
            return Outcome((none_such(s),))
        return Outcome(command=SayDuty(said[1], "residence", said[2], yes))

    return act_


def _cells(s: Situation) -> list[Unit]:
    return [hat.unit for hat in officer_places(s.person) if is_cell(hat.unit)]


def _say_notebook(*, yes: bool) -> Act:
    return lambda s, unit: (
        Outcome(command=SayDuty(unit, "notebook", "", yes)) if unit else Outcome((none_such(s),))
    )


def _page(s: Situation, subject: str) -> Outcome:
    """Have the page made; of several cells ask for which."""
    _, cells = s.translate, _cells(s)
    if subject or len(cells) == 1:
        return Outcome(command=WantNotebookPage(subject or cells[0].id))
    if not cells:
        return Outcome((main_list(s),))
    ways = (act(unit.name, "notebook-page", unit.id) for unit in cells)
    return Outcome((Say(_("For which unit?"), rows(*ways)),))


ACTS: Mapping[str, Act] = {
    "residence": _residence,
    "residence-yes": _say_residence(yes=True),
    "residence-no": _say_residence(yes=False),
    "notebook": _say_notebook(yes=True),
    "handbook": _say_notebook(yes=False),
    "notebook-page": _page,
}
