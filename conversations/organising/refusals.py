"""A sentence for each change of the organisation that cannot be; it says what to do instead."""

from dialog.turn import Translate


def unit_refusals(_: Translate) -> dict[str, str]:
    """Return the sentences by reason."""
    return {
        "no-such-unit": _("One of the units is not there, or not yours to change. Look again."),
        "unit-ended": _("“{unit}” is no more (or will be no more) and cannot be changed."),
        "before-first-day": _("“{unit}” has been there since {day}. Say a later day."),
        "changed-later": _("“{unit}” was last changed on {day}. Say that day or a later one."),
        "unit-below-itself": _("“{parent}” is “{unit}” itself or below it. Choose another unit."),
        "wrong-parent": _(
            "By its type “{unit}” cannot stand below “{parent}”. Choose another one."
        ),
        "name-taken": _("There is a “{unit}” already at the same place. Say another name."),
        "heir-below": _(
            "Who takes over is itself below “{unit}”. First put it under another unit."
        ),
        "units-below": _(
            "{count} units are directly below “{unit}”. First put them under other units."
        ),
        "nothing-new": _("That changes nothing for “{unit}”."),
        "last-admin-there": _(
            "The last administrator belongs to “{unit}”. First give another unit an administrator."
        ),
        "stronger-there": _(
            "Somebody at “{unit}” holds a role above your own. Please ask an administrator."
        ),
        "not-of-the-office": _("This person is no longer of the office. Choose somebody else."),
    }
