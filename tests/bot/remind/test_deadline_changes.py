"""Whoever a changed deadline concerns hears of it once, and only of the latest."""

from dataclasses import replace
from typing import Any

import pytest

from bot.remind.moments import moment_at
from bot.remind.on_time_again import OnTimeAgain
from bot.remind.sources.deadline_changes import USEFUL_MS, WAIT_MS, DeadlineChanges
from bot.remind.sources.deadlines import Deadlines
from rules.deadline_commands import ChangeDeadlines, StageEnd
from rules.deadline_results import DeadlinesChanged
from rules.occurrences import Key
from rules.unit_commands import ExemptUnit
from storage.database import Database
from storage.memberships import Joining, join
from tests.bot.ordering import HANH, PAO, everybody_is_here, found, give, registered
from tests.bot.remind.planning import ledger, planner
from tests.hamlet import LONG_AGO, Hamlet, hamlet, programme, settle_in

FRIDAY, SUNDAY = (
    StageEnd("register", "2027-03-26", "17:00"),
    StageEnd("register", "2027-03-28", "17:00"),
)
PAUSED = StageEnd("register")
TO_ALL = ChangeDeadlines(
    "khoi", True, "can-tho-khoi", 2027, (FRIDAY,), "chờ văn bản", "Công văn số 12", ""
)


@pytest.fixture
async def world(db: Database) -> Hamlet:
    """Give the hamlet in the morning, with quotas, everybody at their chats."""
    made = hamlet(db, programme(quotas=True), moment="2027-03-16 09:00")
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(made)
    return made


async def changes(world: Hamlet, *ends: StageEnd, **other: Any) -> DeadlinesChanged:
    """Let Hạnh change deadlines, having seen what there is."""
    last = await found(
        world.db, "SELECT id FROM deadline_changes ORDER BY at DESC, id DESC LIMIT 1"
    )
    seen = last[0][0] if last else ""
    command = replace(TO_ALL, ends=ends, seen=seen, **other)
    result: DeadlinesChanged = await give(world, HANH, command)
    assert isinstance(result, DeadlinesChanged)
    return result


async def plan(world: Hamlet, *, after: int = WAIT_MS) -> None:
    """Let some time pass, and plan."""
    world.clock.ms += after
    await planner(world, DeadlineChanges()).plan(world.clock.ms)


async def told(world: Hamlet) -> dict[str, list[str]]:
    """Return what was said by itself, by person."""
    rows = await found(world.db, "SELECT person, say FROM outbox WHERE planned = 1 ORDER BY id")
    texts: dict[str, list[str]] = {}
    for person, say in rows:
        texts.setdefault(person, []).append(say)
    return texts


async def test_every_contact_hears_old_and_new_once(world: Hamlet) -> None:
    await changes(world, FRIDAY)
    for _ in range(3):
        await plan(world)

    texts = await told(world)
    assert {person: len(said) for person, said in texts.items()} == {"lua": 1, "pao": 1}
    for part in (
        "thứ Sáu 19/3/2027",
        "HẠN MỚI: hết 17 giờ 00, thứ Sáu 26/3/2027",
        "Công văn số 12",
    ):
        assert part in texts["pao"][0]


async def test_who_is_complete_hears_that_nothing_is_to_be_done_again(world: Hamlet) -> None:
    await registered(world, PAO, unit="suoi-da")
    await changes(world, FRIDAY)
    await plan(world)

    texts = await told(world)
    assert "đã đăng ký đủ, không phải làm lại" in texts["pao"][0]
    assert "Đăng ký ngay" not in texts["pao"][0]
    assert "Đăng ký ngay" in texts["lua"][0]


async def test_nothing_goes_before_two_minutes_are_over(world: Hamlet) -> None:
    await changes(world, FRIDAY)
    await plan(world, after=WAIT_MS - 1000)

    assert await told(world) == {}


async def test_of_two_changes_only_the_latest_is_told_with_the_end_people_know(
    world: Hamlet,
) -> None:
    await changes(world, SUNDAY)
    world.clock.ms += 60_000
    await changes(world, FRIDAY)
    await plan(world)

    (text,) = (await told(world))["pao"]
    assert "26/3/2027" in text
    assert "19/3/2027" in text
    assert "28/3/2027" not in text
    assert ("withdrawn", 2) in await reasons(world)


