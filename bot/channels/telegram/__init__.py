"""Telegram as a way to people: messages out, and what belongs to a conversation there."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from bot.channels import ChannelError, Incoming, Outgoing
from bot.channels.cutting import units
from bot.channels.favours import Favours
from bot.channels.in_parts import InParts
from bot.channels.telegram.api import Api
from bot.channels.telegram.files import fetch
from bot.channels.telegram.render import MOST, NO_PREVIEW, Call, render
from bot.channels.telegram.requests import client_over, our_errors
from conversations.said import Press
from conversations.say import Say

_HOUR = 3600.0
PUBLIC = "https://api.telegram.org"


async def _no_file(_key: str) -> bytes:
    raise ChannelError("permanent", "no files here")


class Telegram:
    """One bot of Telegram: `async with Telegram(token, …) as telegram`.

    token     from @BotFather; shown nowhere
    api       where the Bot API server is
    commands  the menu by language ("" for all others): (command, description) in order
    hint      what to say in a group, given the link to the private chat
    files     gives the bytes of a SentFile by its id; raises ChannelError
    """

    code = "telegram"
    abroad = True  # also behind a Bot API server of one's own messages pass Telegram's servers
    buttons = True
    metered = False

    def __init__(
        self,
        token: str,
        *,
        api: str = PUBLIC,
        commands: Mapping[str, Sequence[tuple[str, str]]],
        hint: Callable[[str], str],
        files: Callable[[str], Awaitable[bytes]] = _no_file,
    ) -> None:
        api = api.rstrip("/")
        self.bot = token.partition(":")[0]
        self.name = ""
        self.api = Api(api, token)
        self.client = client_over(self.api, api)
        self._commands = commands
        self._hint = hint
        self._files = files
        self._favours = Favours(self.api.call)
        self._parts = InParts()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._favours.close()
        await self.api.close()

    async def prepare(self) -> None:
        """Learn the bot's name and set its menu. Raises ChannelError, TokenRefused."""
        with our_errors():
            self.name = (await self.client.get_me()).username or ""
            for language, commands in self._commands.items():
                await self.client.set_my_commands(commands, language_code=language or None)

    async def send(self, outgoing: Outgoing) -> str:
        """Send one bubble; return the id of its message, the last where it takes several.

        Sent again after a failure, it goes on with the part that failed. Raises ChannelError.
        """
        try:
            sent = await self._parts.send(outgoing, render(outgoing), self._made)
        except ChannelError as error:
            if error.retry_after:
                self._favours.hush(int(outgoing.chat), error.retry_after)
            raise
        return str(sent["message_id"])

    def messages(self, say: Say) -> int:
        """Return how many messages a bubble takes."""
        return len(render(Outgoing("", self.code, self.bot, "0", say)))

    async def _made(self, call: Call) -> Any:
        """Make a call and return its result. Raises ChannelError."""
        if call.file is None:
            return await self.api.call("sendMessage", call.params)
        data, name = await self._files(call.file.id), call.file.name
        return await self.api.upload(
            "sendDocument", call.params, name=name, field="document", data=data
        )

    async def download(self, remote: str) -> bytes:
        """Return the file of a PictureSent's `remote`, at most 20 MB.

        Raises ChannelError, "retry" or "permanent": asking again harms nobody.
        """
        return await fetch(remote, self.api, self.client)

    def typing(self, chat: str) -> None:
        """Show that an answer is being made."""
        self._favours.do("sendChatAction", {"chat_id": int(chat), "action": "typing"})

    def answered(self, press: Incoming, shown: str) -> None:
        """Show on the phone that a press was taken in; `shown` is the text of its bubble.

        A question of a dialog gets the choice written under it and loses its buttons.
        """
        self._favours.do("answerCallbackQuery", {"callback_query_id": press.external[2:]})
        question = isinstance(press.said, Press) and press.said.data.startswith("d:")
        if not question or not press.label or not shown:
            return
        bubble = {"chat_id": int(press.chat), "message_id": int(press.message)}
        text = f"{shown}\n→ {press.label}"
        if units(text) > MOST:
            self._favours.do("editMessageReplyMarkup", bubble)
        else:
            told = {"text": text, "link_preview_options": NO_PREVIEW}
            self._favours.do("editMessageText", bubble | told)

    def point_here(self, group: str) -> None:
        """Say in a group, at most once an hour, where the bot can be written to."""
        text = self._hint(f"https://t.me/{self.name}")
        self._favours.do("sendMessage", {"chat_id": int(group), "text": text})
        self._favours.hush(int(group), _HOUR)
