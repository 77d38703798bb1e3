"""One turn of a dialog: run the script, take an answer, go back, edit. Pure; state in, state out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from dialog.ask import Ask
from dialog.errors import Lacking, ScriptError, Unanswered
from dialog.photos import Photos
from dialog.questions import Question, choice_of
from dialog.said import Photo, Place, Press, Said, Text
from dialog.state import State
from rules.refused import Refused

Translate: TypeAlias = Callable[[str], str]
Script: TypeAlias = Callable[[Ask, Translate], Any]


@dataclass(frozen=True, slots=True)
class World:
    """What a run may know besides what was said: the moment (aware, local), the facts, the language."""

    now: dt.datetime
    facts: Mapping[Any, Any]
    translate: Translate


@dataclass(frozen=True, slots=True)
class Waiting:
    """The script waits for an answer to `question`; `earlier` are the keys asked before it."""

    state: State
    question: Question[Any]
    earlier: tuple[str, ...]
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """The script has everything; `command` is to be carried out."""

    state: State
    command: Any


def settle(script: Script, state: State, world: World) -> Waiting | Finished:
    """Run the script, reading words said ahead as their questions come; raises Lacking."""
    refused: Refused | None = None
    while True:
        at = _run(script, state, world)
        if isinstance(at, Finished) or at.question.key not in state.offered:
            return (
                at if refused is None or isinstance(at, Finished) else replace(at, refused=refused)
            )
        key, words = at.question.key, state.offered[at.question.key]
        rest = {k: v for k, v in state.offered.items() if k != key}
        state, refused = replace(state, offered=rest), None
        try:
            state = state.answering(key, at.question.canonical(words))
        except Refused as why:
            refused = why


def answer(waiting: Waiting, said: Said) -> State:
    """Return the state with what was said taken as the answer; Refused when it is none."""
    question, state = waiting.question, waiting.state
    kept = question.canonical(_words(question, state, said))
    if question.kind == "review" and kept not in {"send", "more"}:
        return state.without("review").editing(kept)
    state = state.answering(question.key, kept)
    if isinstance(said, Text) and said.message:
        return replace(state, bubbles={**state.bubbles, said.message: question.key})
    return state


def _words(question: Question[Any], state: State, said: Said) -> str:
    if question.kind == "photos":
        return _with_photo(question, state.answers.get(question.key, ""), said)
    match said:
        case Text():
            return said.text
        case Press():
            return said.data
        case Place() if question.kind == "place":
            where = f"{said.latitude:.5f}, {said.longitude:.5f}"
            return f"{said.title} ({where})" if said.title else where
    raise Refused("not-an-answer")


def _with_photo(question: Question[Any], kept: str, said: Said) -> str:
    """Return the photos so far with one more, or closed when the person says that these are all."""
    if isinstance(said, Photo):
        return f"{kept} {said.ref}"
    if isinstance(said, Text | Press):
        words = said.text if isinstance(said, Text) else said.data
        return f"{kept} {choice_of(question.choices, words)}"
    raise Refused("not-a-photo")


def close_photos(waiting: Waiting) -> State:
    """Return the state in which the photos sent so far are all."""
    kept = Photos(tuple(waiting.state.answers.get(waiting.question.key, "").split()), closed=True)
    return waiting.state.answering(waiting.question.key, kept.keep())


def back(waiting: Waiting) -> State:
    """Return the state before the last answer; an edit is given up first."""
    state = waiting.state
    if state.edit:
        return replace(state, edit="")
    if waiting.question.kind == "review" and state.answers.get("review") == "more":
        return state.without("review")
    answered = [key for key in waiting.earlier if key in state.answers]
    return state.without(answered[-1], waiting.question.key) if answered else state


def correct_bubble(state: State, said: Text) -> State | None:
    """Return the state with an edited bubble's new words in place of its answer; None if it gave none."""
    key = state.bubbles.get(said.message, "")
    return state.without("review").offering({key: said.text}) if key in state.answers else None


def progress(script: Script, waiting: Waiting, world: World) -> tuple[int, int]:
    """Return which of how many counted questions this is, walking on with examples."""
    here = _counted(script, waiting.state, world)
    state, total = replace(waiting.state, edit=""), here
    while True:
        try:
            at = _run(script, state, world)
        except Lacking as lacking:
            world = replace(
                world, facts={**world.facts, lacking.request: lacking.request.examples[0]}
            )
            continue
        if isinstance(at, Finished) or at.question.kind == "review":
            return here, max(total, here)
        if at.question.key in state.answers:
            raise ScriptError(f"{at.question.key}: the example {at.question.examples[0]!r} is no answer")
        total += at.question.counted and at.question.key != waiting.question.key
        state = state.answering(at.question.key, at.question.examples[0])


def _counted(script: Script, state: State, world: World) -> int:
    ask = Ask(state, now=world.now, facts=world.facts)
    try:
        script(ask, world.translate)
    except Unanswered:
        return sum(question.counted for question in ask.asked)
    return 0


def _run(script: Script, state: State, world: World) -> Waiting | Finished:
    ask = Ask(state, now=world.now, facts=world.facts)
    try:
        command = script(ask, world.translate)
    except Unanswered as at:
        earlier = tuple(question.key for question in ask.asked if question.key != at.question.key)
        return Waiting(state, at.question, earlier, at.refused)
    return Finished(state, command)
