"""What was done with an entry, by whom and when, and which words changed."""

from collections.abc import Sequence
from typing import Any

from conversations.boxes import say_box
from conversations.desk.wording import changed_words
from conversations.moments import say_moment
from dialog.turn import Translate
from rules.entry_requests import EntryAct, Moment
from rules.programme import Programme


def entry_past(
    moments: Sequence[Moment], programme: Programme, _: Translate
) -> list[dict[str, Any]]:
    """Return a row for each thing done, the newest first."""
    return [_row(moment, programme, _) for moment in reversed(moments)]


def _row(moment: Moment, programme: Programme, _: Translate) -> dict[str, Any]:
    boxes = {box.key: box for box in programme.boxes}
    return {
        "what": say_act(moment.act, _),
        "who": _("comrade {name}").format(name=moment.by) if moment.by else "",
        "when": say_moment(moment.at, _),
        "words": moment.words,
        "changes": [
            {
                "label": boxes[key].label,
                "parts": changed_words(say_box(boxes[key], old), say_box(boxes[key], new)),
            }
            for key, old, new in moment.boxes
            if key in boxes
        ],
    }


def say_act(act: EntryAct, _: Translate) -> str:
    """Return what was done, in the words of the field."""
    words: dict[EntryAct, str] = {
        "register": _("Sent"),
        "type-in": _("Typed in from paper"),
        "correct": _("Changed by its author"),
        "confirm": _("Confirmed by the unit"),
        "withdraw": _("Taken back"),
        "accept": _("Taken in by the office"),
        "return": _("Supplement asked for"),
        "mend": _("Spelling corrected by the office"),
        "ask-correction": _("Correction asked for"),
        "grant": _("Correction granted"),
        "refuse-correction": _("Correction not granted"),
    }
    return words[act]
