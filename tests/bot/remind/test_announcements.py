"""Announcements: to whom, once, stopped in time, set right for exactly those they reached."""

import asyncio
from dataclasses import replace

import pytest

from rules.announcement_commands import (
    Announce,
    CorrectAnnouncement,
    ReadAnnouncement,
    RemindUnread,
    StopAnnouncement,
)
from rules.announcement_requests import AudienceOf, TextToForward
from rules.announcement_results import (
    AnnouncementRead,
    AnnouncementStopped,
    AnnouncementWaits,
    NobodyToTell,
    UnreadReminded,
)
from rules.announcing import Audience
from rules.results import TooLate
from rules.unit_card import Exemption
from storage.database import Database
from storage.exemptions import NewExemption, exempt
from tests.bot.ordering import BINH, HANH, LUA, PAO, found, give
from tests.bot.remind.announced import (
    WORDS,
    announced,
    ask,
    goes,
    how_far,
    plan,
    units_with_contacts,
    village,
)
from tests.bot.scene import bubbles, reach, telegram, web
from tests.hamlet import Hamlet

ONE = Announce("khoi", "can-tho-khoi", WORDS, "d1")


@pytest.fixture
async def world(db: Database) -> Hamlet:
    """Give the hamlet in the morning, everybody with a chat."""
    return await village(db)


async def said_to(world: Hamlet, *people: str) -> list[int]:
    """Return how many messages each of them got."""
    return [len(await bubbles(world.db, web(f"w-{person}"))) for person in people]


async def test_it_goes_after_two_minutes_to_the_contacts_alone(world: Hamlet) -> None:
    await announced(world)
    await plan(world)
    before = await said_to(world, "pao", "lua")
    await goes(world)

    assert before == [0, 0]
    assert await said_to(world, "pao", "lua", "hanh", "binh") == [1, 1, 0, 0]
    (said,) = await bubbles(world.db, PAO)
    assert "THÔNG BÁO của" in said
    assert "thứ Sáu 26/3/2027" in said


async def test_sent_twice_it_is_kept_and_goes_once(world: Hamlet) -> None:
    first, again = [await give(world, HANH, ONE) for _ in range(2)]
    await goes(world)
    await goes(world)

    assert isinstance(again, AnnouncementWaits)
    assert (first.again, again.again, first.id) == (False, True, again.id)
    assert await said_to(world, "pao", "lua") == [1, 1]


async def test_two_planners_at_once_tell_everybody_once(world: Hamlet) -> None:
    await announced(world)
    world.clock.ms += 120_000

    await asyncio.gather(plan(world), plan(world))

    assert await said_to(world, "pao", "lua") == [1, 1]


@pytest.mark.parametrize(
    ("audience", "told"),
    [
        (Audience(types=("doan_the",)), {"lua"}),
        (Audience(below="suoi-da"), {"pao"}),
        (Audience(units=("nong-dan", "giao-thong")), {"lua"}),
        (Audience(below="khoi"), {"pao", "lua"}),
    ],
)
async def test_it_goes_to_whom_it_is_for(world: Hamlet, audience: Audience, told: set[str]) -> None:
    key = await announced(world, audience)

    assert {one.person for one in (await how_far(world, key)).people} == told


async def test_who_is_exempt_is_told_only_if_that_is_asked_for(world: Hamlet) -> None:
    given = Exemption("can-tho-khoi", 2027, "đang sắp xếp tổ chức")
    async with world.db.writing() as tx:
        await exempt(tx, NewExemption("suoi-da", given, "2027-03-01", "hanh"))

    counts = [
        (await ask(world, "hanh", AudienceOf("khoi", "can-tho-khoi", 2027, audience))).contacts
        for audience in (Audience(), Audience(exempt=True))
    ]

    assert counts == [1, 2]


