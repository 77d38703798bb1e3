"""Tables from the web page: on the disk before the message is taken, only from the office."""

import secrets

from bot.shell import Shell
from rules.roles import holds
from storage import memberships
from storage.addresses import person_at
from storage.chats import Chat
from storage.database import Database


class TableDoor:
    """Keeps the bytes of tables until they are read; what nobody wants is swept away later."""

    def __init__(self, db: Database, shell: Shell) -> None:
        self._db = db
        self._shell = shell

    async def keep(self, data: bytes, chat: Chat) -> str:
        """Return the hash of what is kept, "" if whoever is at the chat may send no tables."""
        async with self._db.reading() as tx:
            person = await person_at(tx, chat)
            today = self._shell.clock.local(self._shell.clock.now_ms()).date().isoformat()
            places = await memberships.of_people(tx, [person], today=today)
        hats = places.get(person, ())
        if not any(hat.confirmed and holds(hat.role, "office") for hat in hats):
            return ""
        return await self._shell.files.keep(data, of=secrets.token_hex(16))
