"""Why what was typed into a field of a page cannot be taken."""

from conversations.deadline_refusals import deadline_refusals
from conversations.refusals import details_of
from dialog.turn import Translate
from rules.refused import Refused


def say_wrong(refused: Refused, _: Translate) -> str:
    """Return the sentence that stands beside the field."""
    sentences = {
        "missing": _("Please fill this in."),
        "too-short": _("Too short: at least {least} characters."),
        "too-long": _("{length} characters; at most {most} fit. Please shorten it."),
        "not-a-choice": _("Please choose one of the list."),
        "not-a-date": _("Please enter a day, such as 20/3/2027."),
        "not-a-day": _("There is no such day."),
        "not-a-number": _("Please enter only a number, such as 12."),
        "not-in-range": _("Please enter a number from {least} to {most}."),
        "not-a-phone": _("This is no phone number."),
        "paper-ahead": _("This day has not come yet."),
        "paper-before-round": _("A paper of {year} did not come in before {first}."),
        "past": _("This day is over already."),
        "not-a-time": _("Please enter a time, such as 17:00."),
        "no-such-unit": _("No unit of yours is called so."),
        **deadline_refusals(_),
        "secret": _(
            "The text has signs of a secret document, so it was not kept. "
            "Use the way for secret documents."
        ),
    }
    text = sentences.get(refused.reason, _("Please write what belongs into this field."))
    return text.format(**details_of(refused))