async def test_row_1_4_of_84_units_80_say_they_know_and_4_are_reminded(world: Hamlet) -> None:
    await units_with_contacts(world, 82, there=82)
    async with world.db.writing() as tx:
        await tx.run("UPDATE units SET state = 'ended' WHERE id = 'giao-thong'")
    reach_ = await ask(world, "hanh", AudienceOf("khoi", "can-tho-khoi", 2027))
    key = await announced(world)
    await goes(world)
    for n in range(1, 79):
        await give(world, web(f"w-p{n:02}"), ReadAnnouncement(key))
    for chat in (PAO, LUA):
        await give(world, chat, ReadAnnouncement(key))

    reminded = await give(world, HANH, RemindUnread(key))
    await plan(world)

    assert (reach_.contacts, reach_.units) == (84, 84)
    assert isinstance(reminded, UnreadReminded)
    assert (len((await how_far(world, key)).of("read")), reminded.people) == (80, 4)
    assert await said_to(world, "pao", "p78", *("p79", "p80", "p81", "p82")) == [1, 1, 2, 2, 2, 2]


async def test_once_a_day_is_enough(world: Hamlet) -> None:
    key = await announced(world)
    await goes(world)
    first, again = [await give(world, HANH, RemindUnread(key)) for _ in range(2)]
    world.clock.ms += 86_400_000
    next_day = await give(world, HANH, RemindUnread(key))

    assert (first.people, again.people, again.today, next_day.people) == (2, 0, True, 2)


async def test_who_says_they_know_in_the_meantime_is_not_reminded(world: Hamlet) -> None:
    key = await announced(world)
    await goes(world)
    await give(world, HANH, RemindUnread(key))
    await give(world, PAO, ReadAnnouncement(key))
    await plan(world)

    assert await said_to(world, "pao", "lua") == [1, 2]


async def test_stopped_in_time_it_reaches_nobody(world: Hamlet) -> None:
    key = await announced(world)
    result = await give(world, HANH, StopAnnouncement(key))
    await goes(world)

    assert isinstance(result, AnnouncementStopped)
    assert (len(result.how.arrived), len(result.how.of("withdrawn"))) == (0, 2)
    assert await said_to(world, "pao", "lua") == [0, 0]
    reasons = await found(world.db, "SELECT DISTINCT reason FROM occurrences")
    assert reasons == [("withdrawn",)]


async def on_telegram(world: Hamlet, states: dict[str, str]) -> str:
    """Let an announcement be under way to people on Telegram, each row in a state."""
    await units_with_contacts(world, len(states), there=0)
    for person in states:
        await reach(world, person, telegram(f"t-{person}"))
    key = await announced(world, Audience(units=tuple(f"u{p[1:]}" for p in states)))
    await goes(world)
    async with world.db.writing() as tx:
        for person, state in states.items():
            settled = 0 if state in {"pending", "sending"} else world.clock.ms
            await tx.run(
                "UPDATE outbox SET state = :state, settled_at = :at WHERE person = :person",
                {"state": state, "at": settled, "person": person},
            )
    return key


HALF_WAY = {"p01": "sent", "p02": "sending", "p03": "unknown", "p04": "failed", "p05": "pending"}


async def test_who_stands_for_no_unit_any_more_is_not_told(world: Hamlet) -> None:
    key = await announced(world)
    async with world.db.writing() as tx:
        await tx.run("UPDATE memberships SET to_day = from_day WHERE person = 'lua'")
    await goes(world)

    assert [one.fate for one in (await how_far(world, key)).people] == ["sent", "gone"]


async def test_stopped_half_way_it_says_who_has_got_it(world: Hamlet) -> None:
    key = await on_telegram(world, HALF_WAY)

    result = await give(world, HANH, StopAnnouncement(key))

    assert {one.person for one in result.how.arrived} == {"p01", "p02", "p03"}
    assert [one.person for one in result.how.of("withdrawn")] == ["p05"]
    assert await found(world.db, "SELECT state FROM outbox WHERE person = 'p05'") == [("dropped",)]


