"""A bot as the platform knows it."""

from dataclasses import dataclass, field

from .chats import Chat
from .feed import Feed
from .plan import Meter
from .webhook import Webhook


@dataclass(slots=True, kw_only=True, eq=False)
class Bot:
    """One bot: its token, its plan, its chats by id."""

    id: str
    name: str
    account: str
    token: str
    meter: Meter
    feed: Feed
    webhook: Webhook
    chats: dict[str, Chat] = field(default_factory=dict)
    tests: int = 0

    @property
    def link(self) -> str:
        """Where a person opens the chat with it."""
        return f"https://zalo.me/{self.id}"

    @property
    def dropped(self) -> list[str]:
        """The messages that were said to it and never told."""
        return self.feed.dropped
