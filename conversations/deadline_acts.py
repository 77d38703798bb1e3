"""What can be asked for about deadlines: to change one, what was changed, days off, more time."""

from collections.abc import Callable, Mapping

from conversations.days_off import days_off, said_day, unsay_day
from conversations.deadline_history import deadline_history
from conversations.dialogs import begin
from conversations.drive import present
from conversations.outcome import Outcome
from conversations.show import main_list
from conversations.situation import Situation


def _change(s: Situation, subject: str) -> Outcome:
    _ = s.translate
    if not any(form.programme.stages for form in s.forms):
        return Outcome((main_list(s, _("The document states no deadline, so none can change.")),))
    return present(s, begin(s, "change-deadline", subject=subject))


def _extension(s: Situation, _subject: str) -> Outcome:
    if s.person.runs_the_office():
        return _change(s, "")
    return present(s, begin(s, "ask-extension"))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {
    "change-deadline": _change,
    "deadline-history": deadline_history,
    "ask-extension": _extension,
    "days-off": days_off,
    "said-day": said_day,
    "unsay-day": unsay_day,
}
