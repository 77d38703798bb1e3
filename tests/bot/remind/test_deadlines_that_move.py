"""An end that the office moved is another occasion: who was reminded before is reminded again."""

from typing import Literal

from rules.commands import Command
from rules.reminding_commands import ChooseHour, Nudge, SaySent, Snooze
from storage.deadline_changes import Change, keep
from tests.bot.ordering import HANH, LUA, PAO, found, give
from tests.bot.remind.owing_here import told, why
from tests.hamlet import Hamlet, hamlet, programme

D7, D3, D1 = "2027-03-12 07:00", "2027-03-16 07:00", "2027-03-18 07:00"
NUDGE = Nudge("khoi", "can-tho-khoi", 2027, "")


async def moved(world: Hamlet, day: str, *, until: str = "17:00", unit: str = "khoi") -> None:
    kind: Literal["moved", "paused"] = "moved" if day else "paused"
    change = Change(
        f"c{world.clock.ms}", "can-tho-khoi", "register", 2027, unit, below=True, kind=kind,
        day=day, until=until if day else "", reason="", basis="", by_person="hanh",
        at=world.clock.ms,
    )  # fmt: skip
    async with world.db.writing() as tx:
        await keep(tx, [change])


async def test_after_an_extension_everybody_who_is_short_is_reminded_again(here: Hamlet) -> None:
    await told(here, PAO, D7)
    here.clock.set("2027-03-15 09:00")
    await moved(here, "2027-03-26")

    moments = (D3, "2027-03-19 07:00", "2027-03-23 07:00", "2027-03-25 07:00", "2027-03-29 07:00")
    says = [await told(here, PAO, moment) for moment in moments]

    assert [len(one) for one in says] == [0, 1, 1, 1, 1]
    assert "còn 7 ngày" in says[1][0].text
    assert "thứ Sáu 26/3/2027" in says[1][0].text


async def test_where_only_the_hour_is_another_nobody_is_reminded_twice(here: Hamlet) -> None:
    await told(here, PAO, D7)
    here.clock.set("2027-03-12 09:00")
    await moved(here, "2027-03-19", until="11:00")

    assert [len(await told(here, PAO, one)) for one in ("2027-03-12 10:00", D3)] == [0, 1]


async def test_a_second_change_that_keeps_the_day_neither_repeats_nor_swallows_a_step(
    here: Hamlet,
) -> None:
    here.clock.set("2027-03-10 09:00")
    await moved(here, "2027-03-26")
    await give(here, LUA, ChooseHour("19:00"))
    morning = await told(here, PAO, "2027-03-19 07:00")
    here.clock.set("2027-03-19 09:00")
    await moved(here, "2027-03-26", until="11:00")
    evening = await told(here, LUA, "2027-03-19 19:01")

    assert (len(morning), len(await told(here, PAO)), len(evening)) == (1, 0, 1)
    assert "hết 11 giờ 00" in evening[0].text


async def test_one_unit_has_an_end_of_its_own(here: Hamlet) -> None:
    here.clock.set("2027-03-10 09:00")
    await moved(here, "2027-03-26", unit="suoi-da")

    assert (len(await told(here, LUA, D7)), await told(here, PAO)) == (1, [])
    assert len(await told(here, PAO, "2027-03-19 07:00")) == 1


async def test_while_it_is_paused_nobody_is_reminded(here: Hamlet) -> None:
    here.clock.set("2027-03-10 09:00")
    await moved(here, "")

    assert [await told(here, PAO, moment) for moment in (D7, D3)] == [[], []]
    here.clock.set("2027-03-17 09:00")
    await moved(here, "2027-03-19")
    says = [len(await told(here, PAO, moment)) for moment in ("2027-03-17 10:00", D1)]
    assert says == [0, 1]  # of the end as it is again they are told as of any change


