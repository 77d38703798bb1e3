"""Changes of units said twice, or after somebody else changed the unit: nothing happens unseen."""

import pytest

from conversations.said import Press
from rules import unit_commands as c
from storage.chats import Chat
from tests.bot.ordering import HANH, give
from tests.bot.scene import reach
from tests.hamlet import Hamlet
from tests.talk import Talk

TO_THE_DAY = (
    "tổ chức",
    "[Đơn vị trực thuộc]",
    "[Chi bộ bản Suối Đá]",
    "[Thay đổi đơn vị]",
    "[Đổi tên]",
)


@pytest.fixture
async def hanh(world: Hamlet) -> Talk:
    """Give Hạnh of the office, about to rename a unit."""
    await reach(world, "hanh", HANH, Chat("telegram", "kheo_bot", "1001"))
    talk = Talk(world, "telegram", "1001")
    for words in (*TO_THE_DAY, "Chi bộ thôn Suối Đá", "[16/3/2027]"):
        await (talk.presses(words[1:-1]) if words.startswith("[") else talk.says(words))
    return talk


async def names(world: Hamlet) -> list[str]:
    """Return what the unit was and is called."""
    async with world.db.reading() as tx:
        rows = await tx.rows("SELECT name FROM unit_names WHERE unit = 'suoi-da' ORDER BY from_day")
    return [name for (name,) in rows]


async def test_a_press_repeated_changes_nothing_and_says_so(world: Hamlet, hanh: Talk) -> None:
    yes = Press(hanh.option("Đúng").data)
    first = await hanh.does(yes)
    (second,) = await hanh.does(yes)

    assert "đổi tên thành" in first[-1].text
    assert second.text == "Việc này đã xong rồi."
    assert await names(world) == ["Chi bộ bản Suối Đá", "Chi bộ thôn Suối Đá"]


async def test_the_same_message_twice_is_one_change(world: Hamlet, hanh: Talk) -> None:
    yes = Press(hanh.option("Đúng").data)
    says = [await hanh.does(yes, external="same") for _ in "ab"]

    assert ([len(say) for say in says], len(await names(world))) == ([1, 0], 2)


async def test_what_changed_meanwhile_is_read_back_before_it_is_done(
    world: Hamlet, hanh: Talk
) -> None:
    yes = Press(hanh.option("Đúng").data)
    await give(world, HANH, c.RenameUnit("suoi-da", "Chi bộ Suối Đá 1", "2027-03-16"))
    (again,) = await hanh.does(yes)
    await hanh.presses("Đúng")

    assert "“Chi bộ Suối Đá 1” đổi tên thành “Chi bộ thôn Suối Đá”" in again.text
    assert await names(world) == ["Chi bộ bản Suối Đá", "Chi bộ thôn Suối Đá"]


async def test_a_card_of_a_unit_that_ended_meanwhile_begins_nothing(
    world: Hamlet, hanh: Talk
) -> None:
    await hanh.presses("Không")
    old = Press(hanh.option("Thay đổi đơn vị").data)
    await give(world, HANH, c.EndUnit("suoi-da", "nong-dan", "2027-03-16"))
    (card,) = await hanh.does(old)

    assert "Kết thúc từ 16/3/2027; kế thừa: Hội Nông dân phường Thường Thạnh" in card.text
    assert [option.label for row in card.rows for option in row] == ["Tìm đơn vị khác"]
