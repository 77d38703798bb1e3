"""Several answers in one message: labelled or numbered lines, at any moment."""

import re
from collections.abc import Mapping
from dataclasses import replace

from conversations.acts import begun
from conversations.dialogs import begin
from conversations.drive import present
from conversations.outcome import Outcome
from conversations.said import Text
from conversations.situation import Open, Situation, form_of
from dialog.state import State
from dialog.turn import Waiting
from rules.choosing import meant
from rules.fold import fold
from rules.labelled import labelled, numbered
from rules.programme import Box, Programme
from rules.refused import Refused
from rules.similar import similar

WAYS: Mapping[str, tuple[str, ...]] = {
    "name": ("tên", "tên mô hình", "mô hình", "tên mô hình điển hình", "tên điển hình"),
    "place": ("địa chỉ", "nơi thực hiện", "địa điểm", "địa bàn", "nơi làm", "địa chỉ thực hiện"),
    "field": ("lĩnh vực", "thuộc lĩnh vực"),
    "content": (
        "nội dung",
        "nội dung chính",
        "cách làm",
        "nội dung cách làm",
        "nội dung thực hiện",
    ),
}
A_FEW, MANY = 2, 3  # labels that begin a registration, labels that are no accident
_DASH = re.compile(r"[-–—]")


def hear_lines(
    s: Situation, said: Text, ahead: Open | None, waiting: Waiting | None
) -> Outcome | None:
    """Return what comes of lines that name their boxes; None when the message is not that."""
    if ahead and ahead.script in {"announce", "announce-right"}:  # its lines are its own
        return None
    if ahead and ahead.script not in {"register", "correct", "type-in"}:
        ahead = waiting = None
    programme = form_of(s.forms, ahead.programme if ahead else "").programme
    free = waiting is not None and waiting.question.kind == "text"
    words = _lines(programme, said.text, free=free) or _numbers(programme, said.text, waiting)
    words = words or _in_order(programme, said.text, waiting)
    if not words:
        return None
    guess = _guess(s, programme) if len(words) >= A_FEW else {}
    if ahead and waiting and not _is_another(programme, waiting, words):
        guess = guess if waiting.question.key == "_kind" else {}
        state = replace(ahead.state, answers={**ahead.state.answers, **guess})
        lead = _written(s, programme, words, waiting)
        return present(s, replace(ahead, state=offered(state, words, said)), lead=lead)
    if len(words) < A_FEW:
        return None
    opened = begun(s, State(answers=guess))
    opened = replace(opened, state=offered(opened.state, words, said))
    if not s.person.memberships:
        return _who_first(s, opened)
    return present(s, opened, lead="" if guess else _written(s, programme, words))


def read_again(s: Situation, dialog: Open, text: str) -> dict[str, str]:
    """Return what the labelled lines of an edited message say now; {} when they are none."""
    return _lines(form_of(s.forms, dialog.programme).programme, text, free=True)


def offered(state: State, words: Mapping[str, str], said: Text) -> State:
    """Return the state with the words offered, and noted which bubble said them."""
    single = next(iter(words)) if len(words) == 1 else ""
    bubbles = {bubble: key for bubble, key in state.bubbles.items() if key not in words}
    if said.message:
        bubbles[said.message] = single
    return replace(state.without("_review").offering(words), bubbles=bubbles)


def _lines(programme: Programme, text: str, *, free: bool) -> dict[str, str]:
    """Return the labelled lines; of free words only what begins with a label or has many.

    A content may well have a line "Địa điểm: …" somewhere in it.
    """
    labels = _labels(programme)
    words = labelled(text, labels)
    head = _DASH.sub(":", text.partition("\n")[0], count=1)
    return {} if free and len(words) < MANY and not labelled(head, labels) else words


def _numbers(programme: Programme, text: str, waiting: Waiting | None) -> dict[str, str]:
    """Return the numbered lines, while there is no name: a content may well be a numbered list."""
    keys = [box.key for box in programme.boxes]
    return {} if waiting and keys[0] in waiting.earlier else numbered(text, keys)


def _in_order(programme: Programme, text: str, waiting: Waiting | None) -> dict[str, str]:
    """Return lines without labels, where the first is asked for: one a box, a field's own right."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    boxes = programme.boxes
    if waiting is None or waiting.question.key not in {boxes[0].key, "_kind"}:
        return {}
    fields = [(line, box) for line, box in zip(lines, boxes, strict=False) if box.type == "field"]
    if len(lines) != len(boxes) or not fields or not all(_is_one_of(*pair) for pair in fields):
        return {}
    return {box.key: line for line, box in zip(lines, boxes, strict=True)}


def _is_one_of(line: str, box: Box) -> bool:
    try:
        meant(line, [(choice.label, *choice.also) for choice in box.choices], loose=True)
    except Refused:
        return False
    return True


def _is_another(programme: Programme, waiting: Waiting, words: Mapping[str, str]) -> bool:
    """Return whether this is not the model being written but another, written whole."""
    key = next(box.key for box in programme.boxes if box.type == "name")
    if waiting.question.key == key:
        return False
    name = waiting.earlier.get(key, "")
    return bool(name) and key in words and len(words) >= MANY and not similar(name, [words[key]])


def _written(
    s: Situation, programme: Programme, words: Mapping[str, str], waiting: Waiting | None = None
) -> str:
    """Return what was written down, where the next question does not show it."""
    _ = s.translate
    if waiting and (waiting.question.key in {*words, "_kind"} or waiting.question.kind == "review"):
        return ""
    parts = [box.label[:1].lower() + box.label[1:] for box in programme.boxes if box.key in words]
    return _("Written down: {parts}.").format(parts=", ".join(parts))


def _who_first(s: Situation, opened: Open) -> Outcome:
    """Keep what was pasted by somebody who has not yet said who they are."""
    _ = s.translate
    kept = replace(opened, state=replace(opened.state, aside=True))
    lead = _("What you wrote is kept. First:")
    return Outcome(keep=(kept,)).then(present(s, begin(s, "introduce"), lead=lead))


def _labels(programme: Programme) -> dict[str, str]:
    return {fold(way): box.key for box in programme.boxes for way in _ways(box)}


def _ways(box: Box) -> tuple[str, ...]:
    return (box.label, *WAYS.get(box.type, ()))


def _guess(s: Situation, programme: Programme) -> dict[str, str]:
    """Return the kind taken for granted until the review says so; nothing where more is open."""
    models = [kind for kind in programme.kinds if kind.entry == "model"]
    if len(programme.kinds) == 1 or len(s.forms) > 1 or len(s.person.memberships) > 1 or not models:
        return {}
    return {"_kind": models[0].code, "_kind/guessed": "yes"}
