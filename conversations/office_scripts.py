"""The conversations between an entry's people and the office, by the name they are stored under."""

from collections.abc import Mapping

from conversations.ask_supplement import ask_supplement
from conversations.mend import mend
from conversations.refuse_correction import refuse_correction
from conversations.supplement import supplement
from dialog.turn import Script

OFFICE: Mapping[str, Script] = {
    "ask-supplement": ask_supplement,
    "mend": mend,
    "refuse-correction": refuse_correction,
    "supplement": supplement,
}
