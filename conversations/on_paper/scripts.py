"""The conversations about papers, by the name a draft is stored under."""

from collections.abc import Mapping

from conversations.on_paper.hand_form import hand_form
from conversations.on_paper.receive import receive
from conversations.on_paper.type_in import type_in
from dialog.turn import Script

ON_PAPER: Mapping[str, Script] = {
    "hand-form": hand_form,
    "type-in": type_in,
    "paper-in": receive,
}
