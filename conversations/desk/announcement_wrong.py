"""Why an announcement cannot go as it was typed."""

from conversations.desk.wrong import say_wrong
from dialog.turn import Translate
from rules.refused import Refused


def say_unsent(refused: Refused, _: Translate) -> str:
    """Return the sentence that stands above the form."""
    if refused.reason == "missing":
        return _("Please write the subject and the text.")
    if refused.reason == "no-type":
        return _("Please tick at least one type of unit.")
    if refused.reason == "units-unclear":
        if not refused.details["names"]:
            return _("Please write the name of a unit.")
        text = _("Not clear which unit is meant, write the whole name: {names}.")
        return text.format(names=refused.details["names"])
    return say_wrong(refused, _)
