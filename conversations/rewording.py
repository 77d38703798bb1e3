"""An entry's words read back as they are, and changed part by part."""

from conversations.add_content import add_content
from conversations.boxes import ask_box, describe, given_by
from conversations.review import ask_review
from dialog.ask import Ask
from dialog.turn import Translate
from rules.entry import Entry
from rules.programme import Programme


def reword(
    ask: Ask, _: Translate, entry: Entry, programme: Programme, *, lead: str, send: str
) -> dict[str, str]:
    """Return the entry's words by box as they shall be, once they are to be sent."""
    given = given_by(programme, entry)
    boxes: dict[str, str] = {}
    for box in programme.boxes:
        boxes[box.key] = ask_box(ask, _, box, given=given[box.key], place=entry.unit.place)
        if box.type == "content":
            add_content(ask, _, box.key)
    lines = [lead, "", *describe(programme, boxes)]
    ask_review(ask, _, programme=programme, boxes=boxes, lines=lines, send=send)
    return boxes
