"""One turn of a dialog: run the script, take an answer, go back. State in, state out."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from dialog.ahead import Ahead
from dialog.ask import Ask
from dialog.errors import Lacking, Unanswered
from dialog.questions import Question, choice_of
from dialog.state import State
from rules.refused import Refused

Translate: TypeAlias = Callable[[str], str]
Script: TypeAlias = Callable[[Ask, Translate], Any]
REVIEWS = {"review", "sure"}  # from where an earlier question can be asked again


@dataclass(frozen=True, slots=True)
class World:
    """What a run may know besides what was said: the moment (aware, local), facts, language."""

    now: dt.datetime
    facts: Mapping[Any, Any]
    translate: Translate


@dataclass(frozen=True, slots=True)
class Waiting:
    """The script waits for an answer to `question`; `asked` are the questions it came by.

    refused: what was offered ahead and was no answer, each with its question.
    count: which of how many counted questions it is, (0, 0) where that tells nothing (none is
    counted, an edit leads back to the review), None where nobody counted.
    """

    state: State
    question: Question
    asked: tuple[Question, ...]
    refused: tuple[tuple[Question, Refused], ...] = ()
    count: tuple[int, int] | None = None

    @property
    def earlier(self) -> dict[str, str]:
        """The answers before this question, by key, given ones too."""
        return {q.key: q.kept for q in self.asked if q.key != self.question.key}


@dataclass(frozen=True, slots=True)
class Finished:
    """The script has everything; `command` is to be carried out."""

    state: State
    command: Any


Stop: TypeAlias = Waiting | Finished


def settle(script: Script, state: State, world: World, *, counting: bool = False) -> Stop:
    """Run the script, reading words offered ahead as their questions come; raises Lacking."""
    refused: list[tuple[Question, Refused]] = []
    run = _run_ahead if counting else _run
    while isinstance(at := run(script, state, world), Waiting):
        key = at.question.key
        if key not in state.offered:
            return replace(at, refused=tuple(refused))
        try:
            state = state.answering(key, at.question.read(state.offered[key]))
        except Refused as why:
            refused.append((at.question, why))
            state = state.unoffered(key)
    return at


def answer(waiting: Waiting, words: str, *, bubble: str = "") -> State:
    """Return the state with words, said in `bubble`, as the answer; raises Refused."""
    question, state = waiting.question, waiting.state
    if question.kind == "photos":
        words = f"{question.kept} {choice_of(question.choices, words)}"
    kept = question.read(words)
    if question.kind == "review" and kept not in {"send", "more"}:
        return state.without("_review").editing(kept)
    if question.kind == "sure" and kept in waiting.earlier:
        return state.editing(kept)
    bubbles = {b: key for b, key in state.bubbles.items() if key != question.key}
    given = {bubble: question.key} if bubble else {}
    return replace(state.answering(question.key, kept), bubbles={**bubbles, **given})


def add_photo(waiting: Waiting, ref: str) -> State:
    """Return the state with one more photo; Refused where none is asked for."""
    if waiting.question.kind != "photos":
        raise Refused("not-an-answer")
    kept = waiting.question.read(f"{waiting.question.kept} {ref}")
    return waiting.state.answering(waiting.question.key, kept)


def back(script: Script, waiting: Waiting, world: World) -> State:
    """Return the state in which the answer before is asked again, or an edit is given up."""
    state = replace(waiting.state, edit="")
    at = _run(script, state, world)
    if waiting.state.edit and isinstance(at, Waiting) and at.question.kind in REVIEWS:
        return state
    if "_review" in state.answers:  # it waits for the one of the further parts to be edited
        return state.without("_review")
    said = [key for key in waiting.earlier if key in state.answers]
    return state.editing(said[-1]) if said else waiting.state


def walk(script: Script, world: World, state: State) -> Iterator[Stop]:
    """Yield every stop of the script: all choices, examples of other answers and of facts."""
    try:
        at = settle(script, state, world)
    except Lacking as lacking:
        for example in lacking.request.examples:
            known = replace(world, facts={**world.facts, lacking.request: example})
            yield from walk(script, known, state)
        return
    yield at
    if isinstance(at, Waiting):
        for further in (answer(at, example) for example in at.question.examples):
            if not further.edit:
                yield from walk(script, world, further)


def _run(script: Script, state: State, world: World) -> Stop:
    ask = Ask(state, now=world.now, facts=world.facts)
    try:
        return Finished(state, script(ask, world.translate))
    except Unanswered as at:
        return Waiting(state, at.question, tuple(ask.asked))


def _run_ahead(script: Script, state: State, world: World) -> Stop:
    ahead, command = Ahead(state, now=world.now, facts=world.facts), None
    try:
        command = script(ahead, world.translate)
    except Unanswered as at:
        ahead.stop(at.question)
    except Refused:
        if ahead.at is None:
            raise
    if ahead.at is None:
        return Finished(state, command)
    here, all_of_them = (sum(q.counted for q in asked) for asked in (ahead.came_by, ahead.asked))
    tells = ahead.at.counted and (ahead.supposed or not state.edit)
    return Waiting(state, ahead.at, ahead.came_by, count=(here, all_of_them) if tells else (0, 0))
