"""The ways from the deadlines to what was changed of them, and to change them."""

from conversations.offer import act
from conversations.say import Option
from conversations.situation import Form, Situation
from rules.roles import holds


def change_ways(s: Situation, form: Form) -> list[Option]:
    """Return the way to what was changed, where anything was; for an office to change it."""
    _ = s.translate
    ways = []
    if form.programme.changes:
        ways.append(act(_("What was changed"), "deadline-history"))
    hats = s.person.memberships
    if form.programme.stages and any(h.confirmed and holds(h.role, "office") for h in hats):
        ways += [act(_("Change a deadline"), "change-deadline"), act(_("Days off"), "days-off")]
    return ways
