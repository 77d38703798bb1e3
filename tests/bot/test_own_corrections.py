"""What people say anew of themselves is heard by those who read it."""

import pytest

from rules.rights import CorrectMyData
from tests.bot.membering import texts
from tests.bot.ordering import BINH, LUA, tell
from tests.hamlet import Hamlet

POSITION = CorrectMyData("position", "Phó Chủ tịch", "m-lua")


async def test_officers_hear_of_a_member_s_new_position(here: Hamlet) -> None:
    _, told = await tell(here, BINH, CorrectMyData("position", "Bí thư Đảng ủy", "m-binh"))

    assert list(texts(told)) == ["lua"]
    assert "vừa tự sửa chức vụ của mình thành: Bí thư Đảng ủy." in texts(told)["lua"]


async def test_the_office_hears_of_the_only_contact_s_new_position_and_name(here: Hamlet) -> None:
    for command in (POSITION, CorrectMyData("name", "Lê Thị Lụa")):
        _, told = await tell(here, LUA, command)

        assert list(texts(told)) == ["hanh"]


@pytest.mark.parametrize(
    "command",
    [CorrectMyData("phone", "+84912000008"), CorrectMyData("name", "Lê Thị Lúa")],
    ids=["phone", "the-same-name"],
)
async def test_nobody_hears_of_a_phone_number_or_of_nothing_new(
    here: Hamlet, command: CorrectMyData
) -> None:
    _, told = await tell(here, LUA, command)

    assert list(told) == []
