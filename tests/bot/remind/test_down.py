"""The bot was down around a due time, or its clock was set: caught up once, and accounted for."""

import datetime as dt

from bot.remind.heart import Heart
from bot.remind.sources.gaps import GAPS
from rules.occurrences import Due
from storage import gaps
from storage.database import Database
from tests.bot.ordering import HANH, PAO
from tests.bot.remind.planning import Errands, day, errand, ledger, planner
from tests.bot.scene import found_says, receiving, said, taken
from tests.hamlet import ZONE, Hamlet


def ms(text: str) -> int:
    return round(dt.datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp() * 1000)


def course() -> list[Due]:
    """Return what a unit is to be told around a deadline, and of a meeting on Tuesday evening."""
    return [
        errand("deadline", step="7", day=day("2027-03-12"), until=ms("2027-03-16 00:00")),
        errand("deadline", step="3", day=day("2027-03-16"), until=ms("2027-03-18 00:00")),
        errand("deadline", step="1", day=day("2027-03-18"), until=ms("2027-03-19 17:00")),
        errand("draft", day=day("2027-03-16"), until=ms("2027-03-19 17:00")),
        errand("meeting", at=ms("2027-03-16 17:00"), until=ms("2027-03-16 19:00"), urgent=True),
    ]


async def lives(world: Hamlet, errands: Errands, *spans: tuple[str, str]) -> None:
    """Let a bot live from then to then, and after each span be down until the next begins."""
    for start, end in spans:
        world.clock.set(start)
        passed = [0.0]
        heart = Heart(lambda passed=passed: passed[0])  # type: ignore[misc] # each its own
        made = planner(world, errands, GAPS, keepers=(heart,))
        await heart.beat(world.db, world.clock.ms)
        while world.clock.ms < ms(end):
            await made.plan(world.clock.ms)
            world.clock.ms += 300_000
            passed[0] += 300.0


async def told(world: Hamlet) -> list[str]:
    """Return what Páo was told: the first words of each message."""
    return [" ".join(say.text.split())[:60] for say in await found_says(world.db, PAO)]


async def reasons(db: Database) -> dict[str, str]:
    """Return why what was not sent was not."""
    return {words: why for words, why in await ledger(db) if why}


async def office_was_told(world: Hamlet) -> list[str]:
    return [say.text for say in await found_says(world.db, HANH)]


async def test_down_for_three_hours_it_is_caught_up(here: Hamlet) -> None:
    errands = Errands(course()[:1])
    await lives(
        here,
        errands,
        ("2027-03-12 05:00", "2027-03-12 06:00"),
        ("2027-03-12 09:00", "2027-03-12 10:00"),
    )

    assert await told(here) == ["deadline"]
    (text,) = await office_was_told(here)
    assert "5 giờ 55 phút đến 9 giờ 00, 12/3/2027" in text
    async with here.db.reading() as tx:
        (gap,) = await gaps.gaps(tx)
        told_of = [await gaps.missed(tx, who, gap, today="2027-03-12") for who in ("hanh", "lua")]
    assert told_of == [(1, 0), (0, 0)]  # each of what is below them alone


async def test_down_for_a_day_what_is_of_use_is_merged_and_the_rest_reported(here: Hamlet) -> None:
    await lives(
        here,
        Errands(course()),
        ("2027-03-12 06:00", "2027-03-16 06:00"),
        ("2027-03-17 07:00", "2027-03-17 08:00"),
    )

    assert len(await told(here)) == 2
    assert (await told(here))[0] == "deadline"
    assert await reasons(here.db) == {"meeting": "late"}
    (say,) = await found_says(here.db, HANH)
    assert [option.data for (option,) in say.rows] == [f"a:missed:{ms('2027-03-16 05:55')}:0"]


async def test_down_for_eight_days_only_the_nearest_goes(here: Hamlet) -> None:
    await lives(
        here,
        Errands(course()),
        ("2027-03-11 06:00", "2027-03-11 07:00"),
        ("2027-03-19 07:00", "2027-03-19 08:00"),
    )

    (text,) = await told(here)
    assert "deadline" in text
    assert "draft" in text
    kept = [why for words, why in await ledger(here.db) if words]
    assert sorted(kept) == ["", "", "late", "late", "late"]


async def test_a_clock_set_back_tells_nobody_twice(here: Hamlet) -> None:
    errands = Errands(course())
    await lives(
        here,
        errands,
        ("2027-03-12 06:00", "2027-03-12 08:00"),
        ("2027-03-12 06:00", "2027-03-12 09:00"),
    )

    assert await told(here) == ["deadline"]
    assert await office_was_told(here) == []


async def test_a_clock_set_forward_a_day_is_caught_up_and_no_interruption(here: Hamlet) -> None:
    errands, heart = Errands(course()[1:4]), Heart()
    made = planner(here, errands, GAPS, keepers=(heart,))
    here.clock.set("2027-03-15 12:00")
    await made.plan(here.clock.ms)
    here.clock.set("2027-03-16 12:00")
    for _ in range(3):
        await made.plan(here.clock.ms)
        here.clock.ms += 120_000

    (text,) = await told(here)
    assert "deadline" in text
    assert await office_was_told(here) == []


async def test_a_clock_that_was_wrong_by_a_year_at_the_start_was_no_interruption(
    here: Hamlet,
) -> None:
    await lives(
        here,
        Errands(),
        ("2027-03-16 09:00", "2027-03-16 09:10"),
        ("2028-03-16 09:30", "2028-03-16 09:31"),
        ("2027-03-16 09:32", "2027-03-16 09:45"),
    )
    async with here.db.reading() as tx:
        assert await gaps.gaps(tx) == []


async def test_who_wrote_meanwhile_is_told_once_before_the_answer(here: Hamlet) -> None:
    await lives(
        here,
        Errands(),
        ("2027-03-16 16:00", "2027-03-16 17:15"),
        ("2027-03-16 18:25", "2027-03-16 18:26"),
    )
    async with receiving(here) as receive:
        for n, clock in enumerate(("17:12", "17:13", "18:27")):
            await taken(receive, said("hạn", PAO, id=f"m{n}", at=ms(f"2027-03-16 {clock}")))

    texts = [text for text in await told(here) if text.startswith("Trợ lý gián đoạn")]
    assert texts == ["Trợ lý gián đoạn từ 17 giờ 10 phút đến 18 giờ 25 phút. Tin đ"]


async def test_any_number_of_restarts_tell_once(here: Hamlet) -> None:
    errands = Errands(course()[:1])
    await lives(here, errands, *[("2027-03-12 06:00", "2027-03-12 07:00")] * 3)

    assert await told(here) == ["deadline"]
