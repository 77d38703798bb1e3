"""What an entry's card says of paper: what it was typed in from; to the office also the rest."""

from conversations.moments import short_day
from conversations.offer import act
from conversations.say import Option
from conversations.situation import Situation
from rules.desk_requests import PapersOf
from rules.entry import Entry
from rules.entry_requests import AtOfficeOf
from rules.paper_requests import TwinsOf


def say_paper(s: Situation, found: Entry) -> list[str]:
    """Return the lines about paper."""
    _ = s.translate
    lines = []
    if found.paper_day:
        text = _("Typed in from a paper form, received {day}")
        lines.append(text.format(day=short_day(found.paper_day)))
    if not _is_office(s, found):
        return lines
    if found.original:
        text = _("Signed paper: received {day}")
        lines.append(text.format(day=short_day(found.original)))
    elif found.state != "withdrawn":
        lines.append(_("No signed paper yet"))
    return lines


def paper_ways(s: Situation, found: Entry) -> tuple[Option, ...]:
    """Return what the office may do about an entry's paper, and where its twin is."""
    if found.state == "withdrawn" or not _is_office(s, found):
        return ()
    _ = s.translate
    see = _("See number {number}")
    twins = s.facts_of(TwinsOf(found.id)) if found.state in {"sent", "confirmed"} else ()
    ways = [act(see.format(number=one.number), "show", one.id, one.version) for one in twins[:1]]
    if not found.original:
        return (*ways, act(_("A signed paper came in"), "paper-in", found.id))
    papers = s.facts_of(PapersOf(found.unit.id, found.programme, found.round))
    wrong = _("The signed paper was noted by mistake")
    here = (act(wrong, "paper-strike", one.id) for one in papers if one.entry == found.id)
    return (*ways, *here)


def _is_office(s: Situation, found: Entry) -> bool:
    return bool(s.facts_of(AtOfficeOf(found.id)).office)
