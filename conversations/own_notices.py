"""What a unit's other contacts are told when one of them has had their data erased."""

from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules.person import Unit


def has_erased(unit: Unit, left: int, _: Translate) -> Say:
    """Return that a contact is no more, without the name, and how many are left."""
    if left:
        text = _(
            "A contact of {unit} has had their data erased and no longer stands for it. "
            "Contacts of the unit now: {left}."
        )
    else:
        text = _(
            "A contact of {unit} has had their data erased and no longer stands for it. "
            "The unit now has no contact; please name another one."
        )
    see = act(_("People of the unit"), "members", unit.id)
    return Say(text.format(unit=unit.name, left=left), rows(see), once=True)
