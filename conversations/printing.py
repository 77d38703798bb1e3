"""The form of an entry to print and sign, or an empty one for who writes by hand."""

from collections.abc import Callable, Mapping

from conversations import entries
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.programme_names import programme_name
from conversations.say import Say
from conversations.situation import Situation
from rules.office_commands import WantForm
from rules.requests import EntryOf


def _form(s: Situation, subject: str) -> Outcome:
    """Have the form made of an entry the person may see, by default of what they sent last."""
    found = s.facts_of(EntryOf(subject)) if subject else entries.last_sent(s)
    if found:
        return Outcome(command=WantForm(found.id))
    return Outcome((entries.none_such(s, subject),)) if subject else _blank(s, "")


def _blank(s: Situation, subject: str) -> Outcome:
    """Have the empty form of a programme made; of several ask which."""
    _ = s.translate
    codes = [form.programme.code for form in s.forms]
    if subject in codes or len(codes) == 1:
        return Outcome(command=WantForm("", subject or codes[0]))
    ways = (
        act(programme_name(form, s.forms), "blank-form", form.programme.code) for form in s.forms
    )
    return Outcome((Say(_("The form of which programme?"), rows(*ways)),))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {"form": _form, "blank-form": _blank}