async def test_the_office_reminds_by_hand_all_that_are_short_once(here: Hamlet) -> None:
    here.clock.set("2027-03-10 15:00")
    await give(here, LUA, SaySent("nong-dan", "can-tho-khoi", 2027, "register"))
    first, again = await give(here, HANH, NUDGE), await give(here, HANH, NUDGE)
    (say,) = await told(here, PAO)

    assert (first.units, first.people, again.people, again.own) == (1, 1, 0, True)
    assert say.text.startswith("Đồng chí Trần Thị Hạnh (Ban) nhắc việc đăng ký")
    assert (await told(here, PAO), await why(here.db, "lua")) == ([], [("now", "paper")])


async def test_a_reminder_by_hand_waits_for_the_morning(here: Hamlet) -> None:
    here.clock.set("2027-03-10 22:00")
    await give(here, HANH, NUDGE)

    assert await told(here, PAO) == []
    assert len(await told(here, PAO, "2027-03-11 06:31")) == 1


async def test_a_programme_without_an_end_can_be_reminded_of_by_hand(here: Hamlet) -> None:
    world = hamlet(here.db, programme("yen-bai-khoi"), moment="2024-03-12 08:00")
    nudge: Command = Nudge("khoi", "yen-bai-khoi", 2024, "")
    await give(world, HANH, nudge)
    (say,) = await told(world, PAO)

    assert "Chi bộ bản Suối Đá" in say.text
    assert "Hạn cuối" not in say.text


async def test_who_put_it_off_is_told_without_an_end_where_there_is_none(here: Hamlet) -> None:
    world = hamlet(here.db, programme("yen-bai-khoi"), moment="2024-03-12 08:00")
    await give(world, HANH, Nudge("khoi", "yen-bai-khoi", 2024, ""))
    await told(world, PAO)
    await give(world, PAO, Snooze(("register:yen-bai-khoi:2024:suoi-da",)))
    (say,) = await told(world, PAO, "2024-03-12 19:01")

    assert say.text.startswith("Đồng chí hẹn nhắc lại việc đăng ký mô hình")
    assert "ngày" not in say.text


async def test_who_put_it_off_beyond_the_end_is_told_that_it_is_over(here: Hamlet) -> None:
    here.clock.set("2027-03-19 14:00")
    await give(here, HANH, NUDGE)
    await told(here, PAO)
    await give(here, PAO, Snooze(("register:can-tho-khoi:2027:suoi-da",)))
    (say,) = await told(here, PAO, "2027-03-19 19:01")

    assert "phiếu sẽ ghi “gửi sau hạn”" in say.text


async def test_while_it_is_paused_nobody_is_told_that_an_end_is_over(here: Hamlet) -> None:
    here.clock.set("2027-03-18 09:00")
    await moved(here, "")
    here.clock.set("2027-03-25 09:00")
    await give(here, HANH, NUDGE)
    (by_hand,) = await told(here, PAO)
    await give(here, PAO, Snooze(("register:can-tho-khoi:2027:suoi-da",)))
    (again,) = await told(here, PAO, "2027-03-25 19:01")

    assert "19/3" not in by_hand.text + again.text
    assert by_hand.text.startswith("Đồng chí Trần Thị Hạnh (Ban) nhắc việc đăng ký")


async def test_row_0_7_a_launched_model_is_asked_for_once_it_is_open(here: Hamlet) -> None:
    world = hamlet(here.db, programme("yen-bai-khoi"), moment="2024-03-12 08:00")
    await give(world, HANH, Nudge("khoi", "yen-bai-khoi", 2024, ""))
    (closed,) = await told(world, PAO)
    async with here.db.writing() as tx:
        await tx.run(
            "INSERT INTO launches (id, programme, model, day, by_person, at) VALUES :rows",
            {"rows": [("l1", "yen-bai-khoi", "happy-workplace", "2024-03-12", "hanh", 1)]},
        )
    world.clock.set("2024-03-14 08:00")
    ((key,),) = await found(here.db, "SELECT id FROM nudges")
    await give(world, HANH, Nudge("khoi", "yen-bai-khoi", 2024, key))
    (opened,) = await told(world, PAO)

    assert "hạnh phúc" not in closed.text
    assert "hạnh phúc" in opened.text
