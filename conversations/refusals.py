"""A sentence for everything that cannot be taken; each says what to do next."""

from __future__ import annotations

from conversations.situation import Translate
from dialog.questions import Question
from rules.refused import Refused


def say_refusal(refused: Refused, question: Question[object], _: Translate) -> str:
    """Return what to tell somebody whose words were no answer to the question."""
    label = question.label[:1].lower() + question.label[1:] if question.label else ""
    sentences = {
        "noise": _asking(question, label, _),
        "not-an-answer": _asking(question, label, _),
        "not-a-choice": _("The assistant did not find that among the answers."),
        "choose-one": _("That fits several answers. Please choose one."),
        "too-short": _("That is too short; please say a little more."),
        "too-long": _(
            "That is {length} characters; at most {most} fit. Please shorten it and send it again."
        ),
        "not-a-date": _("The assistant did not recognise the day. Example: 20/3/2027."),
        "not-a-day": _("There is no such day. Example: 20/3/2027."),
        "not-a-time": _("The assistant did not recognise the time. Example: 19:00."),
        "not-a-number": _("Please send only a number. Example: 12."),
        "not-a-phone": _(
            "The assistant did not recognise the phone number. Example: 0912 000 001."
        ),
        "not-a-photo": _("The assistant waits for photos. None to send: press the button below."),
        "name-and-unit": _(
            "Please send your full name and your unit in one message. "
            "Example: Nguyễn Văn Bình, Sở Giao thông vận tải"
        ),
    }
    sentence = sentences.get(refused.reason, _asking(question, label, _))
    return sentence.format(**refused.details)


def _asking(question: Question[object], label: str, _: Translate) -> str:
    if question.kind == "text" and label and question.examples:
        return (
            _(
                "The assistant is asking for: {label}. Example: {example}. To reach a human, say GIÚP."
            )
            .format(label=label, example=question.examples[0])
            .replace("{", "(")
            .replace("}", ")")
        )
    return _("The assistant did not understand that here.")
