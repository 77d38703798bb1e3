"""A bubble that takes several calls, and was interrupted between them."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from bot.channels import ChannelError, Outgoing

MOST = 1_000  # bubbles remembered: those given up in the middle are tried nowhere any more
C = TypeVar("C")
R = TypeVar("R")


class InParts:
    """Makes the calls of bubbles; a bubble sent again goes on with the call that failed.

    Of bubbles that failed in the middle the last MOST are remembered; older ones begin anew.
    """

    def __init__(self) -> None:
        self._next: dict[tuple[str, str, str], int] = {}

    async def send(
        self, outgoing: Outgoing, calls: Sequence[C], make: Callable[[C], Awaitable[R]]
    ) -> R:
        """Make the calls in order and return the result of the last. Raises ChannelError."""
        bubble = (outgoing.id, outgoing.bot, outgoing.chat)
        first = self._next.pop(bubble, 0)
        for number, call in enumerate(calls[first:], first):
            try:
                sent = await make(call)
            except ChannelError as error:
                error.parts = number
                if number and error.kind in {"retry", "ambiguous", "elsewhere"}:
                    self._remember(bubble, number)
                raise
        return sent

    def _remember(self, bubble: tuple[str, str, str], number: int) -> None:
        self._next[bubble] = number
        if len(self._next) > MOST:
            del self._next[next(iter(self._next))]
