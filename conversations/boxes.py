"""The boxes of the form, each asked in its own words or in the programme's."""

from collections.abc import Mapping

from conversations.moments import short_day
from dialog.ask import Ask, More
from dialog.questions import SKIP, Choice
from dialog.turn import Translate
from rules.entry import Entry
from rules.numbers import say_number
from rules.programme import Box, Programme
from rules.readers import iso_day, plain_text, whole_number

PLAIN = ("name", "place", "field", "content")
_COLUMNS = {"name": "name", "place": "address", "field": "field", "content": "content"}
LEAST = {"name": 5, "content": 10}
MOST = {"name": 1000, "text": 1000}
LONG = 4000
EXAMPLES = {
    "name": "Nuôi ong lấy mật dưới tán rừng",
    "content": "Vận động 12 hộ nuôi ong, đảng viên làm trước 3 hộ",
}


def ask_box(
    ask: Ask, _: Translate, box: Box, *, given: str = "", place: str = "", exemplar: bool = False
) -> str:
    """Ask for one box; return its canonical text, "" for an optional box that was skipped."""
    question = box.question or _question(_, box, exemplar=exemplar)
    if box.question and box.example:
        question += "\n" + _("Example: {example}").format(example=box.example)
    more = More(given=given, hint=box.hint, counted=True)
    skip = "" if box.required else _("Skip")
    if box.type in {"field", "choice"}:
        return _ask_choice(ask, box, question, skip, more)
    more["skip"] = skip
    if box.type == "place":
        more["offer"] = (Choice("own", place),) if place else ()
        return ask.place(box.key, box.label, question, **more)
    return _ask_typed(ask, box, question, more)


def _ask_choice(ask: Ask, box: Box, question: str, skip: str, more: More) -> str:
    choices = [Choice(c.code, c.label, (c.short or c.label, *c.also)) for c in box.choices]
    choices += [Choice(SKIP, skip)] if skip else []
    more["hint"] = "\n\n".join(f"{c.label}: {c.hint}" for c in box.choices if c.hint)
    code = ask.choice(box.key, box.label, question, choices, **more)
    return "" if code == SKIP else code


def _ask_typed(ask: Ask, box: Box, question: str, more: More) -> str:
    """Ask for text, a number or a day, each as the canonical text the register keeps."""
    if box.type == "date":
        more["example"] = "2027-03-19"
        read, kind = iso_day(ask.now.date()), "date"
    elif box.type == "number":
        more["example"] = str(box.least)
        read, kind = whole_number(box.least, box.most or 10**9), "number"
    else:
        least = box.least or LEAST.get(box.type, 1)
        most = box.most or MOST.get(box.type, LONG)
        more["example"] = (box.example or EXAMPLES.get(box.type, "")).ljust(least, ".")[:most]
        read, kind = plain_text(least, most), "text"
    return ask.words(box.key, box.label, question, read, kind=kind, **more)


def _question(_: Translate, box: Box, *, exemplar: bool) -> str:
    """Return our own words for the four boxes every form has, for others its label."""
    ours = _of_exemplars(_) if exemplar else _of_models(_, box.example)
    ours["content"] = _(
        "What is done, how, who takes part, what result do you aim for?\n"
        "Three or four sentences are enough. "
        "Of households, give only numbers; no names, no ID numbers."
    )
    return ours.get(box.type) or _("{label}?").format(label=box.label)


def _of_models(_: Translate, example: str) -> dict[str, str]:
    name = _("What is the model called?\nKeep it short and say what is done. Example: {example}")
    return {
        "name": name.format(example=example or "Tổ hợp tác nuôi lươn không bùn"),
        "place": _("Where is it done?\nVillage, street group or office; commune or ward."),
        "field": _("Which field is it? Choose one."),
    }


def _of_exemplars(_: Translate) -> dict[str, str]:
    name = _("What is the exemplar called?\nSay briefly who does well in what. Example: {example}")
    return {
        "name": name.format(example="Bí thư chi bộ vận động bà con hiến đất mở đường"),
        "place": _("Where is the exemplar?\nVillage, street group or office; commune or ward."),
        "field": _("Which field is the exemplar in? Choose one."),
    }


def by_type(
    programme: Programme, boxes: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the four boxes of every form say, by type, and the others, by key."""
    plain = {str(box.type): boxes.get(box.key, "") for box in programme.boxes if box.type in PLAIN}
    more = {box.key: boxes.get(box.key, "") for box in programme.boxes if box.type not in PLAIN}
    return plain, more


def columns_of(programme: Programme, boxes: Mapping[str, str]) -> dict[str, str]:
    """Return words by the key of the programme's box as the register names them."""
    given = [box for box in programme.boxes if box.key in boxes]
    return {_COLUMNS.get(box.type, box.key): boxes[box.key] for box in given}


def box_at(programme: Programme, column: str) -> Box | None:
    """Return the programme's box that the register names so, None where it has none."""
    return next((b for b in programme.boxes if _COLUMNS.get(b.type, b.key) == column), None)


def boxes_of(programme: Programme, entry: Entry) -> dict[str, str]:
    """Return what an entry says, by box key."""
    plain = {
        "name": entry.name,
        "place": entry.address,
        "field": entry.field,
        "content": entry.content,
    }
    return {box.key: plain.get(box.type, entry.more.get(box.key, "")) for box in programme.boxes}


def given_by(programme: Programme, entry: Entry) -> dict[str, str]:
    """Return what an entry says as answers to edit; an optional box without one is skipped."""
    said = boxes_of(programme, entry)
    return {box.key: said[box.key] or ("" if box.required else SKIP) for box in programme.boxes}


def say_box(box: Box, kept: str) -> str:
    """Return what a box says in the words people read."""
    if box.type in {"field", "choice"}:
        return next((choice.label for choice in box.choices if choice.code == kept), kept)
    if box.type == "number" and kept.isdigit():
        return say_number(int(kept))
    return short_day(kept) if box.type == "date" else kept


def describe(programme: Programme, boxes: Mapping[str, str]) -> list[str]:
    """Return one line for each box that says something: "Tên: …"."""
    return [
        f"{box.label}: {say_box(box, boxes[box.key])}"
        for box in programme.boxes
        if boxes.get(box.key)
    ]
