"""The conversations about announcements, by the name they are stored under."""

from collections.abc import Mapping

from conversations.announcing.announce import announce
from conversations.announcing.set_right import set_right
from dialog.turn import Script

ANNOUNCING: Mapping[str, Script] = {"announce": announce, "announce-right": set_right}
