"""Where a person is reached."""

from typing import NamedTuple


class Chat(NamedTuple):
    """A private chat: one person's, on one channel, with one of its bots."""

    channel: str
    bot: str
    chat: str
