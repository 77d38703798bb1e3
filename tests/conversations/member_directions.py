"""Sentences of a transcript's header about the people of units, and how each comes to be so."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from storage import memberships, people
from storage.chats import Chat
from storage.contacts import Contact, add_contacts
from storage.memberships import Joining
from tests.bot.scene import reach
from tests.hamlet import LONG_AGO

if TYPE_CHECKING:
    from tests.conversations.stage import Stage


async def _deputy(stage: "Stage", who: str, name: str) -> None:
    """Let somebody be the deputy secretary of the branch, an officer of it too."""
    talk, key = stage.talk(who), f"p-{len(stage.talks)}"
    async with stage.world.db.writing() as tx:
        await add_contacts(tx, [Contact(key, name, "+84912000005", 1)])
        place = Joining(f"m-{key}", key, "suoi-da", LONG_AGO, "Phó bí thư", "officer", True)
        await memberships.join(tx, [place])
    await reach(stage.world, key, Chat(talk.channel, _bot(talk.channel), talk.chat))


async def _administrator(stage: "Stage", who: str) -> None:
    """Let the staff member of the office be the only administrator."""
    async with stage.world.db.writing() as tx:
        await tx.run("UPDATE memberships SET role = 'admin' WHERE person = 'hanh'")
    talk = stage.talk(who)
    await reach(stage.world, "hanh", Chat(talk.channel, _bot(talk.channel), talk.chat))


async def _unreached(stage: "Stage", name: str, phone: str) -> None:
    """Let a member of the branch be known who never came."""
    async with stage.world.db.writing() as tx:
        await add_contacts(tx, [Contact("chu", name, f"+84{phone[1:].replace(' ', '')}", 1)])
        await memberships.join(tx, [Joining("m-chu", "chu", "suoi-da", LONG_AGO, confirmed=True)])
        await people.name_person(tx, "chu", name=name)


async def _another_of_the_office(stage: "Stage", who: str, name: str) -> None:
    """Let somebody work at the office, too."""
    talk, key = stage.talk(who), f"p-{len(stage.talks)}"
    async with stage.world.db.writing() as tx:
        await add_contacts(tx, [Contact(key, name, "+84912000006", 1)])
        place = Joining(f"m-{key}", key, "khoi", LONG_AGO, "Chuyên viên", "office", True)
        await memberships.join(tx, [place])
    await reach(stage.world, key, Chat(talk.channel, _bot(talk.channel), talk.chat))


def _bot(channel: str) -> str:
    return "" if channel == "web" else "kheo_bot"


MEMBERSHIP: Mapping[str, Callable[..., Awaitable[Any]]] = {
    r"(\S+) là (.+), phó bí thư Chi bộ bản Suối Đá": _deputy,
    r"(\S+) là người quản trị duy nhất": _administrator,
    r"(\S+) là (.+), cũng của Ban": _another_of_the_office,
    r"chi bộ có đồng chí (.+), điện thoại (.+), chưa vào trợ lý": _unreached,
}
