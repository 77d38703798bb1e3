"""A newcomer finds units, people and codes to try everything on, and gets rid of them again."""

import datetime as dt
import re
from collections.abc import AsyncIterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.invented import PEOPLE, UNITS, DemoPerson
from bot.demo.loader import load_demo, load_demo_once
from bot.ids import Ids
from bot.kept_secrets import kept_secret
from bot.programmes import read_sources
from conversations.intents import code_in
from conversations.situation import Form
from rules.person import Unit
from rules.phones import read_phone
from storage import codes, demo, files, humans, register, units
from storage.chats import Chat
from storage.codes import Found
from storage.database import Database, Transaction, open_database
from storage.files import File
from storage.migrate import migrate
from storage.register import Asked
from storage.units import NewUnit
from tests.storage.planted import plant

PROGRAMMES = Path(__file__).parents[2] / "programmes"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = dt.datetime(2027, 3, 1, 8, tzinfo=ZONE)
AT = int(NOW.timestamp() * 1000)
TODAY = "2027-03-01"
# What is no unit's and no person's: the log cannot be changed, and what came in goes by itself.
# What belongs to nobody.
STAYING = {"settings", "programmes", "counters", "events", "seals", "inbox", "bots", "meters"}


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Return an empty database with its tables."""
    database = await open_database(database_url)
    await migrate(database)
    yield database
    await database.close()


@pytest.fixture
def ids() -> Ids:
    """Return ids that count."""
    return Ids(lambda: AT, lambda _: 0)


def form(code: str = "can-tho-khoi") -> Form:
    (source,) = read_sources([PROGRAMMES / f"{code}.toml"])
    return Form(source.programme, 1, 2027)


async def load(database: Database, ids: Ids, *, code: str = "can-tho-khoi") -> None:
    async with database.writing() as tx:
        await load_demo(tx, form(code), ids=ids, now=NOW)


async def found(tx: Transaction, code: str) -> Found:
    key = codes.hash_code(await kept_secret(tx, "code-pepper"), code)
    return await codes.meaning(tx, key, now=AT, today=TODAY)


async def test_the_code_of_a_village_opens_the_chat_of_its_secretary(
    database: Database, ids: Ids
) -> None:
    await load(database, ids)

    async with database.writing() as tx:
        meaning = (await found(tx, "7K3M2P")).meaning
    assert meaning.name == "Giàng A Páo"
    assert meaning.membership is not None
    assert meaning.membership.unit.name == "Chi bộ bản Suối Đá"
    assert meaning.membership.unit.place == "bản Suối Đá, xã Mường Mẫu"
    assert (meaning.membership.position, meaning.membership.role) == ("Bí thư chi bộ", "officer")


async def test_every_person_has_a_code_that_works(database: Database, ids: Ids) -> None:
    await load(database, ids)

    async with database.writing() as tx:
        names = [(await found(tx, person.code)).meaning.name for person in PEOPLE]
    assert names == [person.name for person in PEOPLE]


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.key)
def test_a_code_is_understood_however_it_is_typed(person: DemoPerson) -> None:
    code = person.code

    assert re.fullmatch("[23456789ABCDEFGHJKMNPQRSTVWXYZ]{6}", code)
    assert code_in(f"dang ky {code[:3]}-{code[3:]}".lower(), bare=False) == code
    assert code_in(code, bare=True) == code


def test_no_two_people_share_a_code_or_a_phone() -> None:
    assert len({person.code for person in PEOPLE}) == len(PEOPLE)
    assert len({read_phone(person.phone) for person in PEOPLE}) == len(PEOPLE)


async def test_row_2_2_the_unit_of_the_source_is_there(database: Database, ids: Ids) -> None:
    await load(database, ids)

    async with database.reading() as tx:
        named = {each.unit.name: each.unit for each in await units.unit_names(tx, today=TODAY)}
    unit = named["Hội Nông dân phường Thường Thạnh"]
    assert unit.place == "phường Thường Thạnh, thành phố Cần Thơ"
    assert unit.type == "doan_the"
    assert len(named) == len(UNITS)


async def test_every_unit_has_a_human_with_a_phone(database: Database, ids: Ids) -> None:
    await load(database, ids)

    async with database.reading() as tx:
        keys = [each.unit.id for each in await units.unit_names(tx, today=TODAY)]
        called = await humans.human_for(tx, keys, today=TODAY)
    assert {(who.name, who.phone) for who in called.values() if who} == {
        ("Nguyễn Thị Hạnh", "+84912000009")
    }


@pytest.mark.parametrize("code", ["can-tho-khoi", "minimal"])
async def test_last_years_entries_can_be_continued(database: Database, ids: Ids, code: str) -> None:
    await load(database, ids, code=code)

    async with database.writing() as tx:
        binh = (await found(tx, "G7V5TS")).person
        (entries,) = await register.my_entries(tx, [Asked(binh)], today=TODAY, zone=ZONE)
    assert {entry.name for entry in entries} == {"Nụ cười một cửa", "Chuyến xe nghĩa tình"}
    assert {(entry.round, entry.state) for entry in entries} == {(2026, "recognised")}
    programme = form(code).programme
    assert all(programme.kind(e.kind) and programme.field(e.field) for e in entries)


async def test_all_of_it_is_marked_and_goes_at_once(database: Database, ids: Ids) -> None:
    await load(database, ids)

    async with database.writing() as tx:
        assert await demo.has_demo(tx)
        await demo.remove_demo(tx)
        assert not await demo.has_demo(tx)
        assert await units.unit_names(tx, today=TODAY) == []
        assert (await found(tx, "7K3M2P")).meaning.kind == ""


async def test_nothing_that_hangs_on_it_is_left_in_any_table(database: Database, ids: Ids) -> None:
    await load(database, ids)

    async with database.writing() as tx:
        meant = await found(tx, "N4T8HW")
        assert meant.meaning.membership
        ((entry,), *_) = await tx.rows("SELECT id FROM entries")
        unit = meant.meaning.membership.unit.id
        tables = await plant(tx, person=meant.person, unit=unit, entry=entry)
        await tx.run("UPDATE files SET hash = ''")
        await demo.remove_demo(tx)
        left = [table for table in tables if await tx.rows(f"SELECT 1 FROM {table}")]  # noqa: S608 - the schema's own
    assert set(left) == STAYING


async def test_the_bytes_of_its_files_go_by_the_sweep(database: Database, ids: Ids) -> None:
    await load(database, ids)

    async with database.writing() as tx:
        who = (await found(tx, "N4T8HW")).person
        chat = Chat("web", "", "c")
        await files.want(tx, File("f1", who, "out", "mine-json", "Lan.json", chat, 1, 2**50))
        await files.kept(tx, "f1", hash="h1", size=3)
        await demo.remove_demo(tx)
        assert await files.litter(tx) == [("f1", "h1")]
        assert await tx.rows("SELECT person, name FROM files") == [("", "")]


async def test_it_can_be_loaded_again(database: Database, ids: Ids) -> None:
    await load(database, ids)
    async with database.writing() as tx:
        await demo.remove_demo(tx)
    await load(database, ids)

    async with database.writing() as tx:
        assert (await found(tx, "7K3M2P")).meaning.kind == "unit"


async def test_the_first_start_loads_it_and_no_other(database: Database, ids: Ids) -> None:
    first = await load_demo_once(database, form(), ids=ids, now=NOW)
    second = await load_demo_once(database, form(), ids=ids, now=NOW)

    assert (first, second) == (True, False)


async def test_what_was_removed_does_not_come_back_by_itself(database: Database, ids: Ids) -> None:
    await load(database, ids)
    async with database.writing() as tx:
        await demo.remove_demo(tx)

    assert not await load_demo_once(database, form(), ids=ids, now=NOW)


async def test_a_database_with_units_of_its_own_gets_nothing_invented(
    database: Database, ids: Ids
) -> None:
    async with database.writing() as tx:
        await units.add_units(tx, [NewUnit("u1", "Chi bộ thật", "2020-01-01", 1)])

    assert not await load_demo_once(database, form(), ids=ids, now=NOW)
    async with database.reading() as tx:
        (named,) = await units.unit_names(tx, today=TODAY)
    assert named.unit == Unit("u1", "Chi bộ thật")
