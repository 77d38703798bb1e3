"""What every channel has in common: what it brings in, how it sends, how sending fails."""

from dataclasses import dataclass
from typing import Literal, Protocol

from conversations.said import Said
from conversations.say import Say


@dataclass(frozen=True, slots=True)
class PictureSent:
    """A picture that came in: still at the channel (`remote`), or on our disk already (`hash`)."""

    remote: str = ""
    hash: str = ""
    kind: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class FileSent:
    """A table that came in: still at the channel (`remote`), or on our disk already (`hash`)."""

    remote: str = ""
    hash: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing a person said by one channel.

    external  the channel's id of it; the same id at the same chat is the same thing
    at        when it was said, UTC milliseconds
    message   the channel's id of the bubble whose buttons were pressed, or ""
    label     the label of the button pressed, as far as the channel knows it
    picture   with a said Photo: where it is; the Photo's ref stays "", the receiver gives it
    file      with a said File: the same
    """

    channel: str
    bot: str
    chat: str
    external: str
    said: Said
    at: int
    language: str = ""
    message: str = ""
    label: str = ""
    picture: PictureSent | None = None
    file: FileSent | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One bubble on its way to a chat; `person` is whom it is for."""

    id: str
    channel: str
    bot: str
    chat: str
    say: Say
    person: str = ""


class ChannelError(Exception):
    """The world did not let a message through.

    kind         "retry": certainly not delivered, try again (after `retry_after` seconds if given);
                 "permanent": never will be; "blocked": the person does not want us;
                 "elsewhere": not by this bot now, whose plan is used up or whose token is refused;
                 "ambiguous": nobody knows
    retry_after  seconds, obeyed exactly
    moved_to     the chat's new id, if it has moved
    spent        whether the bot has used up what it may say this month
    parts        how many messages of the bubble had gone by then
    """

    def __init__(
        self,
        kind: Literal["retry", "permanent", "blocked", "elsewhere", "ambiguous"],
        detail: str,
        *,
        retry_after: float = 0.0,
        moved_to: str = "",
        spent: bool = False,
    ) -> None:
        super().__init__(f"{kind}: {detail}")
        self.kind = kind
        self.detail = detail
        self.retry_after = retry_after
        self.moved_to = moved_to
        self.spent = spent
        self.parts = 0


class TokenRefused(ChannelError):  # noqa: N818 - named like rules.refused.Refused
    """The channel does not know a bot's token: nothing can be done before it is put right."""


class Channel(Protocol):
    """A way to people. Channels translate, they do not decide.

    buttons  whether answers can be pressed; else they are numbered, and numbers come back as texts
    metered  whether a bot may say only so much a month
    """

    code: str
    abroad: bool
    buttons: bool
    metered: bool

    def messages(self, say: Say) -> int:
        """Return how many messages of the channel a bubble takes."""
        ...

    async def send(self, outgoing: Outgoing) -> str:
        """Send one bubble; return the channel's id of it. Raises ChannelError."""
        ...


class Receiver(Protocol):
    """Takes what people say all the way in."""

    async def take(self, incoming: Incoming) -> None:
        """Return when all that follows from it is committed; only then may it be acknowledged.

        Raises storage.database.Unavailable when the database is away: nothing was taken in.
        """
        ...
