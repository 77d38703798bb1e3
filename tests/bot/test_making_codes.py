"""Invitations as files: the office asks, a sheet and slips come that say the same codes."""

import io
import secrets
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from bot.files.worker import LEASE_MS
from bot.making.codes import codes_xlsx
from bot.making.making import Making
from rules.code_commands import LeaveCodes, MakeCodes, RevokeCodes
from rules.code_requests import CodePlan, CodesFor, CodesMade, MadeCode
from rules.code_results import CodesComing, CodesLeft, CodesRevoked, NobodyToInvite
from rules.codes import make_code
from rules.commands import UseCode
from rules.refused import Refused
from rules.results import CodeRefused, CodeUsed, TooLate
from tests.bot.filing import Desk, desk
from tests.bot.ordering import HANH, LUA, PAO, everybody_is_here, found, give, order
from tests.bot.scene import agree, reach, web
from tests.hamlet import Hamlet

NEW = web("new")
EMPTY = ("Sở Giao thông vận tải",)  # there is no contact
CONTACTS, MEMBERS = MakeCodes("khoi", members=False), MakeCodes("nong-dan", members=True)


@pytest.fixture
async def office(world: Hamlet, tmp_path: Path) -> Desk:
    """Give the office, for which Páo has not come yet; a newcomer has agreed."""
    await reach(world, "hanh", HANH)
    await reach(world, "lua", LUA)
    await agree(world, NEW)
    world.shell = replace(world.shell, make_code=lambda: make_code(secrets.choice))
    return desk(world, tmp_path)


async def files(office: Desk) -> list[bytes]:
    """Return the bytes of the files that came, oldest first."""
    sent = [say.file for say in await office.says() if say.file]
    hands = office.parts.shelf.hand_out
    return [(await hands(file.id, person="hanh"))[1] for file in sent]


async def codes(office: Desk) -> tuple[list[str], list[str]]:
    """Return the codes of the sheet and of the slips that came last."""
    sheet, slips = (await files(office))[-2:]
    rows = list(openpyxl.load_workbook(io.BytesIO(sheet)).active.values)
    (table,) = docx.Document(io.BytesIO(slips)).tables
    cells = [row.cells[place].paragraphs for row in table.rows for place in (0, 2)]
    return [str(row[5]) for row in rows[1:]], [c[2].text for c in cells if len(c) > 2]


async def test_a_sheet_and_slips_come_with_the_same_codes(office: Desk) -> None:
    assert await give(office.world, HANH, CONTACTS) == CodesComing(1)
    await office.work()

    sheet, slips = await codes(office)
    assert sheet == slips
    result = await give(office.world, NEW, UseCode(sheet[0]))
    assert (result.joined.unit.id, result.joined.role) == ("suoi-da", "officer")


async def test_a_units_code_comes_on_one_slip(office: Desk) -> None:
    await give(office.world, HANH, MEMBERS)
    await office.work()

    (code,), _ = await codes(office)
    assert (await give(office.world, NEW, UseCode(code))).joined.role == "member"


async def test_a_sheet_that_died_unseen_is_made_with_new_codes(office: Desk) -> None:
    world = office.world
    await give(world, HANH, CONTACTS)
    about = {"unit": "khoi", "members": False}
    await codes_xlsx(Making(world.db, world.shell, "hanh", about))  # and then it was killed
    await office.work()

    (code,), _ = await codes(office)
    live = "SELECT count(*) FROM codes WHERE person = 'pao' AND ended_at = 0"
    assert await found(world.db, live) == [(1,)]
    assert isinstance(await give(world, NEW, UseCode(code)), CodeUsed)


async def test_the_bytes_of_a_sheet_are_never_made_twice(office: Desk) -> None:
    await give(office.world, HANH, CONTACTS)
    await office.work()
    (code,), _ = await codes(office)
    for path in office.on_disk():
        path.unlink()

    with pytest.raises(Refused, match="file-gone"):
        await files(office)
    assert isinstance(await give(office.world, NEW, UseCode(code)), CodeUsed)


