"""Paper said to be on its way: kept once, found or not by the office, and what calls say of it."""

import asyncio
from typing import Any

from rules.office_requests import CallList, Reminded, WaitingFor
from rules.paper_commands import ReceivePaper
from rules.reminding_commands import GiveReason, Nudge, SaySent, SettleSent
from storage.merging import merge
from tests.bot.ordering import BINH, HANH, LUA, MINH, PAO, found, give, minh_works_here, order, tell
from tests.bot.remind.owing_here import told
from tests.hamlet import Hamlet

OF_LUA = SaySent("nong-dan", "can-tho-khoi", 2027, "register")
OFFICE = ("khoi", "can-tho-khoi", 2027)


async def asks(world: Hamlet, request: Any) -> Any:
    """Return what Hạnh of the office is answered."""
    async with world.db.writing() as tx:
        return await (await order(tx, world, HANH, Nudge(*OFFICE, ""))).fact(tx, request)


async def test_two_who_say_it_at_once_have_said_it_once(here: Hamlet) -> None:
    results = await asyncio.gather(*(give(here, chat, OF_LUA) for chat in (LUA, BINH)))

    assert sorted(one.again for one in results) == [False, True]
    assert await found(here.db, "SELECT unit, state FROM said_sent") == [("nong-dan", "open")]


async def test_two_of_the_office_who_settle_it_tell_the_contacts_once(here: Hamlet) -> None:
    await minh_works_here(here)
    await give(here, LUA, OF_LUA)
    ((key,),) = await found(here.db, "SELECT id FROM said_sent")
    said = [await tell(here, chat, SettleSent(key, found=False)) for chat in (HANH, MINH)]

    assert [[one.person for one in told] for _, told in said] == [["lua"], []]
    assert (said[1][0].again, said[1][0].by) == (True, "Trần Thị Hạnh")


async def test_it_waits_for_the_office_until_a_paper_comes_in(here: Hamlet) -> None:
    await give(here, LUA, OF_LUA)
    waits = await asks(here, WaitingFor(*OFFICE))
    here.clock.ms += 1000
    await give(here, HANH, ReceivePaper("nong-dan", "can-tho-khoi", 2027, "2027-03-16"))
    after = await asks(here, WaitingFor(*OFFICE))

    assert [(one.unit.name, one.name) for one in waits.sent] == [
        ("Hội Nông dân phường Thường Thạnh", "Lê Thị Lúa")
    ]
    assert after.sent == ()


async def test_a_reason_goes_to_the_office_and_no_reminder_follows(here: Hamlet) -> None:
    reason = GiveReason("suoi-da", "can-tho-khoi", 2027, "register", "Đang kiện toàn bí thư.")
    here.clock.set("2027-03-17 20:00")
    result, told_others = await tell(here, PAO, reason)

    assert result.told
    assert [one.person for one in told_others] == ["hanh"]
    assert await told(here, PAO, "2027-03-18 07:00") == []


async def test_the_list_of_calls_says_who_was_reminded_and_has_not_answered(here: Hamlet) -> None:
    await told(here, PAO, "2027-03-16 07:00")
    calls = {one.unit.id: one.reminded for one in await asks(here, CallList(*OFFICE))}
    here.clock.ms += 60_000
    await give(here, PAO, SaySent("suoi-da", "can-tho-khoi", 2027, "register"))
    async with here.db.writing() as tx:
        await tx.run("UPDATE addresses SET seen_at = :at", {"at": here.clock.ms})
    after = {one.unit.id: one.reminded for one in await asks(here, CallList(*OFFICE))}

    assert calls["suoi-da"] == Reminded(calls["suoi-da"].day, answered=False, unseen=True)
    assert after["suoi-da"].answered


async def test_who_turns_out_to_be_somebody_keeps_what_both_chose(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        for person, matter in (("pao", "a:1"), ("lua", "a:1"), ("lua", "a:2")):
            await tx.run(
                "INSERT INTO mutes (person, matter, at) VALUES (:person, :matter, 1)",
                {"person": person, "matter": matter},
            )
        await merge(tx, kept="pao", gone="lua")

    muted = await found(here.db, "SELECT person, matter FROM mutes ORDER BY 2")
    assert muted == [("pao", "a:1"), ("pao", "a:2")]
