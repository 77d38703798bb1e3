"""Who may say something to the chat: our own page, and nobody faster than people are."""

from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

from aiohttp import web

MARK = "X-Kheo"  # a header that pages of others cannot send without asking us first
MOST, SPAN = 30, 10.0
CHATS = 10_000


def check_origin(request: web.Request, public_url: str) -> None:
    """Raise HTTPForbidden for what another page sends in our person's name."""
    origin = request.headers.get("Origin")
    ours = {request.host, urlsplit(public_url).netloc} - {""}
    foreign = origin is not None and urlsplit(origin).netloc not in ours
    if request.headers.get(MARK) != "1" or foreign:
        raise web.HTTPForbidden(text="not our page")


class Flood:
    """At most MOST messages a chat within SPAN seconds; the clock's seconds never go back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._said: dict[str, deque[float]] = {}

    def wait(self, chat: str) -> float:
        """Count a message; return 0, or how many seconds are to be waited before another."""
        now = self._clock()
        said = self._said.pop(chat, None) or deque(maxlen=MOST)
        self._said[chat] = said
        if len(self._said) > CHATS:
            del self._said[next(iter(self._said))]  # who has been silent longest
        if len(said) == MOST and now - said[0] < SPAN:
            return SPAN - (now - said[0])
        said.append(now)
        return 0.0
