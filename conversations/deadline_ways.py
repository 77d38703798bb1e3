"""The ways from the deadlines to what was changed of them, and to change them."""

from conversations.offer import act
from conversations.offices import offices
from conversations.say import Option
from conversations.situation import Form, Situation


def change_ways(s: Situation, form: Form) -> list[Option]:
    """Return the way to what was changed, where anything was; for an office to change it."""
    _ = s.translate
    ways = []
    if form.programme.changes:
        ways.append(act(_("What was changed"), "deadline-history"))
    if form.programme.stages and offices(s.person):
        ways += [act(_("Change a deadline"), "change-deadline"), act(_("Days off"), "days-off")]
    return ways
