"""The conversations there are, by the name a draft is stored under."""

from collections.abc import Mapping

from conversations.consent import consent
from conversations.correct import correct
from conversations.introduce import introduce
from conversations.photos import photos
from conversations.register import register
from conversations.withdraw import withdraw
from dialog.turn import Script

SCRIPTS: Mapping[str, Script] = {
    "consent": consent,
    "introduce": introduce,
    "register": register,
    "photos": photos,
    "correct": correct,
    "withdraw": withdraw,
}