async def test_a_correction_goes_to_exactly_those_the_wrong_one_may_have_reached(
    world: Hamlet,
) -> None:
    wrong = await on_telegram(world, HALF_WAY)

    right = await give(world, HANH, CorrectAnnouncement(wrong, "hạn mới là 26/3/2027.", "d-right"))
    await goes(world)

    people = {one.person for one in (await how_far(world, right.id)).people}
    assert people == {"p01", "p02", "p03"}
    assert (await how_far(world, wrong)).state == "stopped"
    told = await found(world.db, "SELECT say FROM outbox WHERE person = 'p01' ORDER BY id")
    assert "ĐÍNH CHÍNH tin lúc 9 giờ 02 phút ngày 16/3/2027: hạn mới là" in told[-1][0]


async def test_those_left_out_get_the_right_one_alone(world: Hamlet) -> None:
    wrong = await on_telegram(world, HALF_WAY)
    await give(world, HANH, StopAnnouncement(wrong))

    right = await announced(world, Audience(rest=wrong), dialog="d-rest")
    more = await give(world, HANH, replace(ONE, dialog="d3", audience=Audience(rest=wrong)))

    assert [one.person for one in (await how_far(world, right)).people] == ["p04", "p05"]
    assert (await how_far(world, wrong)).of("withdrawn") == ()
    assert more == NobodyToTell()


async def test_what_reached_nobody_needs_no_correction(world: Hamlet) -> None:
    key = await announced(world)

    result = await give(world, HANH, CorrectAnnouncement(key, "hạn mới là 26/3.", "d-right"))

    assert result == NobodyToTell(key)
    assert (await how_far(world, key)).state == "stopped"


async def test_what_has_gone_to_everybody_is_not_stopped(world: Hamlet) -> None:
    key = await announced(world)
    await goes(world)

    result = await give(world, HANH, StopAnnouncement(key))

    assert (result.again, result.how.state) == (True, "done")


async def test_at_night_it_waits_for_the_morning(world: Hamlet) -> None:
    world.clock.set("2027-03-16 21:30")
    key = await announced(world)
    await goes(world)
    at_night = (await how_far(world, key)).of("waiting")
    world.clock.set("2027-03-17 06:31")
    await plan(world)

    assert len(at_night) == 2
    assert await said_to(world, "pao", "lua") == [1, 1]


async def test_who_is_not_there_yet_gets_it_when_they_come(world: Hamlet) -> None:
    await units_with_contacts(world, 1, there=0)
    key = await announced(world)
    await goes(world)
    before = (await how_far(world, key)).of("silent", "away")
    await reach(world, "p01", web("w-p01"))
    await plan(world)

    assert [one.person for one in before] == ["p01"]
    assert await said_to(world, "p01", "pao") == [1, 1]


async def test_only_whom_it_went_to_can_say_so_and_forward_it(world: Hamlet) -> None:
    key = await announced(world, Audience(units=("suoi-da",)))
    await goes(world)

    assert isinstance(await give(world, PAO, ReadAnnouncement(key)), AnnouncementRead)
    assert await give(world, LUA, ReadAnnouncement(key)) == TooLate(None)
    assert await ask(world, "lua", TextToForward(key)) is None
    assert (await ask(world, "pao", TextToForward(key))).words == WORDS
    assert len(await found(world.db, "SELECT id FROM events WHERE act = 'announce-read'")) == 1


@pytest.mark.parametrize("chat", [PAO, LUA, BINH], ids=lambda chat: chat.chat)
async def test_nobody_but_the_office_announces(world: Hamlet, chat: web) -> None:  # type: ignore[valid-type] # a chat
    assert await give(world, chat, ONE) == TooLate(None)
    assert await found(world.db, "SELECT id FROM announcements") == []


async def test_no_event_holds_what_was_written(world: Hamlet) -> None:
    key = await announced(world)
    await give(world, HANH, StopAnnouncement(key))

    said = str(await found(world.db, "SELECT act, subject, before, after FROM events"))
    assert key in said
    assert "lùi hạn" not in said
