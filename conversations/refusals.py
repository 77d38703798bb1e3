"""A sentence for everything that cannot be taken; each says what to do next."""

from conversations.deadline_refusals import deadline_refusals
from conversations.import_refusals import import_refusals
from conversations.moments import short_day
from conversations.organising.refusals import unit_refusals
from dialog.questions import Question
from dialog.turn import Translate
from rules.numbers import say_number
from rules.refused import Refused

# After the second of these in a row a human takes over; the others say what is wrong by themselves.
NOT_UNDERSTOOD = {
    "noise", "not-an-answer", "not-a-choice", "choose-one", "not-a-date", "not-a-time",
    "not-a-number", "not-a-phone", "not-a-photo", "name-and-unit",
    "not-a-name",
}  # fmt: skip


def say_refusal(refused: Refused, question: Question, _: Translate) -> str:
    """Return what to tell somebody whose words were no answer to the question."""
    sentences = _sentences(_)
    if question.kind == "photos":
        return sentences["not-a-photo"]
    text = sentences.get(refused.reason, sentences["noise"])
    return " ".join((text.format(**details_of(refused)), _("To reach a human, say GIÚP.")))


def say_unchanged(refused: Refused, question: Question, _: Translate) -> str:
    """Return that new words for an earlier answer cannot be taken, and why where that is plain."""
    text = _("{label}: what you just wrote cannot be used, it stays as it was.")
    text = text.format(label=question.label)
    if refused.reason in NOT_UNDERSTOOD:
        return text
    return f"{text} {_sentences(_).get(refused.reason, '').format(**details_of(refused))}"


def say_why(refused: Refused, _: Translate) -> str:
    """Return why something cannot be, where nothing is being asked."""
    return _sentences(_)[refused.reason].format(**details_of(refused))


def details_of(refused: Refused) -> dict[str, str]:
    """Return what a sentence names, as people write it."""
    return {name: _said(name, detail) for name, detail in refused.details.items()}


def _said(name: str, detail: str | int) -> str:
    if isinstance(detail, int):
        return say_number(detail)
    return short_day(detail) if name == "day" else detail


def _sentences(_: Translate) -> dict[str, str]:
    waiting = _("The assistant is waiting for the answer to this question.")
    return {
        **_of_the_office(_),
        **_of_who_it_is(_),
        "noise": waiting,
        "not-an-answer": waiting,
        "not-a-choice": _("The assistant did not find that among the answers below."),
        "said-already": say_already(_),
        "choose-one": _("That fits several answers. Please choose one."),
        "too-short": _("That is too short; please say a little more."),
        "too-long": _(
            "That is {length} characters; at most {most} fit. Please shorten it and send it again."
        ),
        "not-a-date": _("The assistant did not recognise the day. Example: 20/3/2027."),
        "not-a-day": _("There is no such day, or it is another weekday. Example: 20/3/2027."),
        "day-is-over": _("That day is over. Please choose a day from today on."),
        "not-a-pattern": _(
            "The assistant did not recognise the days. Example: thứ Năm tuần đầu hằng tháng."
        ),
        "time-is-over": _("That time is over. Please choose a later one."),
        "not-a-time": _("The assistant did not recognise the time. Example: 19:00."),
        "not-a-number": _("Please send only a number. Example: 12."),
        "not-in-range": _("Please send a number from {least} to {most}."),
        "not-a-phone": _(
            "The assistant did not recognise the phone number. Example: 0912 000 001."
        ),
        "paper-ahead": _("{day} has not come yet. Say the day the paper came in."),
        "paper-before-round": _(
            "The round is of {year}; its papers did not come in before {first}. Look at the day."
        ),
        "not-a-photo": _(
            "The assistant waits for photos. When there are no more, choose the answer below."
        ),
    }


def _of_who_it_is(_: Translate) -> dict[str, str]:
    """Return the sentences about names."""
    return {
        "name-and-unit": _(
            "Please send your full name and your unit in one message. "
            "Example: Nguyễn Văn Bình, Sở Giao thông vận tải."
        ),
        "not-a-name": _(
            "Please send only your full name, without unit or position. Example: Nguyễn Văn Bình."
        ),
    }


def say_already(_: Translate) -> str:
    """Return that what was just said is written down as the answer to an earlier question."""
    return _("The assistant has written that down already.")


def _of_the_office(_: Translate) -> dict[str, str]:
    """Return the sentences about units, tables and deadlines."""
    return {**unit_refusals(_), **import_refusals(_), **deadline_refusals(_)}
