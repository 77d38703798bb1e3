"""Making a file somebody wants, and handing it over in the chat it was asked for in."""

from bot.as_of_now import as_of_now
from bot.carry_out.order import answers
from bot.files.rights import may_have
from bot.files.telling import Teller
from bot.making import MAKERS
from bot.making.making import Making
from bot.shell import Shell
from conversations.handing_over import file_lost, file_made, file_not_made
from conversations.say import Say, SentFile
from rules.refused import Refused
from rules.requests import HumanFor
from storage import files, people
from storage.database import Database, Transaction
from storage.files import File


class MakingOut:
    """Makes files; a made one is on the disk before anybody is told of it."""

    tries = 5

    def __init__(self, db: Database, shell: Shell, teller: Teller) -> None:
        self._db = db
        self._shell = shell
        self._teller = teller

    async def do(self, file: File) -> None:
        """Make a file, keep its bytes, and put it into its person's chat, all or nothing of it."""
        data = await self.made(file)
        name = await self._shell.files.keep(data, of=file.id)
        async with self._db.writing() as tx:
            if await files.kept(tx, file.id, hash=name, size=len(data)):
                sent = SentFile(file.id, file.name, file.expires_at)
                _ = self._shell.language(await people.language_of(tx, file.person))
                await self._tell(tx, file, file_made(sent, file.kind, _))
        self._teller.send(file.person)

    async def made(self, file: File) -> bytes:
        """Return the bytes of a file; Refused "file-not-yours" if its person may not have it."""
        maker = MAKERS[file.kind]
        async with self._db.reading() as tx:
            if not await may_have(tx, file, maker.need, self._shell):
                raise Refused("file-not-yours")
            shell = await as_of_now(tx, self._shell)
        return await maker.make(Making(self._db, shell, file.person, file.about))

    async def refuse(self, file: File, reason: str) -> None:
        """Note that a file will not be made, and tell its person whom to call."""
        async with self._db.writing() as tx:
            if await files.refuse(tx, file.id, reason=reason):
                _ = self._shell.language(await people.language_of(tx, file.person))
                (human,) = await answers(tx, [(file.person, HumanFor())], self._shell)
                await self._tell(tx, file, file_not_made(file.name, human, _))
        self._teller.send(file.person)

    async def lose(self, file: File) -> None:
        """Note that a file is there no more, and tell its person to ask for it again."""
        async with self._db.writing() as tx:
            if await files.drop(tx, file.id, person=file.person):
                _ = self._shell.language(await people.language_of(tx, file.person))
                await self._tell(tx, file, file_lost(file.name, _))
        self._teller.send(file.person)

    async def _tell(self, tx: Transaction, file: File, say: Say) -> None:
        await self._teller.tell(tx, say, person=file.person, chat=file.chat)
