"""Filling in the form, box by box; a name the unit knows may make it another thing than it was."""

from collections.abc import Callable
from typing import TypeAlias

from conversations.add_content import add_content
from conversations.boxes import ask_box, given_by
from conversations.kinds import Chosen
from conversations.launched import given_by_launched
from conversations.redirect import PutAside, Redirect
from conversations.situation import Form
from dialog.ask import Ask
from dialog.turn import Translate
from rules.entry import Entry
from rules.fold import fold
from rules.paper_commands import ReceivePaper
from rules.programme import Programme

Ended: TypeAlias = Redirect | PutAside | ReceivePaper
# Of the key of the box and the name in it: the old entry it goes on with, where the script ends
# instead, or None for another model.
Twin: TypeAlias = Callable[[str, str], Entry | Ended | None]


def fill_in(
    ask: Ask, _: Translate, form: Form, *, place: str, chosen: Chosen, twin: Twin
) -> tuple[Chosen, dict[str, str]] | Ended:
    """Ask for every box; return them with what is registered now, or where the script ends."""
    boxes: dict[str, str] = {}
    for box in form.programme.boxes:
        given = _given(form.programme, chosen).get(box.key, "")
        exemplar = chosen.kind.entry == "exemplar"
        boxes[box.key] = ask_box(ask, _, box, given=given, place=place, exemplar=exemplar)
        if box.type == "name" and not (chosen.source or chosen.launched):
            old = twin(box.key, boxes[box.key])
            if old is not None and not isinstance(old, Entry):
                return old
            if old and fold(old.name) == fold(boxes[box.key]):
                boxes[box.key] = old.name  # the same words, with the marks it is known by
            chosen = chosen.continuing(old, form.programme)
        if box.type == "content":
            add_content(ask, _, box.key)
    return chosen, boxes


def _given(programme: Programme, chosen: Chosen) -> dict[str, str]:
    """Return what is known before it is asked: of last year's entry, of what is launched above."""
    if chosen.launched:
        return given_by_launched(programme, chosen.launched)
    return given_by(programme, chosen.source) if chosen.source else {}
