"""Talking with the assistant as a person does: say, press, read; all through the database."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.channels import FileSent, Incoming, PictureSent
from bot.turns import handle
from conversations.said import Contact, File, Photo, Place, Press, Said, Start, Text, Unreadable
from conversations.say import Option, Say
from storage.outbox import COLUMNS, read
from tests.hamlet import Hamlet


@dataclass(slots=True)
class Talk:
    """One chat. `bubbles` are what the assistant said so far, newest last."""

    world: Hamlet
    channel: str = "web"
    chat: str = "chat-1"
    bubbles: list[Say] = field(default_factory=list)
    bot: str = "kheo_bot"
    _last: str = ""

    async def says(self, words: str, *, edits: str = "") -> list[Say]:
        """Say words; return what the assistant answers."""
        message = edits or f"m{next(self.world.counter)}"
        return await self.does(Text(words, message, edited=bool(edits)))

    async def presses(self, label: str) -> list[Say]:
        """Press the newest button with this label."""
        option = self.option(label)
        return await self.does(Press(option.data), label=option.label)

    async def opens(self, code: str = "") -> list[Say]:
        """Open the chat, perhaps with a code."""
        return await self.does(Start(code))

    async def sends_photo(self) -> list[Say]:
        """Send a photo that is on our disk already."""
        picture = PictureSent(hash=f"{next(self.world.counter):064x}", kind="image/jpeg", size=1000)
        return await self.does(Photo(""), picture=picture)

    async def sends_table(self, name: str, data: bytes) -> list[Say]:
        """Send a table that is on our disk already."""
        kept = await self.world.shell.files.keep(data, of=f"raw-{next(self.world.counter)}")
        size = len(data)
        return await self.does(File("", name, size), file=FileSent(hash=kept, size=size))

    async def sends_remote_table(self, name: str, remote: str) -> list[Say]:
        """Send a table that is at its channel still."""
        return await self.does(File("", name), file=FileSent(remote=remote))

    async def shares_place(self) -> list[Say]:
        """Share a position."""
        return await self.does(Place(10.0301, 105.7469))

    async def shares_contact(self, phone: str) -> list[Say]:
        """Share the own phone number."""
        return await self.does(Contact(phone))

    async def sends(self, what: str) -> list[Say]:
        """Send something that cannot be read: "voice", "sticker", "file"."""
        return await self.does(Unreadable(what))

    async def does(
        self,
        said: Said,
        *,
        label: str = "",
        picture: PictureSent | None = None,
        file: FileSent | None = None,
        external: str = "",
        at: int = 0,
    ) -> list[Say]:
        """Do one thing, now or at a moment before; return what the assistant answers."""
        incoming = Incoming(
            self.channel,
            "" if self.channel == "web" else self.bot,
            self.chat,
            external or f"x{next(self.world.counter)}",
            said,
            at or self.world.clock.now_ms(),
            label=label,
            picture=picture,
            file=file,
        )
        async with self.world.db.writing() as tx:
            await handle(tx, [incoming], self.world.shell)
        self.world.clock.ms += 1000
        return await self.reads()

    async def reads(self) -> list[Say]:
        """Return what the assistant said since the last time."""
        async with self.world.db.reading() as tx:
            rows = await tx.rows(
                f"""SELECT {COLUMNS} FROM outbox WHERE channel = :channel AND chat = :chat
                    AND side = 'ours' AND id > :last ORDER BY id""",  # noqa: S608 - our own columns
                {"channel": self.channel, "chat": self.chat, "last": self._last},
            )
        new = [read(row) for row in rows]
        self._last = new[-1].id if new else self._last
        says = [Say.from_json(dict(row.say)) for row in new]
        self.bubbles += says
        return says

    def option(self, label: str) -> Option:
        """Return the newest button with this label, or that begins so."""
        for say in reversed(self.bubbles):
            for option in (o for row in say.rows for o in row):
                if option.label == label or option.label.startswith(label):
                    return option
        raise AssertionError(f"no button {label!r} in {self.bubbles[-1] if self.bubbles else None}")
