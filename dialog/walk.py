"""Visiting every path of a script without talking to anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dialog.errors import Lacking
from dialog.state import State
from dialog.turn import Finished, Script, Waiting, World, answer, close_photos, settle
from dialog.said import Text


def walk(script: Script, world: World, state: State | None = None) -> Iterator[Waiting | Finished]:
    """Yield every stop of the script: all choices, all example answers, all example facts."""
    yield from _from(script, world, state or State())


def _from(script: Script, world: World, state: State) -> Iterator[Waiting | Finished]:
    try:
        at = settle(script, state, world)
    except Lacking as lacking:
        for example in lacking.request.examples:
            known = replace(world, facts={**world.facts, lacking.request: example})
            yield from _from(script, known, state)
        return
    yield at
    if isinstance(at, Waiting):
        for further in _answers(at):
            yield from _from(script, world, further)


def _answers(at: Waiting) -> Iterator[State]:
    question = at.question
    if question.kind == "photos":
        yield close_photos(at)
        return
    for words in dict.fromkeys((*(choice.code for choice in question.choices), *question.examples)):
        state = answer(at, Text(words))
        if not state.edit:
            yield state
