"""Bubbles remember whom they name and what their reader was: the page and an erasure heed it."""

from rules.member_commands import ReplaceMember
from rules.rights import CorrectMyData, EraseMe
from storage import outbox
from storage.chats import Chat
from tests.bot.ordering import BINH, HANH, LUA, give
from tests.hamlet import Hamlet
from tests.talk import Talk

TODAY = "2027-03-16"
MODEL = "Tên: Nuôi lươn\nĐịa chỉ: ấp 3\nLĩnh vực: kinh tế\nNội dung: Mười hộ nuôi."


async def history(world: Hamlet, chat: Chat) -> list[tuple[str, str]]:
    """Return side and text of the bubbles the page of a chat can still load."""
    async with world.db.reading() as tx:
        (person,) = await tx.rows("SELECT person FROM addresses WHERE chat = :c", {"c": chat.chat})
        found = await outbox.bubbles(tx, person[0], after="", limit=200, today=TODAY)
    return [(bubble.side, str(bubble.say["text"])) for bubble in found]


async def sends_a_model(world: Hamlet) -> None:
    """Let Bình send a model, of which Lúa is told."""
    talk = Talk(world, chat=BINH.chat)
    await talk.says(MODEL)
    await talk.presses("Gửi")


async def test_who_was_replaced_loads_nothing_of_the_unit_any_more(here: Hamlet) -> None:
    await sends_a_model(here)
    await Talk(here, chat=LUA.chat).says("thành viên")
    assert "Nguyễn Văn Bình" in str(await history(here, LUA))
    command = ReplaceMember("m-lua", "w-binh", "", "", "Chủ tịch", TODAY)
    talk = Talk(here, chat=HANH.chat)
    await talk.says("thành viên")
    await give(here, HANH, command)
    await Talk(here, chat=LUA.chat).says("thành viên")

    after = await history(here, LUA)
    assert "Bình" not in str(after)
    assert [text for side, text in after if side == "theirs"] == ["thành viên"] * 2
    assert any(side == "ours" for side, _ in after)


async def test_a_bubble_about_somebody_forgotten_goes_whole_for_everybody(here: Hamlet) -> None:
    await sends_a_model(here)
    await give(here, BINH, CorrectMyData("name", "Nguyễn Văn Bính"))
    await give(here, BINH, EraseMe())

    assert await history(here, LUA) == [("ours", "(đã xóa theo yêu cầu)")]


async def test_what_they_looked_up_of_somebody_forgotten_goes_too(here: Hamlet) -> None:
    talk = Talk(here, chat=LUA.chat)
    await talk.says("thành viên")
    await talk.says("giúp")
    await give(here, BINH, EraseMe())

    texts = [text for side, text in await history(here, LUA) if side == "ours"]
    assert texts[0] == "(đã xóa theo yêu cầu)"
    assert texts[1] != texts[0]
