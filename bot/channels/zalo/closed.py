"""Chats that people have closed: Zalo tells of none, it refuses whatever is said there."""

_OF_ALL = 3


class Closed:
    """Tells a chat that takes nothing from a bubble that is not taken."""

    def __init__(self) -> None:
        self._refused: dict[str, str] = {}  # by chat the first bubble since one arrived
        self._since: set[str] = set()

    def went_well(self, chat: str) -> None:
        """Know that a chat took something."""
        self._refused.pop(chat, None)
        self._since.clear()

    def refuses(self, chat: str, bubble: str) -> bool:
        """Return whether a chat that refused a bubble for good refused another one before it.

        Where several chats refuse and nobody takes anything, it is not their doing.
        """
        self._since.add(chat)
        return self._refused.setdefault(chat, bubble) != bubble and len(self._since) < _OF_ALL
