"""What a change of deadlines would do, as the office reads it before it says yes."""

from conversations.deadline_words import say_basis, say_ends
from conversations.moments import say_moment
from dialog.turn import Translate
from rules.country_calendar import CountryCalendar
from rules.deadline_commands import ChangeDeadlines
from rules.deadline_requests import Effect
from rules.person import Unit


def say_whom(unit: Unit, _: Translate, *, below: bool) -> str:
    """Return for whom the deadlines change."""
    text = _("CHANGE OF DEADLINES – {unit} and all units below it")
    if not below:
        text = _("CHANGE OF DEADLINES – {unit} alone")
    return text.format(unit=unit.name)


def say_effect(
    effect: Effect, command: ChangeDeadlines, _: Translate, *, calendar: CountryCalendar
) -> str:
    """Return who changed something before, old and new, the reason, and the counts."""
    ends = say_ends(effect.ends, _, calendar=calendar)
    why = say_basis(command.reason, command.basis, _)
    parts = (say_before(effect, _), ends, why, say_counts(effect, _))
    return "\n\n".join(part for part in parts if part)


def say_counts(effect: Effect, _: Translate) -> str:
    """Return how many units, people, reminders and registrations it concerns."""
    lines = (
        (effect.own, _("{count} of them had a deadline of their own, now it is the same for all.")),
        (
            effect.contacts,
            _("{count} contacts are told, after two minutes and outside the quiet hours."),
        ),
        (effect.untold, _("{count} units have nobody here yet: please call them.")),
        (
            effect.waiting,
            _("{count} reminders of the old deadline that have not gone yet are withdrawn."),
        ),
        (effect.late, _("{count} registrations sent late are on time then.")),
    )
    said = [text.format(count=count) for count, text in lines if count]
    return "\n".join((_say_units(effect, _), *said))


def _say_units(effect: Effect, _: Translate) -> str:
    stand = {
        _("{count} complete (told that nothing is to be done)"): effect.complete,
        _("{count} short"): effect.short,
    }
    said = ", ".join(text.format(count=count) for text, count in stand.items() if count)
    text = _("{units} units: {said}.") if said else _("{units} units.")
    return text.format(units=effect.units, said=said)


def say_before(effect: Effect, _: Translate) -> str:
    """Return who changed a deadline of this round last; "" for nobody."""
    if effect.at is None:
        return ""
    text = _("Deadlines of this year were last changed by comrade {by}, {moment}.")
    return text.format(by=effect.by or _("of the office"), moment=say_moment(effect.at, _))
