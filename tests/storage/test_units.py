from rules.person import Unit
from storage import (
    attachments,
    codes,
    demo,
    dialogs,
    entries,
    events,
    memberships,
    outbox,
    people,
    units,
)
from storage import help as help_
from storage.attachments import Wanted
from storage.codes import NewCode
from storage.database import Database, Transaction
from storage.dialogs import StoredDialog
from storage.events import Event
from storage.help import HelpRequest
from storage.memberships import Joining
from storage.outbox import OutboxRow
from storage.people import ConsentAnswer
from storage.units import NamedUnit, NewUnit
from tests.storage.village import LONG_AGO, NOW, PAO, SUOI_DA, TODAY, chat, entry, meet


async def test_units_come_by_all_names_they_have_today(village: Database) -> None:
    async with village.reading() as tx:
        found = await units.unit_names(tx, today=TODAY)

    suoi_da = Unit(SUOI_DA, "Chi bộ bản Suối Đá", "branch", "Bản Suối Đá")
    assert len(found) == 4
    assert NamedUnit(suoi_da, "Suối Đá") in found
    assert NamedUnit(suoi_da, "Suối Đá").names == ("Chi bộ bản Suối Đá", "Suối Đá")


async def test_a_unit_somebody_typed_is_in_no_list_yet(village: Database) -> None:
    async with village.writing() as tx:
        await units.add_units(tx, [NewUnit("u9", "Bản lạ", LONG_AGO, NOW, state="asked")])

        assert "u9" not in {unit.unit.id for unit in await units.unit_names(tx, today=TODAY)}


async def test_a_unit_is_in_the_list_from_its_first_day(village: Database) -> None:
    async with village.writing() as tx:
        await units.add_units(tx, [NewUnit("u9", "Bản mới lập", "2027-03-02", NOW)])

        days = [TODAY, "2027-03-02"]
        listed = [len(await units.unit_names(tx, today=day)) for day in days]
    assert listed == [4, 5]


async def invent(tx: Transaction) -> None:
    """Make a demo unit and person with everything that can hang on them."""
    await meet(tx, "demo")
    await tx.run("UPDATE people SET demo = 1 WHERE id = 'demo'")
    await units.add_units(tx, [NewUnit("u9", "Bản Mẫu", LONG_AGO, NOW, parent=SUOI_DA, demo=True)])
    await tx.run("INSERT INTO unit_humans VALUES ('u9', 'demo', :day, '')", {"day": LONG_AGO})
    await people.consent(tx, [ConsentAnswer("c9", "demo", "given", "1", "?", "web", NOW)])
    await memberships.join(
        tx, [Joining("m8", "demo", "u9", TODAY), Joining("m9", PAO, "u9", TODAY)]
    )
    await dialogs.keep(tx, [("demo", StoredDialog("d9", "register"))])
    await codes.add(tx, [NewCode("h9", "unit", 1, NOW + 1, NOW, unit="u9", demo=True)])
    await attachments.want(tx, [Wanted("f9", "demo", "web", "", "remote", NOW)])
    await outbox.add(tx, [OutboxRow("o9", *chat("demo"), "demo")])
    await help_.ask(tx, HelpRequest("q9", "demo", "Giúp tôi", NOW))
    await entries.take_numbers(tx, {"DVK-2027": 2})
    await entries.add(tx, [entry(2, unit="u9"), entry(3, typed_by="demo")])
    await attachments.attach(tx, ["f9"], person="demo", entry="e2")


async def everything(tx: Transaction) -> dict[str, int]:
    tables = {
        "sqlite": "SELECT name FROM sqlite_schema WHERE type = 'table'",
        "postgres": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
    }
    return {
        table: (await tx.rows(f"SELECT count(*) FROM {table}"))[0][0]  # noqa: S608 - the schema's
        for (table,) in await tx.rows(tables[tx.kind])
    }


async def test_what_was_invented_disappears_with_all_that_hangs_on_it(village: Database) -> None:
    async with village.writing() as tx:
        await entries.take_numbers(tx, {"DVK-2027": 1})
        await entries.add(tx, [entry(1)])
        before = await everything(tx)
        assert not await demo.has_demo(tx)
        await invent(tx)
        assert await demo.has_demo(tx)
        await demo.remove_demo(tx)

        assert await everything(tx) == before
        assert not await demo.has_demo(tx)


async def test_numbers_go_on_where_they_were_before_the_demo(village: Database) -> None:
    async with village.writing() as tx:
        await entries.take_numbers(tx, {"DVK-2027": 1, "OTHER-2027": 5})
        await entries.add(tx, [entry(1)])
        await invent(tx)
        await demo.remove_demo(tx)

        taken = await entries.take_numbers(tx, {"DVK-2027": 1, "OTHER-2027": 1})
    assert taken == {"DVK-2027": 2, "OTHER-2027": 6}


async def test_what_happened_is_kept_in_order(db: Database) -> None:
    happened = Event("v1", NOW, PAO, "a-pao", "correct", "e1", '{"name":"a"}', '{"name":"b"}')
    async with db.writing() as tx:
        await events.add(tx, [happened])

        found = await tx.rows(
            "SELECT id, at, person, address, act, subject, before, after FROM events"
        )
    assert [Event(*row) for row in found] == [happened]


async def test_a_request_for_help_is_open_until_a_human_saw_to_it(db: Database) -> None:
    async with db.writing() as tx:
        await help_.ask(tx, HelpRequest("q1", PAO, "Giúp tôi", NOW, human="hanh"))

        found = await tx.rows("SELECT person, words, human, state, at FROM help_requests")
    assert found == [(PAO, "Giúp tôi", "hanh", "open", NOW)]
