"""The acts of the office's table: see it, take it along, see who is missing, note a call."""

import re
from collections.abc import Callable, Mapping

from conversations.outcome import Outcome
from conversations.reminding.nudging import nudge, nudge_preview, read_nudge
from conversations.say import Say
from conversations.situation import Situation
from conversations.standing import standing
from conversations.summary.missing import call_page, new_list, of_officer
from conversations.summary.reminding import remind_text
from conversations.summary.shown import Shown
from conversations.summary.text import say_table
from conversations.summary.ways import officer_ways
from conversations.summary.whose import Meant, choose, meant, summary_of
from conversations.summary.years import no_such_year
from rules.clean import clean
from rules.office_commands import WORDS_OF_CALL, NoteCall, TakeSummary, WantSummaryPaper

_NUMBERED = re.compile(r"([0-9]{1,4})(?:\s*[:.,)–-]\s*|\s+|$)(.*)", re.DOTALL)

Then = Callable[[Situation, Meant], Outcome]


def _of_one(s: Situation, subject: str, name: str, then: Then) -> Outcome:
    """Return what comes of an act about a table; of several ask which."""
    every = meant(s, subject)
    if len(every) > 1:
        return choose(s, every, name)
    if not every:
        return Outcome((standing(s),))
    return no_such_year(s, every[0], name) or then(s, every[0])


def _table(s: Situation, one: Meant) -> Outcome:
    if one.office:
        code = one.form.programme.code
        return Outcome(command=TakeSummary(one.unit.id, code, one.round))
    summary = summary_of(s, one)
    if not summary.lines:
        return Outcome((standing(s),))
    text = say_table(summary, one.form, s.translate, of=one.unit.name)
    return Outcome((Say(text, officer_ways(s, one, summary)),))


def _missing(s: Situation, one: Meant) -> Outcome:
    if one.office:
        return new_list(s, one)
    return of_officer(s, one) if summary_of(s, one).lines else Outcome((standing(s),))


def _nudge_look(s: Situation, one: Meant) -> Outcome:
    return nudge_preview(s, one) if one.office else Outcome((standing(s),))


def _nudge(s: Situation, subject: str) -> Outcome:
    """Remind all that are short, as the preview says that was shown."""
    table, after = read_nudge(subject)
    return _of_one(s, table, "nudge-look", lambda _s, one: nudge(one, after))


def _more(s: Situation, subject: str) -> Outcome:
    shown = Shown.last(s.found)
    first = int(subject) if subject.isdecimal() else 0
    return call_page(s, shown, first=first) if shown else _of_one(s, "", "missing", _missing)


def _call(s: Situation, said: str) -> Outcome:
    """Note what came of a call to the unit with that number in the list that was shown last."""
    _ = s.translate
    shown, match = Shown.last(s.found), _NUMBERED.fullmatch(said.strip())
    number = int(match[1]) if match else 0
    if match is None or shown is None or not 0 < number <= len(shown.units):
        return _whom(s)
    words = clean(match[2]).strip(" .")
    if len(words) > WORDS_OF_CALL:
        text = _("Please say it in {most} characters.")
        return Outcome((Say(text.format(most=WORDS_OF_CALL)),))
    unit = shown.units[number - 1]
    return Outcome(command=NoteCall(unit, shown.programme, shown.year, words))


def _whom(s: Situation) -> Outcome:
    """Show the list anew, because nobody knows which unit was meant."""
    _ = s.translate
    text = _("Whom did you call? Please look at the numbers of the list, then write it once more.")
    every = meant(s)
    if len(every) == 1:
        return new_list(s, every[0], lead=f"{text}\n")
    return Outcome((Say(text),)).then(choose(s, every, "missing"))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {
    "table": lambda s, subject: _of_one(s, subject, "table", _table),
    "missing": lambda s, subject: _of_one(s, subject, "missing", _missing),
    "missing-more": _more,
    "nudge-look": lambda s, subject: _of_one(s, subject, "nudge-look", _nudge_look),
    "nudge": _nudge,
    "remind-text": lambda s, subject: _of_one(s, subject, "remind-text", remind_text),
    "call": _call,
    "table-picture": lambda _s, key: Outcome(command=WantSummaryPaper(key, "picture")),
    "table-files": lambda _s, key: Outcome(command=WantSummaryPaper(key, "files")),
}
