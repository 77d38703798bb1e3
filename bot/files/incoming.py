"""Reading a table somebody sent, in a child process, and saying what was found or why not."""

import asyncio
from collections.abc import Mapping

from bot.channels import ChannelError
from bot.fetch import Files
from bot.files.tables import packed
from bot.files.telling import Teller
from bot.shell import Shell
from bot.tables import read_table
from conversations.tables import table_read, table_refused
from rules.legacy_text import convert
from rules.refused import Refused
from rules.secrecy import looks_secret
from rules.table import MOST_BYTES, Table
from storage import files, people
from storage.database import Database
from storage.files import File


class ReadingIn:
    """Reads tables; of a table that is refused nothing is kept."""

    tries = 24  # within about a day; Telegram keeps files longer

    def __init__(
        self, db: Database, shell: Shell, teller: Teller, channels: Mapping[str, Files]
    ) -> None:
        self._db = db
        self._shell = shell
        self._teller = teller
        self._channels = channels

    async def do(self, file: File) -> None:
        """Read a table, keep what it says instead of its bytes, and ask what it is."""
        table = await read_table(await self._bytes(file), name=file.name)
        if await asyncio.to_thread(_secret, table):
            raise Refused("table-secret")
        kept = packed(table)
        name = await self._shell.files.keep(kept, of=file.id)
        async with self._db.writing() as tx:
            if await files.kept(tx, file.id, hash=name, size=len(kept)):
                _ = self._shell.language(await people.language_of(tx, file.person))
                say = table_read(file.id, file.name, rows_read=len(table.rows), _=_)
                await self._teller.tell(tx, say, person=file.person, chat=file.chat)
        await self._shell.files.remove(file.hash)
        self._teller.send(file.person)

    async def refuse(self, file: File, reason: str) -> None:
        """Say why a table cannot be read; its bytes are deleted."""
        async with self._db.writing() as tx:
            if await files.refuse(tx, file.id, reason=reason):
                _ = self._shell.language(await people.language_of(tx, file.person))
                say = table_refused(file.name, reason, _)
                await self._teller.tell(tx, say, person=file.person, chat=file.chat)
        await self._shell.files.remove(file.hash)
        self._teller.send(file.person)

    async def _bytes(self, file: File) -> bytes:
        if not file.remote:
            return await self._shell.files.read(file.hash)
        channel = self._channels.get(file.chat.channel)
        if channel is None:
            raise ChannelError("retry", "no such channel now")
        data = await channel.download(file.remote)
        if len(data) > MOST_BYTES:
            raise Refused("table-too-large")
        return data


def _secret(table: Table) -> bool:
    cells = {cell for row in table.rows for cell in row}
    return any(looks_secret(convert(cell, table.encoding)) for cell in cells)
