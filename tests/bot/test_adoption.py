"""Models launched from above: opened once, told once, taken up, planned; whose word counts."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.as_of_now import as_of_now
from bot.carry_out.order import answers
from rules.adopting import SOURCE
from rules.adoption_commands import KeepPlan, OpenLaunched, ReadLaunch
from rules.adoption_requests import Adopting, AdoptionOf, PlansOf, Reach, ReachOf
from rules.adoption_results import LaunchOpened, LaunchRead
from rules.results import TooLate
from rules.unit_card import Exemption
from storage import entries, memberships, units
from storage.contacts import Contact, add_contacts
from storage.database import Database
from storage.exemptions import NewExemption, exempt
from storage.memberships import Joining
from storage.units import NewUnit
from tests.bot.ordering import BINH, HANH, LUA, PAO, everybody_is_here, found, give
from tests.bot.remind.announced import plan
from tests.bot.scene import bubbles, reach, web
from tests.hamlet import LONG_AGO, Hamlet, hamlet, programme, settle_in
from tests.registered import registered_in

KHOI, ROUND = "yen-bai-khoi", 2024
OPEN = OpenLaunched("khoi", KHOI, "happy-workplace")
PLAN = KeepPlan("suoi-da", KHOI, ROUND, "digital", "Kế hoạch số 12-KH/CB ngày 10/4/2024")
HAPPY = "Cơ quan, đơn vị, doanh nghiệp hạnh phúc"


@pytest.fixture
async def khoi(db: Database) -> Hamlet:
    """Give the hamlet in the programme with a model that is not open."""
    world = hamlet(db, programme(KHOI, quotas=False), moment="2024-04-12 08:30")
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(world)
    return world


async def ask(world: Hamlet, person: str, request: Any) -> Any:
    """Return what the request is answered with."""
    async with world.db.reading() as tx:
        shell = await as_of_now(tx, world.shell)
        return (await answers(tx, [(person, request)], shell))[0]


async def open_for(world: Hamlet, unit_type: str) -> list[str]:
    """Return the codes of the models open to units of a type by now."""
    async with world.db.reading() as tx:
        shell = await as_of_now(tx, world.shell)
    (form,) = shell.programmes.forms(world.clock.local(world.clock.ms).date())
    return [model.code for model in form.programme.launched_for(unit_type)]


async def eighty_four_units(world: Hamlet) -> None:
    """Let 84 units be asked, of which 80 have a contact with a chat."""
    names = [f"Chi bộ số {n:02}" for n in range(1, 83)]
    async with world.db.writing() as tx:
        rows = [
            NewUnit(f"u{n:02}", name, LONG_AGO, 1, "chi_bo", parent="khoi")
            for n, name in enumerate(names, 1)
        ]
        await units.add_units(tx, rows)
        await add_contacts(tx, [Contact(f"p{row.id}", f"Lò Thị {row.id}", "", 1) for row in rows])
        places = [
            Joining(f"m{r.id}", f"p{r.id}", r.id, LONG_AGO, "", "officer", True) for r in rows
        ]
        await memberships.join(tx, places)
    for row in rows[:79]:
        await reach(world, f"p{row.id}", web(f"w-{row.id}"))


async def told_people(world: Hamlet) -> list[str]:
    """Return who was written to."""
    rows = await found(world.db, "SELECT DISTINCT person FROM outbox ORDER BY person")
    return [person for (person,) in rows]


async def take_up(world: Hamlet, asked: list[str], *models: str, state: Any = "sent") -> None:
    """Let units take up these models."""
    async with world.db.writing() as tx:
        done = len(await tx.rows("SELECT id FROM entries"))
        rows = []
        for model in models:
            for unit in asked:
                done += 1
                (entry,) = registered_in(unit, ROUND, first=done)
                entry = replace(entry, programme=KHOI, source=f"{SOURCE}{model}", state=state)
                rows.append(replace(entry, kind="adopt", origin="adopt", counts=False))
        await entries.add(tx, rows)


async def test_row_0_4_79_of_84_units_carry_out_both_models_and_five_are_named(
    khoi: Hamlet,
) -> None:
    await eighty_four_units(khoi)
    await give(khoi, HANH, OPEN)
    both = ["suoi-da", *(f"u{n:02}" for n in range(1, 79))]
    await take_up(khoi, both, "digital", "happy-workplace")
    await take_up(khoi, ["u79"], "digital")
    await take_up(khoi, ["u80"], "digital", "happy-workplace", state="withdrawn")

    now: Adopting = await ask(khoi, "hanh", AdoptionOf("khoi", KHOI, ROUND))

    assert (now.adopted_all.done, now.adopted_all.of) == (79, 84)
    assert str(now.adopted_all.rate) == "94.05"
    missing = {*(f"Chi bộ số {n}" for n in (79, 80, 81, 82)), "Sở Giao thông vận tải"}
    assert set(now.adopted_all.left) == missing
    assert [model.adopted.done for model in now.models] == [80, 79]


async def test_row_0_8_a_unit_without_a_plan_is_named(khoi: Hamlet) -> None:
    await give(khoi, PAO, PLAN)

    now: Adopting = await ask(khoi, "hanh", AdoptionOf("khoi", KHOI, ROUND))

    (digital,) = now.models
    assert (digital.planned.done, digital.planned.of) == (1, 2)
    assert digital.planned.left == ("Sở Giao thông vận tải",)
    assert await ask(khoi, "pao", PlansOf("suoi-da", KHOI, ROUND)) == ("digital",)


async def test_row_0_7_nobody_is_asked_before_the_office_opens_it(khoi: Hamlet) -> None:
    before = await open_for(khoi, "chi_bo")

    result = await give(khoi, HANH, OPEN)
    await plan(khoi)

    assert before == ["digital"]
    assert await open_for(khoi, "chi_bo") == ["digital", "happy-workplace"]
    assert result == LaunchOpened(result.name, units=1, told=1)
    assert await told_people(khoi) == ["pao"]
    assert HAPPY in (await bubbles(khoi.db, PAO))[-1]


async def test_row_2_23_one_message_to_each_and_how_many_have_read_it(khoi: Hamlet) -> None:
    await eighty_four_units(khoi)
    result = await give(khoi, HANH, OPEN)
    await plan(khoi)
    ((launch,),) = await found(khoi.db, "SELECT id FROM launches")
    for n in range(1, 76):
        await give(khoi, web(f"w-u{n:02}"), ReadLaunch(launch))
    await give(khoi, PAO, ReadLaunch(launch))

    now: Adopting = await ask(khoi, "hanh", AdoptionOf("khoi", KHOI, ROUND))

    assert (result.told, result.units, len(await told_people(khoi))) == (80, 80, 80)
    (far,) = now.launches
    assert (far.told, far.read) == (80, 76)
    assert far.unread == tuple(f"Chi bộ số {n}" for n in (76, 77, 78, 79))
    unreached = {"Chi bộ số 80", "Chi bộ số 81", "Chi bộ số 82", "Sở Giao thông vận tải"}
    assert set(far.unreached) == unreached


async def test_whom_it_would_reach_is_known_before(khoi: Hamlet) -> None:
    await eighty_four_units(khoi)

    reached: Reach = await ask(khoi, "hanh", ReachOf("khoi", ("chi_bo", "dang_bo"), KHOI, ROUND))

    assert (reached.contacts, reached.units, len(reached.unreached)) == (80, 80, 4)


async def test_who_is_exempt_is_told_nothing_and_is_in_no_count(khoi: Hamlet) -> None:
    given = Exemption(KHOI, ROUND, "đang sắp xếp tổ chức")
    async with khoi.db.writing() as tx:
        await exempt(tx, NewExemption("suoi-da", given, "2024-04-01", "hanh"))

    result = await give(khoi, HANH, OPEN)
    await plan(khoi)

    assert (result.told, await told_people(khoi)) == (0, [])
    now: Adopting = await ask(khoi, "hanh", AdoptionOf("khoi", KHOI, ROUND))
    assert [model.adopted.of for model in now.models] == [1, 1]
    assert now.launches[0].unreached == ("Sở Giao thông vận tải",)


async def test_whoever_opens_it_second_is_told_who_did_and_when(khoi: Hamlet) -> None:
    await give(khoi, HANH, OPEN)
    khoi.clock.set("2024-04-12 09:00")

    again = await give(khoi, HANH, OPEN)

    assert (again.again, again.by) == (True, "Trần Thị Hạnh")
    assert f"{again.at:%H:%M}" == "08:30"
    assert len(await found(khoi.db, "SELECT id FROM events WHERE act = 'launch'")) == 1


async def test_two_who_open_it_at_once_tell_everybody_once(khoi: Hamlet) -> None:
    results = await asyncio.gather(*(give(khoi, HANH, OPEN) for _ in range(2)))
    await asyncio.gather(*(plan(khoi) for _ in range(2)))

    assert sorted(result.again for result in results) == [False, True]
    assert await told_people(khoi) == ["pao"]


async def test_who_becomes_a_contact_after_a_launch_hears_of_it_and_is_counted(
    khoi: Hamlet,
) -> None:
    await give(khoi, HANH, OPEN)
    await plan(khoi)
    async with khoi.db.writing() as tx:
        await add_contacts(tx, [Contact("new", "Vàng Thị Mới", "", 1)])
        place = Joining("m-new", "new", "giao-thong", LONG_AGO, "", "officer", True)
        await memberships.join(tx, [place])
    await reach(khoi, "new", web("w-new"))
    await plan(khoi)
    ((launch,),) = await found(khoi.db, "SELECT id FROM launches")

    assert await told_people(khoi) == ["new", "pao"]
    assert isinstance(await give(khoi, web("w-new"), ReadLaunch(launch)), LaunchRead)
    (far,) = (await ask(khoi, "hanh", AdoptionOf("khoi", KHOI, ROUND))).launches
    assert (far.told, far.read, far.unreached) == (2, 1, ())


async def test_a_model_open_from_the_start_can_be_told_once_too(khoi: Hamlet) -> None:
    result = await give(khoi, HANH, OpenLaunched("khoi", KHOI, "digital"))
    await plan(khoi)

    assert (result.told, await told_people(khoi)) == (1, ["pao"])
    assert await open_for(khoi, "chi_bo") == ["digital"]


async def test_an_office_below_another_opens_nothing_for_everybody(khoi: Hamlet) -> None:
    async with khoi.db.writing() as tx:
        await units.add_units(tx, [NewUnit("tinh", "Tỉnh ủy", LONG_AGO, 1, "khoi")])
        await tx.run(
            "INSERT INTO unit_parents (unit, parent, from_day, to_day) VALUES :rows",
            {"rows": [("khoi", "tinh", LONG_AGO, "")]},
        )
        await memberships.join(tx, [Joining("x", "lua", "tinh", LONG_AGO, "", "office", True)])

    assert await give(khoi, HANH, OPEN) == TooLate(None)
    assert not (await ask(khoi, "hanh", AdoptionOf("khoi", KHOI, ROUND))).leads


@pytest.mark.parametrize("chat", [PAO, LUA, BINH], ids=lambda chat: chat.chat)
async def test_nobody_but_the_office_opens_it(khoi: Hamlet, chat: Any) -> None:
    assert await give(khoi, chat, OPEN) == TooLate(None)
    assert await found(khoi.db, "SELECT id FROM launches") == []


@pytest.mark.parametrize(
    "command",
    [replace(OPEN, model="nothing"), replace(OPEN, programme="other"), replace(OPEN, unit="")],
)
async def test_what_is_not_there_cannot_be_opened(khoi: Hamlet, command: OpenLaunched) -> None:
    assert await give(khoi, HANH, command) == TooLate(None)


async def test_having_read_it_twice_is_noted_once(khoi: Hamlet) -> None:
    await give(khoi, HANH, OPEN)
    ((launch,),) = await found(khoi.db, "SELECT id FROM launches")

    first, again = [await give(khoi, PAO, ReadLaunch(launch)) for _ in range(2)]

    assert isinstance(first, LaunchRead)
    assert first == again
    assert len(await found(khoi.db, "SELECT id FROM events WHERE act = 'launch-read'")) == 1


async def test_who_was_not_told_has_nothing_to_read(khoi: Hamlet) -> None:
    await give(khoi, HANH, OPEN)
    ((launch,),) = await found(khoi.db, "SELECT id FROM launches")

    assert await give(khoi, LUA, ReadLaunch(launch)) == TooLate(None)
    assert await give(khoi, LUA, ReadLaunch("nothing")) == TooLate(None)


async def test_two_processes_agree_what_is_open(khoi: Hamlet) -> None:
    other = replace(khoi.shell, lease="another")

    await give(khoi, HANH, OPEN)

    async with khoi.db.reading() as tx:
        shells = [await as_of_now(tx, shell) for shell in (khoi.shell, other)]
    today = khoi.clock.local(khoi.clock.ms).date()
    (one,), (two,) = (shell.programmes.forms(today) for shell in shells)
    assert one == two
    assert all(model.open for model in one.programme.launched)


async def test_of_a_transaction_it_is_asked_once(world: Hamlet) -> None:
    async with world.db.reading() as tx:
        shell = await as_of_now(tx, world.shell)

        assert await as_of_now(tx, shell) is shell
