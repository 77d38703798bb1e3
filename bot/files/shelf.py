"""The one place bytes of made files are handed out from, whatever the channel."""

from bot.channels import ChannelError
from bot.files.out import MakingOut
from bot.files.rights import may_have
from bot.making import MAKERS
from bot.shell import Shell
from rules.refused import Refused
from storage import files
from storage.database import Database
from storage.files import File


class Shelf:
    """Hands files out to whom they are for, as long as they may have them."""

    def __init__(self, db: Database, shell: Shell, out: MakingOut) -> None:
        self._db = db
        self._shell = shell
        self._out = out

    async def hand_out(self, key: str, *, person: str) -> tuple[str, bytes]:
        """Return name and bytes of a person's own file.

        Refused "file-unknown" for what is not theirs, "file-gone" for what is there no more.
        """
        file = await self.there(key)
        if file is None or file.person != person:
            raise Refused("file-unknown")
        return file.name, await self._bytes_of(file)

    async def for_channel(self, key: str) -> bytes:
        """Return the bytes of a file that is on its way to its person. Raises ChannelError."""
        file = await self.there(key)
        if file is None:
            raise ChannelError("permanent", "a file that is nobody's any more")
        try:
            return await self._bytes_of(file)
        except Refused as refused:
            raise ChannelError("permanent", refused.reason) from None

    async def there(self, key: str) -> File | None:
        """Return a made file whose person still may have it."""
        async with self._db.reading() as tx:
            file = await files.find(tx, key)
            if file is None or file.way != "out" or file.kind not in MAKERS:
                return None
            allowed = await may_have(tx, file, MAKERS[file.kind].need, self._shell)
        return file if allowed else None

    async def _bytes_of(self, file: File) -> bytes:
        """Return the bytes; those that are lost are made anew where that changes nothing."""
        if file.state != "kept" or file.expires_at <= self._shell.clock.now_ms():
            raise Refused("file-gone")
        try:
            return await self._shell.files.read(file.hash)
        except Refused:
            if not MAKERS[file.kind].anew:
                await self._out.lose(file)
                raise
        data = await self._out.made(file)
        name = await self._shell.files.keep(data, of=file.id)
        async with self._db.writing() as tx:
            await files.made_anew(tx, file.id, hash=name, size=len(data))
        return data
