"""A plan used up, one person too many, too many at once: Zalo refuses all in the same words."""

_STRANGERS = 3
_FIRST_MS, _MOST_MS = 15 * 60_000, 24 * 3_600_000
_LONGER = 4


class OneTooMany:
    """Tells how long a bot is to rest that was refused to write to somebody."""

    def __init__(self) -> None:
        self._reached: set[str] = set()
        self._refused: set[str] = set()
        self._pause = 0
        self._began = 0

    def went_well(self, chat: str) -> None:
        """Know that a chat was written to."""
        self._reached.add(chat)
        self._refused.clear()
        self._pause = 0

    def rest(self, chat: str, *, now: int) -> float:
        """Return for how many seconds, after a chat was refused; 0.0 where it is about that one.

        It is about all where the chat had been reached before, or where several are refused in a
        row. As that may have been for speaking too fast, the first rest is short. `now` is UTC
        milliseconds.
        """
        self._refused.add(chat)
        if chat not in self._reached and len(self._refused) < _STRANGERS:
            return 0.0
        if not self._began <= now < self._began + self._pause:
            self._pause = min(self._pause * _LONGER, _MOST_MS) or _FIRST_MS
            self._began = now
        return (self._began + self._pause - now) / 1000
