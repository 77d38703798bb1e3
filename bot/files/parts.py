"""What files need, put together."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.fetch import Files
from bot.files.door import TableDoor
from bot.files.incoming import ReadingIn
from bot.files.out import MakingOut
from bot.files.shelf import Shelf
from bot.files.telling import Teller
from bot.files.worker import FileWorker
from bot.shell import Shell
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Filing:
    """The worker of files, where made ones are handed out, and where tables come in."""

    worker: FileWorker
    shelf: Shelf
    door: TableDoor


def filing(db: Database, shell: Shell, teller: Teller, *, channels: Mapping[str, Files]) -> Filing:
    """Return the parts; `channels` are those that tables can be fetched from."""
    out = MakingOut(db, shell, teller)
    reading = ReadingIn(db, shell, teller, channels)
    worker = FileWorker(db, shell.files, shell.clock, {"in": reading, "out": out})
    return Filing(worker, Shelf(db, shell, out), TableDoor(db, shell))
