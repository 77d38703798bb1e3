"""What is said of somebody who has blocked the assistant."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.say import Say
from dialog.turn import Translate
from rules.blocked import Blocked
from rules.phones import say_phone


def has_blocked(facts: Blocked, _: Translate) -> Say:
    """Return what whoever is over somebody's unit is told."""
    text = _(
        "Comrade {name} ({unit}) takes no messages of the assistant any more, so reminders do not"
        " arrive. Please call them{phone}."
    )
    phone = f": {say_phone(facts.phone)}" if facts.phone else ""
    return Say(text.format(name=facts.name, unit=facts.unit.name, phone=phone))


WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {Blocked: has_blocked}
