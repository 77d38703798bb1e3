"""What a button of a reminder says it is about, and the way to be reminded again."""

from typing import Literal

from conversations.offer import act
from conversations.say import Option
from dialog.turn import Translate

ALL = "_"  # in place of a unit: of all units somebody is a contact of


def subject_of(matter: str) -> str:
    """Return a matter as a button carries it."""
    return matter.replace(":", ".")


def matter_in(subject: str) -> str:
    """Return the matter that a button carries."""
    return subject.replace(".", ":")


def later(subject: str, when: Literal["tonight", "morning"], _: Translate) -> Option:
    """Return the button to be reminded of a matter again."""
    label = _("Remind me again tonight") if when == "tonight" else _("Remind me in the morning")
    return act(label, "snooze", subject)
