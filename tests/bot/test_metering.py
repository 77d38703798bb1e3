"""What rows count that did not simply arrive: in part, perhaps, at another chat."""

from dataclasses import replace

from bot import lease
from rules.budget import Meter, month_of
from storage import meters
from tests.bot.everywhere import WEB, Everywhere
from tests.fakes.telegram import Fault

LONG = {"text": "Đồng chí xem từng mục một. " * 200}  # three messages


async def counted(chats: Everywhere) -> Meter:
    month = month_of(chats.clock.local(chats.clock.ms).date())
    async with chats.db.reading() as tx:
        return (await meters.of_month(tx, month, ["zalo"])).get(
            meters.Bot(*chats.first[:2]), Meter()
        )


async def test_of_a_bubble_that_is_refused_in_the_middle_what_went_counts(
    chats: Everywhere,
) -> None:
    await chats.arrives(chats.first)
    chats.zalo.fault("sendMessage", Fault(status=400), nth=3)
    await chats.send(chats.row("o1", chats.first, say=LONG))

    assert len(chats.seen()[0]) == 2
    assert await counted(chats) == Meter(sent=2)


async def test_so_it_does_where_the_rest_goes_elsewhere(chats: Everywhere) -> None:
    await chats.arrives(WEB, chats.first)
    chats.zalo.fault("sendMessage", Fault(status=401), nth=2)
    await chats.send(chats.row("o1", chats.first, say=LONG))

    assert await counted(chats) == Meter(sent=1)


async def test_what_goes_on_in_the_middle_counts_once(chats: Everywhere) -> None:
    await chats.arrives(chats.first)
    chats.zalo.fault("sendMessage", Fault(status=500), nth=2)
    await chats.send(chats.row("o1", chats.first, say=LONG))
    chats.clock.ms += 60_000
    await chats.rest()

    assert await counted(chats) == Meter(sent=len(chats.seen()[0])) == Meter(sent=3)


async def test_what_a_dead_process_may_have_said_counts_once(chats: Everywhere) -> None:
    await chats.arrives(chats.first)
    said_once = chats.row("o1", chats.first, say={"text": "o1", "once": True}, lease="dead")
    await chats.keep(replace(said_once, leased_until=chats.clock.ms))
    chats.clock.ms += lease.MS
    await chats.rest()

    assert await chats.rows() == [("o1", "zalo", "unknown")]
    assert await counted(chats) == Meter(sent=1)


async def test_what_may_have_reached_a_chat_that_is_closed_counts(chats: Everywhere) -> None:
    await chats.arrives(chats.first)
    waits = {"state": "pending", "lease": "", "leased_until": 0}
    await chats.keep(chats.row("o1", chats.first, doubts=1, **waits))
    await chats.keep(chats.row("o2", chats.first, **waits))
    await chats.deliver.blocked(chats.first)

    assert [state for _, _, state in await chats.rows()] == ["unknown", "parked"]
    assert await counted(chats) == Meter(sent=1)


async def test_what_may_be_out_is_kept_in_mind_before_more_is_said(chats: Everywhere) -> None:
    doubtful = chats.row("o1", chats.first, state="pending", doubts=1, lease="")
    await chats.keep(doubtful, chats.row("o2", chats.first), chats.row("o3", chats.first, doubts=1))
    async with chats.db.reading() as tx:
        found = await meters.under_way(tx, ["zalo"], but=["o2", "o3"])

    assert [(say["text"], tries) for _, say, tries in found] == [("o1", 1), ("o3", 1)]


async def test_what_somebody_else_has_taken_over_is_counted_by_them(chats: Everywhere) -> None:
    await chats.arrives(chats.first)
    await chats.keep(chats.row("o1", chats.first, lease="theirs"))
    chats.deliver._marks.note(chats.row("o1", chats.first), "sent", at=chats.clock.ms)
    await chats.deliver._marks.flush()

    assert await counted(chats) == Meter()
