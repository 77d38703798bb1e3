"""What the desk says of a tick for signed papers."""

import datetime as dt
from collections.abc import Sequence

from conversations.moments import say_clock, short_day
from conversations.situation import Translate
from rules.paper_results import PaperReceived, PaperStruck
from rules.results import Result


def say_papers(results: Sequence[Result], _: Translate) -> str:
    """Return what came of a tick, or of taking it away; who was second reads who was first."""
    for result in results:
        if isinstance(result, PaperReceived):
            return _received(result, _)
        if isinstance(result, PaperStruck) and result.unit:
            text = _("{unit}: the signed paper is not noted any more.")
            return text.format(unit=result.unit.name)
        if isinstance(result, PaperStruck) and result.at:
            text = _("{who} had taken the note away at {when}. Nothing was changed.")
            return text.format(who=result.by, when=_when(result.at, _))
    return _("Nothing was changed: somebody else has just done it, or it is not there.")


def _received(result: PaperReceived, _: Translate) -> str:
    if result.again:
        return _before(result, _)
    if result.entries:
        text = _("{unit}: the signed paper is noted, for {count} entries.")
    else:
        text = _("{unit}: the paper is noted; it waits to be typed in.")
    return text.format(unit=result.unit.name, count=result.entries)


def _before(result: PaperReceived, _: Translate) -> str:
    first = next((one for one in result.noted if one.at), None)
    if first is None or first.at is None:
        text = _("{unit}: the signed paper had been noted before.")
        return text.format(unit=result.unit.name)
    text = _("{unit}: {who} had noted the signed paper at {when}. Nothing was changed.")
    return text.format(unit=result.unit.name, who=first.by, when=_when(first.at, _))


def _when(at: dt.datetime, _: Translate) -> str:
    return _("{clock}, {day}").format(clock=say_clock(at, _), day=short_day(at.date()))
