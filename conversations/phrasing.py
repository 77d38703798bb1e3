"""A question as a bubble: the count, the words, the answers offered."""

from conversations.add_content import SURE
from conversations.meetings.naming import say_kept_when
from conversations.moments import short_day
from conversations.say import Option, Say, Wants
from dialog.questions import Choice, Question
from dialog.turn import Translate, Waiting

BACK, ASIDE, EXPLAIN, KEEP = "<", "0", "?", "="
HAND_FORM = "#"  # of a draft with photos alone: they are of a form written by hand
MOST_DATA = 64  # bytes
SHORT = 20  # characters of a label that leave room for another beside it
WANTS: dict[str, Wants] = {
    "place": "place",
    "photos": "photos",
    "text": "text",
    "number": "number",
    "several": "several",
}


def say_question(waiting: Waiting, dialog: str, count: tuple[int, int], _: Translate) -> Say:
    """Return the pending question of a dialog as a bubble."""
    question = waiting.question
    text = question.text
    if question.kind == "photos" and question.kept:
        text = _("{count} photos received. Send more, or choose the answer below.")
        text = text.format(count=len(question.kept.split()))
    if count[1] > 1:
        text = _("Question {here}/{all}. {text}").format(here=count[0], all=count[1], text=text)
    if is_edit(waiting):
        text += "\n\n" + _("It says now: {kept}").format(kept=_say_kept(question, _))
    ways = _ways(waiting, count, _)
    rows = tuple(tuple(_option(way, dialog, question) for way in row) for row in ways if row)
    return Say(text, rows, WANTS.get(question.kind, ""))


def is_edit(waiting: Waiting) -> bool:
    """Return whether the question has an answer that can be left as it is."""
    question = waiting.question
    return bool(question.kept) and waiting.state.edit == question.key and question.kind != "maybe"


def _option(way: Choice, dialog: str, question: Question) -> Option:
    data = f"d:{dialog}:{question.key}:{way.code}"
    if len(data.encode()) > MOST_DATA:  # its number will do
        data = f"d:{dialog}:{question.key}:{question.choices.index(way) + 1}"
    return Option(way.label, data)


def _say_kept(question: Question, _: Translate) -> str:
    if question.kind == "when":
        return say_kept_when(question.kept, _)
    if question.kind == "date" and question.kept[4:5] == "-":  # else it is as it was said
        return short_day(question.kept)
    labels = {choice.code: choice.label for choice in question.choices}
    return labels.get(question.kept, question.kept)


def _ways(waiting: Waiting, count: tuple[int, int], _: Translate) -> list[list[Choice]]:
    """Return the answers offered and the ways elsewhere, in rows."""
    question = waiting.question
    if question.kind == "review":
        return _review_ways(waiting, _)
    if question.kind == "photos":
        return [[_photos_done(question, _)]]
    rows = [[choice] for choice in question.choices]
    if question.key.endswith(SURE):
        return rows
    if is_edit(waiting):
        rows.append([Choice(KEEP, _("Leave it as it is"))])
    return [*rows, _elsewhere(waiting, count, _)]


def _elsewhere(waiting: Waiting, count: tuple[int, int], _: Translate) -> list[Choice]:
    question, ways = waiting.question, []
    if question.hint:
        label = _("See what each means") if question.choices else _("See a hint")
        ways.append(Choice(EXPLAIN, label))
    from_review = is_edit(waiting) and count == (0, 0)
    if not from_review and any(key in waiting.state.answers for key in waiting.earlier):
        ways.append(Choice(BACK, _("Go back")))
    return ways


def _review_ways(waiting: Waiting, _: Translate) -> list[list[Choice]]:
    """Return "send", the parts in pairs, then the ways to further parts and to put it aside."""
    choices = list(waiting.question.choices)
    last = [Choice(ASIDE, _("Put it aside"))]
    if "_review" in waiting.state.answers:  # which of the further parts
        return [*([choice] for choice in choices), [Choice(BACK, _("Go back"))]]
    first, *parts = choices
    if parts and parts[-1].code == "more":
        last.insert(0, parts.pop())
    two = 1 if any(len(part.label) > SHORT for part in parts) else 2
    return [[first], *(parts[i : i + two] for i in range(0, len(parts), two)), last]


def _photos_done(question: Question, _: Translate) -> Choice:
    (done,) = question.choices
    count = len(question.kept.split())
    if not count:
        return Choice(done.code, _("No photos"))
    return Choice(done.code, _("{count} photos · {done}").format(count=count, done=done.label))
