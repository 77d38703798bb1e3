from storage.addresses import person_at
from storage.chats import Chat
from storage.database import Database
from tests.storage.village import PAO, chat


async def test_whose_a_chat_is_can_be_read_beside_writers(village: Database) -> None:
    async with village.reading() as tx:
        assert await person_at(tx, chat(PAO)) == PAO


async def test_a_chat_nobody_has_written_from_is_nobodys(village: Database) -> None:
    async with village.reading() as tx:
        assert await person_at(tx, Chat("web", "", "chat-pao")) == ""