async def test_slips_wait_for_their_sheet(office: Desk) -> None:
    await give(office.world, HANH, CONTACTS)
    async with office.world.db.writing() as tx:
        await tx.run(
            "UPDATE files SET not_before = :later, reason = 'late' WHERE kind = 'codes-xlsx'",
            {"later": office.world.clock.ms + LEASE_MS},
        )
    await office.work()
    waiting = await office.states()
    for _ in "12":  # the sheet, then the slips
        office.world.clock.ms += LEASE_MS
        await office.work()

    assert waiting == ["wanted", "wanted"]
    assert await office.states() == ["kept", "kept"]
    assert len(set(map(tuple, await codes(office)))) == 1


async def test_slips_without_a_sheet_are_refused(office: Desk) -> None:
    await give(office.world, HANH, CONTACTS)
    async with office.world.db.writing() as tx:
        await tx.run("UPDATE files SET state = 'gone' WHERE kind = 'codes-xlsx'")
    await office.work()

    assert await office.states() == ["gone", "refused"]


async def test_who_is_of_the_office_no_longer_gets_no_codes(office: Desk) -> None:
    await give(office.world, HANH, CONTACTS)
    async with office.world.db.writing() as tx:
        await tx.run("UPDATE memberships SET to_day = '2027-03-16' WHERE person = 'hanh'")
    await office.work()

    assert await office.states() == ["refused", "refused"]
    assert await found(office.world.db, "SELECT id FROM codes WHERE made_by = 'hanh'") == []


@pytest.mark.parametrize("unit", ["nong-dan", "khoi", "suoi-da", "", "nowhere"])
async def test_an_officer_neither_makes_nor_ends_nor_sees_codes(office: Desk, unit: str) -> None:
    world = office.world
    for command in (MakeCodes(unit, members=True), RevokeCodes(unit)):
        assert await give(world, LUA, command) == TooLate(None)

    async with world.db.writing() as tx:
        asked = await order(tx, world, LUA, LeaveCodes())
        assert await asked.fact(tx, CodesFor(unit, members=True)) == CodePlan()
        assert await asked.fact(tx, CodesMade(unit)) == ()
    assert await office.states() == []


async def test_no_unit_at_all_is_nobodys_office(office: Desk) -> None:
    assert await give(office.world, HANH, MakeCodes("", members=True)) == TooLate(None)
    assert await give(office.world, HANH, RevokeCodes("")) == TooLate(None)


async def test_where_everybody_has_come_no_files_are_made(office: Desk) -> None:
    await reach(office.world, "pao", PAO)

    assert await give(office.world, HANH, CONTACTS) == NobodyToInvite(EMPTY)
    assert await office.states() == []


async def test_what_making_would_do_is_counted_before(office: Desk) -> None:
    world = office.world
    await give(world, HANH, CONTACTS)
    await office.work()

    async with world.db.writing() as tx:
        asked = await order(tx, world, HANH, LeaveCodes())
        assert await asked.fact(tx, CodesFor("khoi", members=False)) == CodePlan(1, 1, EMPTY)
        assert await asked.fact(tx, CodesFor("khoi", members=True)) == CodePlan(4, 1)


async def test_codes_are_listed_and_taken_back(office: Desk) -> None:
    world = office.world
    await give(world, HANH, CONTACTS)
    await office.work()
    (code,), _ = await codes(office)
    async with world.db.writing() as tx:
        asked = await order(tx, world, HANH, LeaveCodes())
        listed = await asked.fact(tx, CodesMade("suoi-da"))

    whose = ("Chi bộ bản Suối Đá", "Giàng A Páo")
    assert listed[0] == MadeCode(*whose, "officer", "2027-05-15", "unused", left=1)
    assert await give(world, HANH, RevokeCodes("suoi-da")) == CodesRevoked(1)
    assert isinstance(await give(world, NEW, UseCode("9W5T2R")), CodeUsed)  # of another unit
    assert isinstance(await give(world, NEW, UseCode(code)), CodeRefused)


async def test_thinking_better_of_it_changes_nothing(world: Hamlet) -> None:
    await everybody_is_here(world)

    assert await give(world, HANH, LeaveCodes()) == CodesLeft()


async def test_no_code_is_readable_in_the_database(office: Desk) -> None:
    await give(office.world, HANH, CONTACTS)
    await office.work()
    (code,), _ = await codes(office)

    tables = ("codes", "files", "events", "outbox")
    stored = [str(await found(office.world.db, f"SELECT * FROM {table}")) for table in tables]  # noqa: S608 - a test's own tables
    assert not any(code in text or code.replace("-", "") in text for text in stored)
