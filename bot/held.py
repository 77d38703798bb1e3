"""Chats the channel told us to wait with: nothing goes there before, whatever it is."""

from storage.chats import Chat


class Held:
    """Until when (UTC milliseconds) each of them waits."""

    def __init__(self) -> None:
        self._until: dict[Chat, int] = {}

    def hold(self, chat: Chat, *, until: int, now: int) -> None:
        """Let a chat wait; those whose wait is over are forgotten."""
        waiting = {held: end for held, end in self._until.items() if end > now}
        self._until = {**waiting, chat: max(until, waiting.get(chat, 0))}

    def until(self, chat: Chat, *, now: int) -> int:
        """Return until when a chat waits, 0 where it does not."""
        end = self._until.get(chat, 0)
        return end if end > now else 0
