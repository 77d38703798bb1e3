"""The boxes of a programme as fields of a page, and reading what was typed into them."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from conversations.boxes import LEAST, LONG, MOST
from conversations.desk.wrong import say_wrong
from dialog.turn import Translate
from rules.numbers import say_number
from rules.programme import Box, Programme
from rules.readers import iso_day, plain_text, whole_number
from rules.refused import Refused
from rules.secrecy import looks_secret

_PLACE = (2, 500)
_LINES = {"content": 5, "long": 4}
_ROWS_OF_NAME = 2


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a page: "area", "line", "select" or "date"; `wrong` says why it cannot be taken.

    choices  (code, label) of a select
    """

    key: str
    how: str
    label: str
    value: str = ""
    wrong: str = ""
    hint: str = ""
    required: bool = True
    rows: int = 0
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BoxesRead:
    """What was typed as the register keeps it, by key; `wrong` a sentence for what it cannot."""

    boxes: Mapping[str, str]
    wrong: Mapping[str, str]


def box_fields(
    programme: Programme, said: Mapping[str, str], wrong: Mapping[str, str], _: Translate
) -> tuple[Field, ...]:
    """Return a field for each box, with what was typed and what is wrong with it."""
    return tuple(_field(box, said, wrong, _) for box in programme.boxes)


def _field(box: Box, said: Mapping[str, str], wrong: Mapping[str, str], _: Translate) -> Field:
    how, rows = _how(box)
    return Field(
        key=box.key,
        how=how,
        label=box.label,
        value=said.get(box.key, ""),
        wrong=wrong.get(box.key, ""),
        hint=_hint(box, _),
        required=box.required,
        rows=rows,
        choices=tuple((choice.code, choice.label) for choice in box.choices),
    )


def _how(box: Box) -> tuple[str, int]:
    if box.type in {"field", "choice"}:
        return "select", 0
    if box.type == "date":
        return "date", 0
    if box.type in {"number", "place", "text"}:
        return "line", 0
    return "area", _LINES.get(box.type, _ROWS_OF_NAME)


def _hint(box: Box, _: Translate) -> str:
    """Return the programme's own hint, else how long it may be."""
    if box.hint:
        return box.hint
    if box.type in {"field", "choice", "date"}:
        return ""
    least, most = bounds(box)
    if box.type == "number":
        text = _("a number, at least {least}")
        return text.format(least=say_number(least))
    return _("{least} to {most} characters").format(least=say_number(least), most=say_number(most))


def bounds(box: Box) -> tuple[int, int]:
    """Return how long a text may be, or how large a number."""
    if box.type == "number":
        return box.least, box.most or 10**9
    if box.type == "place":
        return _PLACE
    return box.least or LEAST.get(box.type, 1), box.most or MOST.get(box.type, LONG)


def read_boxes(
    boxes: Sequence[Box], said: Mapping[str, str], _: Translate, *, today: dt.date
) -> BoxesRead:
    """Read every box; one that is not required may stay empty."""
    read: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for box in boxes:
        words = said.get(box.key, "")
        if not words.strip():
            read[box.key] = ""
            if box.required:
                wrong[box.key] = say_wrong(Refused("missing"), _)
            continue
        try:
            read[box.key] = _reader(box, today)(words)
        except Refused as refused:
            wrong[box.key] = say_wrong(refused, _)
    return BoxesRead(read, wrong)


def _reader(box: Box, today: dt.date) -> Callable[[str], str]:
    if box.type in {"field", "choice"}:
        return lambda said: _choice(box, said)
    if box.type == "date":
        return iso_day(today)
    least, most = bounds(box)
    return whole_number(least, most) if box.type == "number" else open_text(least, most)


def open_text(least: int, most: int) -> Callable[[str], str]:
    """Return a reader of text, Refused "missing" for none, "secret" where it bears signs of it."""
    read = plain_text(least, most)

    def open_words(said: str) -> str:
        if not said.strip():
            raise Refused("missing")
        if looks_secret(said):
            raise Refused("secret")
        return read(said)

    return open_words


def _choice(box: Box, said: str) -> str:
    if said not in {choice.code for choice in box.choices}:
        raise Refused("not-a-choice")
    return said
