"""A question as a bubble: the count, the words, the answers offered."""

from __future__ import annotations

from collections.abc import Callable

from conversations.situation import Translate
from dialog.questions import Choice, Question
from dialog.say import Option, Say, Wants
from dialog.turn import Waiting

BACK, ASIDE, EXPLAIN = "<", "0", "?"


def say_question(waiting: Waiting, dialog: str, count: tuple[int, int], _: Translate) -> Say:
    """Return the pending question of a dialog as a bubble."""
    question = waiting.question
    text = question.text
    if count[1] > 1:
        text = _("Question {here}/{all}. {text}").format(here=count[0], all=count[1], text=text)
    if question.kept and waiting.state.edit == question.key and question.kind in {"text", "place"}:
        text += "\n\n" + _("It says now: {kept}").format(kept=question.kept)
    return Say(text, _rows(waiting, dialog, _), _wants(question))


def _rows(waiting: Waiting, dialog: str, _: Translate) -> tuple[tuple[Option, ...], ...]:
    question = waiting.question

    def option(choice: Choice) -> Option:
        return Option(choice.label, f"d:{dialog}:{question.key}:{choice.code}")

    if question.kind == "review":
        return _review_rows(
            question, option_of=option, aside=option(Choice(ASIDE, _("Put it aside")))
        )
    rows = [(option(_shown(waiting, choice, _)),) for choice in question.choices]
    ways = []
    if question.hint and question.kind == "choice":
        ways.append(option(Choice(EXPLAIN, _("See what each means"))))
    if waiting.earlier and question.kind != "photos":
        ways.append(option(Choice(BACK, _("Go back"))))
    return (*rows, *((tuple(ways),) if ways else ()))


def _review_rows(
    question: Question[str], *, option_of: Callable[[Choice], Option], aside: Option
) -> tuple[tuple[Option, ...], ...]:
    first, *edits = [option_of(choice) for choice in question.choices]
    last = [edits.pop()] if question.choices[-1].code == "more" else []
    pairs = [tuple(edits[i : i + 2]) for i in range(0, len(edits), 2)]
    return ((first,), *pairs, (*last, aside))


def _shown(waiting: Waiting, choice: Choice, _: Translate) -> Choice:
    if waiting.question.kind != "photos":
        return choice
    count = len(waiting.state.answers.get(waiting.question.key, "").split())
    if not count:
        return Choice(choice.code, _("No photos"))
    return Choice(choice.code, _("{count} photos · {done}").format(count=count, done=choice.label))


def _wants(question: Question[object]) -> Wants:
    wants: dict[str, Wants] = {"place": "place", "photos": "photos", "text": "text"}
    return wants.get(question.kind, "")
