"""The secretary's duties through the planner: once, on a Saturday too, and none who mutes them."""

import datetime as dt

from bot.remind.sources.duties import Duties
from rules.meeting import Meeting, When
from rules.person import Unit
from storage import meetings
from tests.bot.remind.planning import planner
from tests.bot.scene import found_says, reach, web
from tests.hamlet import Hamlet

PAO = web("w-pao")
FRIDAY = When(dt.date(2027, 3, 5), dt.time(19))
ZONE = "Asia/Ho_Chi_Minh"


async def met(world: Hamlet) -> None:
    held = Meeting(
        "h1", Unit("suoi-da", ""), "regular", FRIDAY, ZONE, "bản", FRIDAY.starts_at(ZONE),
        by_person="pao",
    )  # fmt: skip
    async with world.db.writing() as tx:
        assert await meetings.keep(tx, held, dialog="d1", at=1)
    await reach(world, "pao", PAO)


async def told(world: Hamlet, moment: str) -> list[str]:
    world.clock.set(moment)
    for _ in range(2):
        await planner(world, Duties()).plan(world.clock.ms)
    return [say.text for say in await found_says(world.db, PAO)]


async def test_the_day_after_a_meeting_the_secretary_is_reminded_once_to_upload(
    world: Hamlet,
) -> None:
    await met(world)

    assert await told(world, "2027-03-05 23:00") == []
    (said,) = await told(world, "2027-03-06 07:00")
    assert said == (
        "Chi bộ bản Suối Đá đã sinh hoạt thứ Sáu 5/3/2027. Đồng chí đưa biên bản, nghị quyết, kết "
        "quả lên Sổ tay đảng viên điện tử chậm nhất hết Chủ nhật 7/3/2027 (Hướng dẫn "
        "42-HD/BTCTW: không quá 2 ngày)."
    )
    first, *others = await told(world, "2027-03-08 07:00")
    assert first == said
    assert [one.split(" Chi bộ")[0] for one in others] == ["Quý I/2027"]  # the quarter ends soon


async def test_a_unit_that_plans_no_meetings_here_hears_of_no_duties(world: Hamlet) -> None:
    await reach(world, "pao", PAO)

    assert await told(world, "2027-03-25 08:00") == []


async def test_a_cell_without_a_meeting_next_month_hears_so_on_the_25th(
    world: Hamlet,
) -> None:
    await met(world)

    said = await told(world, "2027-03-25 08:00")

    assert "Tháng 4/2027 Chi bộ bản Suối Đá chưa có lịch sinh hoạt thường kỳ." in said[-1]
