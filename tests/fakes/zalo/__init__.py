"""A Zalo of our own for tests: the Bot Platform over HTTP, strict, with a switch for each doubt."""

from tests.fakes.telegram.faults import Fault

from .api import Call
from .bots import Bot
from .chats import Bubble, Chat
from .fake import FakeZalo
from .people import Group, Person
from .plan import Plan

__all__ = ["Bot", "Bubble", "Call", "Chat", "FakeZalo", "Fault", "Group", "Person", "Plan"]