async def test_a_change_taken_back_before_it_went_is_not_told(world: Hamlet) -> None:
    await changes(world, FRIDAY)
    await changes(world, StageEnd("register", "2027-03-19", "17:00"))
    await plan(world)

    assert await told(world) == {}


async def test_a_change_after_one_that_was_told_says_what_was_told(world: Hamlet) -> None:
    await changes(world, FRIDAY)
    await plan(world)
    await changes(world, PAUSED)
    await plan(world)

    last = (await told(world))["pao"][-1]
    assert "Hạn cũ: hết 17 giờ 00, thứ Sáu 26/3/2027" in last
    assert "TẠM DỪNG" in last


async def test_nobody_is_woken_at_night(world: Hamlet) -> None:
    world.clock.set("2027-03-16 22:00")
    await changes(world, FRIDAY)
    await plan(world)
    assert await told(world) == {}
    world.clock.set("2027-03-17 06:31")
    await plan(world, after=0)

    assert set(await told(world)) == {"lua", "pao"}


async def test_an_exempt_unit_hears_nothing(world: Hamlet) -> None:
    await give(world, HANH, ExemptUnit("suoi-da", "can-tho-khoi", 2027, "mới lập"))
    await changes(world, FRIDAY)
    await plan(world)

    assert set(await told(world)) == {"lua"}


async def test_only_the_unit_it_is_for_hears_of_its_own_deadline(world: Hamlet) -> None:
    await changes(world, FRIDAY, unit="suoi-da", below=False)
    await plan(world)

    assert set(await told(world)) == {"pao"}


async def test_a_contact_of_two_units_hears_of_both_in_one_message(world: Hamlet) -> None:
    async with world.db.writing() as tx:
        second = Joining("m-second", "pao", "nong-dan", LONG_AGO, "", "officer", True)
        await join(tx, [second])
    await changes(world, FRIDAY)
    await plan(world)

    (text,) = (await told(world))["pao"]
    assert "Chi bộ bản Suối Đá" in text
    assert "Hội Nông dân phường Thường Thạnh" in text


async def test_a_week_later_nobody_is_told_of_it_any_more(world: Hamlet) -> None:
    world.clock.set("2027-03-01 09:00")
    await changes(world, FRIDAY)
    await plan(world, after=USEFUL_MS + 1000)

    assert await told(world) == {}


async def test_who_registered_while_the_end_was_put_off_is_on_time_as_well(
    world: Hamlet,
) -> None:
    world.clock.set("2027-03-22 08:00")
    result = await registered(world, PAO, unit="suoi-da")
    await changes(world, FRIDAY)
    async with world.db.writing() as tx:  # as if it had read the old end, and come after the change
        await tx.run("UPDATE entries SET on_time = 0, created_at = :at", {"at": world.clock.ms + 1})
    world.clock.ms += WAIT_MS
    for _ in range(2):
        await planner(world, keepers=[OnTimeAgain()]).plan(world.clock.ms)

    assert await found(world.db, "SELECT on_time FROM entries") == [(1,)]
    sql = "SELECT subject FROM events WHERE act = 'on-time-again' ORDER BY id"
    assert await found(world.db, sql) == [(result.entry.id,), (result.entry.id,)]


async def test_two_planners_tell_once(world: Hamlet) -> None:
    await changes(world, FRIDAY)
    await plan(world)
    await plan(world, after=0)

    assert len(await ledger(world.db)) == 2


async def test_a_reminder_of_the_old_deadline_is_withdrawn(world: Hamlet) -> None:
    key = Key("deadline:can-tho-khoi:register", "suoi-da/pao", "2027", "3")
    assert await why_again(world, key) == ""
    await changes(world, FRIDAY)

    assert await why_again(world, key) == "withdrawn"


async def why_again(world: Hamlet, key: Key) -> str:
    """Return how it stands with a reminder that had to wait."""
    async with world.db.reading() as tx:
        moment = await moment_at(tx, world.shell, world.clock.ms)
        (due,) = await Deadlines().again(tx, [key], moment)
    return due.why


async def reasons(world: Hamlet) -> list[tuple[str, int]]:
    """Return why what was decided was not sent, with how often."""
    rows = await found(world.db, "SELECT reason, count(*) FROM occurrences GROUP BY reason")
    return [(why, count) for why, count in rows]
