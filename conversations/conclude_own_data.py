"""What is said after somebody asked for something about their own data."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from conversations.moments import say_day, say_moment
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.own_data import shown
from conversations.say import Say
from conversations.show import main_list, say_human
from conversations.situation import Situation
from rules import rights_results as results


def _noted(s: Situation, due: dt.date) -> str:
    """Return that the request is noted, with the last day to answer it."""
    _ = s.translate
    return _with_days(s, _("Your request of {moment} is noted, to be done by {day}."), due)


def _done(s: Situation, due: dt.date) -> str:
    """Return that the request is noted and done, with the day it had to be done by."""
    _ = s.translate
    return _with_days(s, _("Your request of {moment} is noted and done; it was due by {day}."), due)


def _with_days(s: Situation, text: str, due: dt.date) -> str:
    return text.format(moment=say_moment(s.now, s.translate), day=say_day(due, s.translate))


def _shown(s: Situation, r: results.DataShown) -> Outcome:
    return Outcome((shown(s, r.kept, r.human),))


def _corrected(s: Situation, r: results.DataCorrected) -> Outcome:
    _ = s.translate
    text = " ".join((_("Corrected."), _done(s, r.due)))
    return Outcome((Say(text, rows(act(_("See my data"), "data"))),))


def _copy(s: Situation, r: results.CopyComing) -> Outcome:
    _ = s.translate
    text = _("The assistant is making two files, one to read and one for machines; they come here.")
    return Outcome((Say(f"{_noted(s, r.due)} {text}"),))


def _withdrawn(s: Situation, r: results.ConsentWithdrawn) -> Outcome:
    _ = s.translate
    parts = [
        _("Your consent is withdrawn. Your drafts are erased; the assistant reminds you no more."),
        _("Registrations you sent stay in the register, which the office has to keep."),
    ]
    if r.listed:
        text = _("The office's list of contacts still has you; to be taken off, call {human}.")
        parts.append(text.format(human=say_human(s, r.human)))
    parts += [
        _done(s, r.due),
        _("To use the assistant again, write to it; to have everything erased, say DỮ LIỆU."),
    ]
    return Outcome((Say("\n".join(parts)),))


def _erased(s: Situation, r: results.Erased) -> Outcome:
    _ = s.translate
    parts = [_("Your data are erased: name, phone number, drafts, messages.")]
    if r.entries:
        text = _("What you sent still counts for the unit, without your name: {count}.")
        parts.append(text.format(count=r.entries))
    parts += [
        _("They stay erased when an old backup is put back."),
        _done(s, r.due),
        _("To use the assistant again, just write."),
    ]
    return Outcome((Say("\n".join(parts)),))


def _last_admin(s: Situation, _r: results.LastAdminStays) -> Outcome:
    _ = s.translate
    text = _(
        "Nothing was erased: you are the only administrator, and without one nobody can run the "
        "assistant. First make somebody else an administrator, then ask again."
    )
    return Outcome((main_list(s, text),))


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.DataShown: _shown,
    results.DataCorrected: _corrected,
    results.CopyComing: _copy,
    results.ConsentWithdrawn: _withdrawn,
    results.Erased: _erased,
    results.LastAdminStays: _last_admin,
}
