"""What the staff member in charge reads when a unit asks for more time."""

from conversations.ends_of_stages import say_end_briefly
from conversations.help_notices import done
from conversations.offer import act, rows
from conversations.say import Say
from conversations.states import say_standing
from dialog.turn import Translate
from rules.office_requests import HelpAsked
from rules.person import Unit
from rules.phones import say_phone
from rules.quotas import Standing
from rules.rounds import Deadline


def asks_for_time(
    asked: HelpAsked, unit: Unit, standing: Standing, end: Deadline, _: Translate
) -> Say:
    """Return the wish with how the unit stands, and the way to change its deadline."""
    who = ", ".join(filter(None, (unit.name, say_phone(asked.phone) if asked.phone else "")))
    head = _("Comrade {name} ({who}) asks for more time to register.")
    parts = [head.format(name=asked.name, who=who), f"“{asked.words}”"]
    stands = _("How it stands: {standing}. Deadline: {until}.")
    parts.append(stands.format(standing=say_standing(standing, _), until=say_end_briefly(end, _)))
    change = act(
        _("Change the deadline of {unit}").format(unit=unit.name), "change-deadline", unit.id
    )
    return Say("\n".join(parts), rows(change, done(asked, _)), once=True)
