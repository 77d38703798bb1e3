"""The boxes of the form, each asked in its own words or in the programme's."""

from __future__ import annotations

from collections.abc import Mapping

from conversations.situation import Translate
from dialog.ask import Ask
from dialog.questions import Choice
from rules.entry import Entry
from rules.numbers import say_number
from rules.programme import Box, Programme

LONG = 4000


def ask_box(ask: Ask, _: Translate, box: Box, *, given: str = "", place: str = "") -> str:
    """Ask for one box; return its canonical text, "" for an optional box that was skipped."""
    if box.type in {"field", "choice"}:
        return _ask_choice(ask, _, box, given)
    if box.type == "number":
        return str(ask.number(box.key, box.label, _question(box, _), given=given, counted=True))
    if box.type == "date":
        return ask.date(
            box.key, box.label, _question(box, _), given=given, counted=True
        ).isoformat()
    if box.type == "place":
        return _ask_place(ask, _, box, given, place)
    return _ask_words(ask, _, box, given)


def _ask_choice(ask: Ask, _: Translate, box: Box, given: str) -> str:
    choices = [
        Choice(c.code, c.label, (*((c.short,) if c.short else ()), *c.also)) for c in box.choices
    ]
    hints = "\n\n".join(f"{c.label}: {c.hint}" for c in box.choices if c.hint)
    return ask.choice(
        box.key, box.label, _question(box, _), choices, given=given, hint=hints, counted=True
    )


def _ask_place(ask: Ask, _: Translate, box: Box, given: str, place: str) -> str:
    offer = (Choice("own", place),) if place else ()
    return ask.place(
        box.key, box.label, _question(box, _), given=given, hint=box.hint, counted=True, offer=offer
    )


def _ask_words(ask: Ask, _: Translate, box: Box, given: str) -> str:
    skip = _("Skip")
    said = ask.text(
        box.key,
        box.label,
        _question(box, _),
        least=box.least or _LEAST.get(box.type, 1),
        most=box.most or _MOST.get(box.type, LONG),
        given=given,
        hint=box.hint,
        example=box.example or _EXAMPLES.get(box.type, ""),
        counted=True,
        offer=() if box.required else (Choice("skip", skip),),
    )
    return "" if said == skip and not box.required else said


_EXAMPLES = {
    "name": "Nuôi ong lấy mật dưới tán rừng",
    "content": "Vận động 12 hộ nuôi ong, đảng viên làm trước 3 hộ",
}
_LEAST = {"name": 5, "content": 10}
_MOST = {"name": 1000, "text": 1000}


def _question(box: Box, _: Translate) -> str:
    """Return the programme's own words for the box, or ours for the four that every form has."""
    ours = {
        "name": _(
            "What is the model called?\nKeep it short and say what is done. Example: {example}"
        ).format(example=box.example or "Tổ hợp tác nuôi lươn không bùn"),
        "place": _("Where is it done?\nVillage or street group, commune or ward."),
        "field": _("Which field is it? Choose one."),
        "content": _(
            "What is done, how, who takes part, what result do you aim for?\n"
            "Three or four sentences are enough. Of households, give only numbers; no names, no ID numbers."
        ),
    }
    return box.question or ours.get(box.type) or _("{label}?").format(label=box.label)


PLAIN = ("name", "place", "field", "content")


def by_type(
    programme: Programme, boxes: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the four boxes every register has say, by type, and the programme's own, by key."""
    plain = {str(box.type): boxes.get(box.key, "") for box in programme.boxes if box.type in PLAIN}
    more = {box.key: boxes.get(box.key, "") for box in programme.boxes if box.type not in PLAIN}
    return plain, more


def boxes_of(programme: Programme, entry: Entry) -> dict[str, str]:
    """Return what an entry says, by box key."""
    plain = {
        "name": entry.name,
        "place": entry.address,
        "field": entry.field,
        "content": entry.content,
    }
    return {box.key: plain.get(box.type, entry.more.get(box.key, "")) for box in programme.boxes}


def say_box(box: Box, kept: str) -> str:
    """Return what a box says in the words people read."""
    if box.type in {"field", "choice"}:
        return next((choice.label for choice in box.choices if choice.code == kept), kept)
    if box.type == "number" and kept.isdigit():
        return say_number(int(kept))
    if box.type == "date":
        return _day(kept)
    return kept


def _day(kept: str) -> str:
    year, month, day = (int(part) for part in kept.split("-"))
    return f"{day}/{month}/{year}"


def describe(programme: Programme, boxes: Mapping[str, str]) -> list[str]:
    """Return one line for each box that says something: "Tên: …"."""
    return [
        f"{box.label}: {say_box(box, boxes[box.key])}"
        for box in programme.boxes
        if boxes.get(box.key)
    ]
