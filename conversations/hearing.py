"""Several answers in one message: labelled or numbered lines, at any moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from conversations.drive import begin, present
from conversations.outcome import Outcome
from conversations.situation import Open, Situation
from dialog.said import Text
from dialog.state import State
from dialog.turn import Waiting
from rules.fold import fold
from rules.labelled import labelled, numbered
from rules.programme import Box, Programme

WAYS: Mapping[str, tuple[str, ...]] = {
    "name": ("ten", "ten mo hinh", "mo hinh", "ten mo hinh dien hinh", "ten dien hinh"),
    "place": ("dia chi", "noi thuc hien", "dia diem", "dia ban", "noi lam", "dia chi thuc hien"),
    "field": ("linh vuc", "thuoc linh vuc"),
    "content": (
        "noi dung",
        "noi dung chinh",
        "cach lam",
        "noi dung cach lam",
        "noi dung thuc hien",
    ),
}


def hear_labelled(
    s: Situation, said: Text, ahead: Open | None, waiting: Waiting | None
) -> Outcome | None:
    """Return what comes of lines that name their boxes; None when the message is not that."""
    programme = s.forms[0].programme
    words = labelled(said.text, _labels(programme))
    if not words and _may_be_numbered(waiting):
        words = numbered(said.text, [box.key for box in programme.boxes])
    if not words or not s.person.memberships:
        return None
    if ahead and ahead.script in {"register", "correct"}:
        return present(s, replace(ahead, state=_offered(ahead.state, words, said)))
    if len(words) < 2:  # noqa: PLR2004 - one label alone begins nothing
        return None
    opened = begin(s, "register", state=State(answers=_guess(s, programme)))
    return present(s, replace(opened, state=_offered(opened.state, words, said)))


def _offered(state: State, words: Mapping[str, str], said: Text) -> State:
    bubbles = (
        {**state.bubbles, said.message: next(iter(words))} if len(words) == 1 else state.bubbles
    )
    return replace(state.without("review"), bubbles=bubbles).offering(words)


def _may_be_numbered(waiting: Waiting | None) -> bool:
    """Return whether numbered lines can be boxes: not where a content may well be a numbered list."""
    return waiting is None or waiting.question.kind != "text" or not waiting.earlier


def _labels(programme: Programme) -> dict[str, str]:
    return {fold(way): box.key for box in programme.boxes for way in _ways(box)}


def _ways(box: Box) -> tuple[str, ...]:
    return (box.label, *WAYS.get(box.type, ()))


def _guess(s: Situation, programme: Programme) -> dict[str, str]:
    """Return the kind taken for granted until the review says so; nothing when a unit must be chosen."""
    if len(programme.kinds) == 1 or len(s.forms) > 1 or len(s.person.memberships) > 1:
        return {}
    return {"kind": programme.kinds[0].code, "guessed": "kind"}
