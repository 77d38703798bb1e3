"""The files of the hamlet: wanted, worked off round by round, and handed out."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.bell import Bell
from bot.carry_out.wanting import want_file
from bot.deliver import Deliverer
from bot.files.keeper import FileKeeper
from bot.files.parts import Filing, filing
from bot.files.telling import Teller
from conversations.say import Say
from rules.file_commands import MakeTemplate
from storage.chats import Chat
from storage.database import Database
from tests.bot.ordering import HANH, order
from tests.bot.scene import found_says
from tests.hamlet import Hamlet


@dataclass(slots=True)
class Desk:
    """Files of the office's people, and the parts that deal with them."""

    world: Hamlet
    folder: Path
    parts: Filing

    async def want(self, kind: str = "template", *, chat: Chat = HANH, **about: Any) -> None:
        """Let whoever is at a chat want a file."""
        async with self.world.db.writing() as tx:
            given = await order(tx, self.world, chat, MakeTemplate("units"))
            await want_file(tx, given, kind=kind, name="Mẫu.xlsx", about=about or {"of": "units"})

    async def work(self) -> None:
        """Work off what is due."""
        while await self.parts.worker._work_off() == 0.0:
            pass

    async def says(self, chat: Chat = HANH) -> list[Say]:
        """Return what a chat was told."""
        return await found_says(self.world.db, chat)

    async def states(self) -> list[str]:
        """Return the state of each file."""
        async with self.world.db.reading() as tx:
            return [state for (state,) in await tx.rows("SELECT state FROM files ORDER BY id")]

    def on_disk(self) -> list[Path]:
        """Return the files that lie in the folder."""
        return [path for path in self.folder.rglob("*") if path.is_file()]


def desk(world: Hamlet, folder: Path, db: Database | None = None) -> Desk:
    """Return a desk over a folder, as a process has it that has just been started."""
    over = db or world.db
    world.shell = replace(world.shell, files=FileKeeper(folder))
    deliver = Deliverer(over, {}, world.clock, lease=world.shell.lease)
    teller = Teller(world.shell, deliver, Bell())
    return Desk(world, folder / "files", filing(over, world.shell, teller, channels={}))
