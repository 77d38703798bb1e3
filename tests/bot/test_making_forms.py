"""The form of an entry comes to who may read it, and to nobody else; an empty one to anybody."""

import io
from pathlib import Path

import docx
import pytest

from rules.file_results import FileComing
from rules.office_commands import WantForm
from rules.refused import Refused
from rules.results import TooLate
from storage.chats import Chat
from tests.bot.filing import Desk, desk
from tests.bot.ordering import BINH, HANH, LUA, PAO, everybody_is_here, found, give, registered
from tests.bot.scene import count
from tests.hamlet import Hamlet


@pytest.fixture
async def office(world: Hamlet, tmp_path: Path) -> Desk:
    await everybody_is_here(world)
    return desk(world, tmp_path)


async def sent_by_binh(office: Desk) -> str:
    return (await registered(office.world, BINH)).entry.id


async def file_of(office: Desk, chat: Chat, person: str) -> list[list[str]]:
    """Return the rows of the form that came last to a chat."""
    (*_, sent) = [say.file for say in await office.says(chat) if say.file]
    _, data = await office.parts.shelf.hand_out(sent.id, person=person)
    return [[c.text for c in row.cells] for row in docx.Document(io.BytesIO(data)).tables[1].rows]


@pytest.mark.parametrize("chat", [BINH, LUA, HANH])
async def test_the_form_comes_to_who_sent_it_their_officer_and_the_office(
    office: Desk, chat: Chat
) -> None:
    result = await give(office.world, chat, WantForm(await sent_by_binh(office)))

    await office.work()

    person = {BINH: BINH.chat, LUA: "lua", HANH: "hanh"}[chat]
    assert result == FileComing("PhieuDangKy_DVK-2027-0001.docx")
    assert ["Tên", "Nuôi lươn không bùn d1"] in await file_of(office, chat, person)


async def test_another_units_officer_gets_no_form(office: Desk) -> None:
    result = await give(office.world, PAO, WantForm(await sent_by_binh(office)))

    assert result == TooLate(None)
    assert await count(office.world.db, "files") == 0


async def test_an_empty_form_comes_to_anybody(office: Desk) -> None:
    result = await give(office.world, PAO, WantForm("", "can-tho-khoi"))

    await office.work()

    assert result == FileComing("PhieuDangKy_DVK_trong.docx")
    assert ["Tên", ""] in await file_of(office, PAO, "pao")


async def test_who_belongs_to_the_unit_no_more_is_handed_no_form(office: Desk) -> None:
    await give(office.world, LUA, WantForm(await sent_by_binh(office)))
    await office.work()
    (sent,) = [say.file for say in await office.says(LUA) if say.file]
    await _leaves(office, "lua")

    with pytest.raises(Refused, match="file-unknown"):
        await office.parts.shelf.hand_out(sent.id, person="lua")


async def test_who_left_before_it_was_made_gets_no_form(office: Desk) -> None:
    await give(office.world, LUA, WantForm(await sent_by_binh(office)))
    await _leaves(office, "lua")

    await office.work()

    assert await office.states() == ["refused"]


async def test_that_a_form_was_asked_for_is_kept_without_its_words(office: Desk) -> None:
    entry = await sent_by_binh(office)
    await give(office.world, BINH, WantForm(entry))

    kept = "SELECT subject, before, after FROM events WHERE act = 'form'"

    assert await found(office.world.db, kept) == [(entry, "", "")]


async def _leaves(office: Desk, person: str) -> None:
    async with office.world.db.writing() as tx:
        await tx.run(
            "UPDATE memberships SET to_day = '2027-03-01' WHERE person = :p", {"p": person}
        )
