"""Words nobody understood: they go to somebody of the office, who says when it is done."""

import asyncio
from contextlib import suppress
from typing import Literal

import pytest

from bot.turns import handle
from rules.commands import AskForHelp
from rules.office_commands import SettleHelp
from rules.office_results import HelpSettled
from rules.results import HelpComing
from storage import memberships, people
from storage.chats import Chat
from storage.erasing import Erasure, erase
from storage.memberships import Joining
from tests.bot.mortal import Cut, Fault, MortalDatabase
from tests.bot.ordering import BINH, HANH, LUA, PAO, found, give, tell
from tests.bot.scene import agree, bubbles, said, web
from tests.hamlet import LONG_AGO, Hamlet
from tests.talk import Talk

NEW, LAN = web("c1"), web("w-lan")


async def asked(here: Hamlet, chat: Chat = LUA, words: str = "giấy dấu đỏ để đâu") -> str:
    await give(here, chat, AskForHelp(words))
    ((key,),) = await found(here.db, "SELECT id FROM help_requests")
    return str(key)


async def staff(here: Hamlet, chat: Chat, unit: str) -> None:
    """Let somebody be of the office of a unit."""
    await agree(here, chat)
    async with here.db.writing() as tx:
        await people.name_person(tx, chat.chat, name="Lò Thị Lan")
        place = Joining(f"m-{chat.chat}", chat.chat, unit, LONG_AGO, "", "office", confirmed=True)
        await memberships.join(tx, [place])


@pytest.mark.parametrize("chat", [LUA, BINH], ids=["an officer", "a member"])
async def test_words_nobody_understood_go_to_the_office(here: Hamlet, chat: Chat) -> None:
    result, told = await tell(here, chat, AskForHelp("giấy dấu đỏ để đâu"))

    assert isinstance(result, HelpComing)
    assert (result.told, result.human.phone) == (True, "+84912000009")
    assert [one.person for one in told] == ["hanh"]
    assert "giấy dấu đỏ để đâu" in told[0].say.text
    assert "Hội Nông dân phường Thường Thạnh" in told[0].say.text
    assert await found(here.db, "SELECT human, state FROM help_requests") == [("hanh", "open")]


async def test_whom_nobody_knows_is_told_of_to_the_uppermost_office(here: Hamlet) -> None:
    await agree(here, NEW)

    _, told = await tell(here, NEW, AskForHelp("giấy dấu đỏ để đâu"))

    assert [one.person for one in told] == ["hanh"]


async def test_who_is_in_charge_hears_of_it_before_others_of_the_office(here: Hamlet) -> None:
    await staff(here, LAN, "khoi")
    async with here.db.writing() as tx:
        await tx.run(
            "INSERT INTO unit_humans (unit, person, from_day, to_day) VALUES :rows",
            {"rows": [("nong-dan", LAN.chat, LONG_AGO, "")]},
        )

    told = [(await tell(here, chat, AskForHelp("để đâu")))[1] for chat in (LUA, PAO)]

    assert [one.person for many in told for one in many] == [LAN.chat, "hanh"]


async def test_where_nobody_can_be_told_the_phone_number_stays(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await tx.run("UPDATE addresses SET state = 'blocked' WHERE person = 'hanh'")

    result, told = await tell(here, LUA, AskForHelp("để đâu"))

    assert (result.told, result.human.phone, told) == (False, "+84912000009", [])


async def test_who_settles_it_a_second_time_reads_who_did_it(here: Hamlet) -> None:
    await staff(here, LAN, "khoi")
    key = await asked(here)

    once = await give(here, HANH, SettleHelp(key))
    again = await give(here, HANH, SettleHelp(key))
    other = await give(here, LAN, SettleHelp(key))

    assert once == HelpSettled("Lê Thị Lúa")
    assert (again.name, again.by) == ("", "")
    assert (other.name, other.by) == ("", "Trần Thị Hạnh")
    assert len(await found(here.db, "SELECT 1 FROM events WHERE act = 'help-done'")) == 1


async def test_two_who_settle_it_at_once_note_it_once(here: Hamlet) -> None:
    await staff(here, LAN, "khoi")
    key = await asked(here)

    results = await asyncio.gather(*(give(here, chat, SettleHelp(key)) for chat in (HANH, LAN)))

    assert sorted(one.name for one in results) == ["", "Lê Thị Lúa"]


@pytest.mark.parametrize("chat", [PAO, LUA, LAN], ids=["another", "who asked", "another office"])
async def test_nobody_else_settles_it(here: Hamlet, chat: Chat) -> None:
    await staff(here, LAN, "giao-thong")
    key = await asked(here)

    await give(here, chat, SettleHelp(key))

    assert await found(here.db, "SELECT state FROM help_requests") == [("open",)]


async def test_who_is_erased_leaves_no_words_behind(here: Hamlet) -> None:
    talk = Talk(here, chat=LUA.chat)
    for words in ("giấy dấu đỏ để đâu vậy nhỉ", "cái tờ có dấu ấy"):
        await talk.says(words)
    assert "cái tờ có dấu ấy" in "".join(await bubbles(here.db, HANH))

    async with here.db.writing() as tx:
        await erase(tx, Erasure("lua", here.clock.ms, "2027-03-16", "(đã xóa)"))

    assert await found(here.db, "SELECT words, state FROM help_requests") == [("", "done")]
    assert "cái tờ có dấu ấy" not in "".join(await bubbles(here.db, HANH))


@pytest.mark.parametrize("when", ["before", "after"])
async def test_words_are_handed_over_once_wherever_the_process_ends(
    here: Hamlet, when: Literal["before", "after"]
) -> None:
    await Talk(here, chat=LUA.chat).says("giấy dấu đỏ để đâu vậy nhỉ")
    again = said("cái tờ có dấu ấy", LUA)

    with suppress(Cut):
        async with MortalDatabase(here.db, Fault(1, when)).writing() as tx:
            await handle(tx, [again], here.shell)
    for _ in range(2):
        async with here.db.writing() as tx:
            await handle(tx, [again], here.shell)

    assert await found(here.db, "SELECT words FROM help_requests") == [("cái tờ có dấu ấy",)]
    assert "".join(await bubbles(here.db, HANH)).count("cái tờ có dấu ấy") == 1


async def test_a_text_with_signs_of_a_secret_goes_to_nobody(here: Hamlet) -> None:
    talk = Talk(here, chat=LUA.chat)
    await talk.says("giấy dấu đỏ để đâu vậy nhỉ")
    await talk.says("MẬT: báo cáo số 12-BC/TU")

    assert await found(here.db, "SELECT words FROM help_requests") == []
