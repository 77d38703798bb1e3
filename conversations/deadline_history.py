"""Who changed which deadline of the round, when, from what to what."""

from conversations.deadline_words import say_basis, say_ends
from conversations.moments import say_moment
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.show import main_list
from conversations.situation import Situation, Translate
from rules.deadline_requests import DeadlineChanged, DeadlineHistoryOf

LISTED = 5


def deadline_history(s: Situation, _subject: str) -> Outcome:
    """Return the last changes that concern the person's own unit, of a staff member all below."""
    _ = s.translate
    home, form = s.person.home(), s.forms[0]
    if home is None:
        return Outcome((main_list(s, _("No deadline of this year was changed.")),))
    asked = DeadlineHistoryOf(home.unit.id, form.programme.code, form.year)
    found: tuple[DeadlineChanged, ...] = s.facts_of(asked)
    if not found:
        return Outcome((main_list(s, _("No deadline of this year was changed.")),))
    head = _("Changes of deadlines in {year}, the newest first:").format(year=form.year)
    text = "\n\n".join((head, *(say_change(one, _) for one in found[:LISTED])))
    return Outcome((Say(text, rows(act(_("Deadlines"), "deadlines"))),))


def say_change(one: DeadlineChanged, _: Translate) -> str:
    """Return one change: when, by whom, for whom, old and new, and why."""
    whom = _("{unit} and all units below it") if one.below else _("{unit} alone")
    text = _("{moment}, comrade {by}: “{stage}”, {whom}")
    head = text.format(
        moment=say_moment(one.at, _),
        by=one.by or _("of the office"),
        stage=one.end.label,
        whom=whom.format(unit=one.whom),
    )
    why = say_basis(one.reason, one.basis, _)
    return "\n".join(filter(None, (head, say_ends((one.end,), _), why)))
