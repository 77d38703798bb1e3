"""What the contacts of units are told when a model is launched to them."""

from conversations.offer import act, rows
from conversations.say import Option, Say
from dialog.turn import Translate
from rules.adopting import LaunchTold


def launched_to_you(told: LaunchTold, _: Translate) -> Say:
    """Return the launch message: what it is, who launches it, what the unit is to do."""
    model = told.model
    head = _("{board} launches the model “{name}”.")
    parts = [head.format(board=told.board, name=model.name)]
    if model.level:
        parts.append(_("Launched by: {level}").format(level=model.level))
    if model.content:
        parts.append(model.content)
    parts.append(
        _("Please register that your unit carries it out, and tell its plan (number and day).")
    )
    ways = rows(
        act(_("I know"), "launch-read", told.launch), carry_out(told.programme, model.code, _)
    )
    return Say("\n".join(parts), ways, once=True)


def carry_out(programme: str, model: str, _: Translate) -> Option:
    """Return the button to register that the unit takes a launched model up."""
    return act(_("Carry out this model"), "adopt", f"{programme}/{model}")
