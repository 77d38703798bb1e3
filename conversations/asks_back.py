"""A question where a name, a place or the content is asked for is no answer to it."""

import re

from conversations.situation import Open, Situation, form_of
from dialog.turn import Waiting
from rules.fold import words

_ASKING = re.compile(
    r"^(?:(?:toi|em|minh|bac|cho) )*(?:khong (?:biet|hieu|ro)|xin hoi|muon hoi) "
    r"|^(?:(?:toi|em|minh|bac|cho) )+hoi "
    r"|\b(?:ghi gi|ghi the nao|ghi sao|la sao|la gi|la the nao|nghia the nao)$"
)
BRIEF = 40  # characters; the content of a model is longer


def asks_back(s: Situation, dialog: Open, waiting: Waiting, text: str) -> bool:
    """Return whether somebody registering asks instead of saying what is asked for."""
    if dialog.script != "register" or waiting.question.kind not in {"text", "place"}:
        return False
    boxes = form_of(s.forms, dialog.programme).programme.boxes
    asked = next((box.type for box in boxes if box.key == waiting.question.key), "")
    named = asked in {"name", "place"} or (asked == "content" and len(text) <= BRIEF)
    return named and bool(_ASKING.search(" ".join(words(text))))
