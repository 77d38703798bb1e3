"""What a person sees of the chat with the bot, and waiting for it."""

import re

from .bubbles import Bubble, Button
from .chats import Chat
from .watch import Watch

_WITHIN = 30.0  # never reached where nothing is wrong, however busy the machine is


class Screen:
    """A chat as it is shown on a phone."""

    def __init__(self, chat: Chat, watch: Watch) -> None:
        self.chat = chat
        self._watch = watch

    @property
    def unread(self) -> list[Bubble]:
        """Bubbles of the bot that `reads` has not returned yet."""
        return self.chat.bubbles_after(self.chat.read)

    @property
    def keyboard(self) -> list[list[Button]]:
        """The buttons under the chat."""
        return self.chat.keyboard

    async def reads(self, count: int = 1, *, within: float = _WITHIN) -> list[Bubble]:
        """Return the next `count` bubbles, waiting up to `within` s for them.

        An edited bubble is no new one. Raises AssertionError if they stay out.
        """
        bubbles = await self._watch.until(
            lambda: found if len(found := self.unread[:count]) == count else None,
            within=within,
            missing=lambda: f"{count} bubbles expected, unread: {[b.text for b in self.unread]}",
        )
        self.chat.read += count
        return bubbles

    async def sees(self, pattern: str, *, within: float = _WITHIN) -> Bubble:
        """Return the newest bubble whose text has the regular expression, waiting for it.

        Bubbles read before and edited ones count. Raises AssertionError if there is none.
        """
        return await self._watch.until(
            lambda: next(
                (b for b in self.chat.newest_bubbles() if re.search(pattern, b.text)), None
            ),
            within=within,
            missing=lambda: f"{pattern!r} is not in {[b.text for b in self.chat.bubbles]}",
        )

    def finds(self, label: str, bubble: Bubble | None = None) -> tuple[Button, Bubble | None]:
        """Return the button with a label and the bubble it is on, None for the reply keyboard.

        Looks on the bubble given, else on the newest inline buttons first and on the reply keyboard
        last; what is exactly no button's label is taken as a regular expression.
        """
        shown = [bubble] if bubble else [one for one in self.chat.bubbles if one.inline]
        seen: list[tuple[Button, Bubble | None]] = [
            (button, one) for one in reversed(shown) for row in one.buttons for button in row
        ]
        if not bubble:
            seen += [(button, None) for row in self.keyboard for button in row]
        exactly = [found for found in seen if found[0].label == label]
        found = exactly or [found for found in seen if re.search(label, found[0].label)]
        if not found:
            raise LookupError(f"no button {label!r} among {[button.label for button, _ in seen]}")
        return found[0]
