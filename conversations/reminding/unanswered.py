"""Whom a bot could not reach, as the office reads it."""

from conversations.moments import say_moment
from dialog.turn import Translate
from rules.phones import say_phone
from rules.spending import Unanswered


def unanswered_line(one: Unanswered, _: Translate) -> str:
    """Return who was not reached, since when, and whom to call."""
    text = _(
        "The assistant has not reached comrade {who} since {moment}: its messages do not go out to"
        " them. Please call."
    )
    phone = say_phone(one.phone) if one.phone else ""
    who = f"{one.name} ({', '.join(filter(None, (one.unit, phone)))})"
    return text.format(who=who, moment=say_moment(one.at, _))
