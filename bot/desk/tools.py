"""What the desk's pages work with."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.bell import Bell
from bot.deliver import Deliverer
from bot.desk.pages import Pages
from bot.pictures import PictureKeeper
from bot.shell import Shell
from storage.database import Database

BELL = "desk"  # whom to ring for, when something of the register changed


@dataclass(frozen=True, slots=True)
class Tools:
    """The world as the desk's pages see it.

    files_wanted  looks for files to be made and people to be told, once a command is committed
    public_url    where people open the pages, without a slash at its end
    clock         seconds that never go back
    """

    db: Database
    shell: Shell
    deliver: Deliverer
    bell: Bell
    pages: Pages
    pictures: PictureKeeper
    files_wanted: Callable[[], None]
    public_url: str
    clock: Callable[[], float]

    @property
    def secure(self) -> bool:
        """Whether cookies only travel encrypted."""
        return self.public_url.startswith("https:")

    def today(self) -> str:
        """Return the local day, ISO text."""
        return self.shell.clock.local(self.shell.clock.now_ms()).date().isoformat()
