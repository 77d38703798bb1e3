"""An office imports the table it sent: authorised, compared anew, all of it or nothing."""

from typing import Any

import pytest

from bot.carry_out.order import answers
from bot.files.tables import packed
from rules.import_commands import Imported, ImportPlan, ImportTable, NotImported
from rules.importing.preview import Preview
from rules.results import TooLate
from rules.table import Table
from storage import files
from storage.chats import Chat
from storage.files import File
from tests.bot.ordering import BINH, HANH, LUA, everybody_is_here, found, give
from tests.hamlet import Hamlet
from tests.rules.importing.tables import table

LIST = "Tên đơn vị | Loại | Trực thuộc\nChi bộ bản Cốc | Chi bộ | Đảng ủy Khối"
PEOPLE = "Họ tên | Đơn vị | SĐT\nVàng Thị Mai | Suối Đá | 0987000002"


@pytest.fixture
async def hamlet(world: Hamlet) -> Hamlet:
    await everybody_is_here(world)
    return world


async def sent(world: Hamlet, given: str | Table, *, person: str = "hanh", key: str = "f1") -> str:
    """Keep a table as one that somebody sent; return its file's id."""
    read = table(given) if isinstance(given, str) else given
    name = await world.shell.files.keep(packed(read), of=key)
    file = File(
        *(key, person, "in", "table", "ds.xlsx", Chat(*HANH), 1, 9_000_000_000_000),
        hash=name,
        state="kept",
    )
    async with world.db.writing() as tx:
        await files.want(tx, file)
    return key


async def plan(world: Hamlet, asked: ImportPlan, *, person: str = "hanh") -> Any:
    """Return what somebody is told an import would do."""
    async with world.db.reading() as tx:
        return (await answers(tx, [(person, asked)], world.shell))[0]


async def units(world: Hamlet) -> int:
    """Return how many units there are."""
    return len(await found(world.db, "SELECT id FROM units"))


async def test_a_plan_tells_what_would_be_and_writes_nothing(hamlet: Hamlet) -> None:
    before = await units(hamlet)
    preview = await plan(hamlet, ImportPlan(await sent(hamlet, LIST), "units"))

    assert isinstance(preview, Preview)
    assert (preview.good, preview.new, preview.untouched) == (True, 1, 4)
    assert await units(hamlet) == before


async def test_plans_are_answered_in_the_order_they_are_asked(hamlet: Hamlet) -> None:
    file = await sent(hamlet, LIST)
    asked = [("hanh", ImportPlan(file, "units")), ("hanh", ImportPlan("no such", "units"))]

    async with hamlet.db.reading() as tx:
        first, second = await answers(tx, list(asked), hamlet.shell)
    assert (first.new, second) == (1, None)


async def test_the_office_imports_and_everybody_finds_it(hamlet: Hamlet) -> None:
    result = await give(hamlet, HANH, ImportTable(await sent(hamlet, LIST), "units"))

    assert result == Imported("units", 1, 0, 0, (("Chi bộ cơ sở", 1),))
    parents = "SELECT p.parent FROM unit_parents p JOIN unit_names n ON n.unit = p.unit"
    assert await found(hamlet.db, f"{parents} WHERE n.name = 'Chi bộ bản Cốc'") == [("khoi",)]


async def test_importing_twice_changes_nothing_the_second_time(hamlet: Hamlet) -> None:
    file = await sent(hamlet, PEOPLE)
    first = await give(hamlet, HANH, ImportTable(file, "contacts"))
    again = await give(hamlet, HANH, ImportTable(file, "contacts"))

    assert (first.new, again.new, again.changed, again.same) == (1, 0, 0, 1)


async def test_what_became_wrong_meanwhile_is_said_and_nothing_is_written(hamlet: Hamlet) -> None:
    file = await sent(hamlet, PEOPLE)
    assert (await plan(hamlet, ImportPlan(file, "contacts"))).good
    async with hamlet.db.writing() as tx:
        await tx.run("UPDATE people SET phone = '+84987000002' WHERE id = 'lua'", {})

    result = await give(hamlet, HANH, ImportTable(file, "contacts"))
    assert isinstance(result, NotImported)
    assert [problem.reason for problem in result.problems] == ["phone-taken"]


@pytest.mark.parametrize("chat", [LUA, BINH])
async def test_nobody_but_an_office_imports(hamlet: Hamlet, chat: Chat) -> None:
    before = await units(hamlet)
    person = "lua" if chat == LUA else BINH.chat
    file = await sent(hamlet, LIST, person=person)

    assert isinstance(await give(hamlet, chat, ImportTable(file, "units")), TooLate)
    assert await plan(hamlet, ImportPlan(file, "units"), person=person) is None
    assert await units(hamlet) == before


async def test_nobody_imports_what_somebody_else_sent(hamlet: Hamlet) -> None:
    file = await sent(hamlet, LIST, person="lua")

    assert await plan(hamlet, ImportPlan(file, "units")) is None
    assert isinstance(await give(hamlet, HANH, ImportTable(file, "units")), TooLate)


async def test_a_file_that_is_gone_is_said(hamlet: Hamlet) -> None:
    file = await sent(hamlet, LIST)
    async with hamlet.db.writing() as tx:
        await files.drop(tx, file, person="hanh")

    result = await give(hamlet, HANH, ImportTable(file, "units"))
    assert isinstance(result, NotImported)
    assert [problem.reason for problem in result.problems] == ["file-gone"]


async def test_columns_fonts_and_totals_are_as_the_office_says(hamlet: Hamlet) -> None:
    given = table("Cét A | Lo¹i\nChi bé b¶n Cèc | Chi bé", encoding="tcvn3")
    how: dict[str, Any] = {"columns": (("name", 0),), "convert": True, "control": "1 = 1 chi bộ"}

    result = await give(hamlet, HANH, ImportTable(await sent(hamlet, given), "units", **how))
    assert result == Imported("units", 1, 0, 0, (("Chi bộ cơ sở", 1),))
    assert await found(hamlet.db, "SELECT unit FROM unit_names WHERE name = 'Chi bộ bản Cốc'")


async def test_no_word_of_the_table_is_in_an_event(hamlet: Hamlet) -> None:
    await give(hamlet, HANH, ImportTable(await sent(hamlet, PEOPLE), "contacts"))

    kept = await found(hamlet.db, "SELECT person, act, before, after FROM events")
    assert kept == [("hanh", "import", "", "new")]
