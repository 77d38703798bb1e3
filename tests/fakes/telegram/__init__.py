"""A Telegram of our own for tests: the Bot API over HTTP, strict, with faults on demand."""

from .api import Call
from .bubbles import Bubble, Button
from .fake import FakeTelegram
from .faults import Fault
from .people import Group, Person, Sent

__all__ = ["Bubble", "Button", "Call", "FakeTelegram", "Fault", "Group", "Person", "Sent"]
