from bot.fate import GIVE_UP_MS
from tests.bot.everywhere import WEB, Everywhere
from tests.fakes.telegram import Fault

SPENT, REFUSED = Fault(status=429), Fault(status=401)


async def test_a_bot_that_cannot_is_not_asked_for_each_row(chats: Everywhere) -> None:
    await chats.arrives(WEB, chats.first)
    chats.zalo.fault("sendMessage", REFUSED, times=None)
    await chats.send(*(chats.row(f"o{n}", chats.first) for n in range(9)))

    assert len(await chats.zalo.called("sendMessage")) == 1


async def test_who_has_no_other_chat_is_waited_for_until_the_bot_can(chats: Everywhere) -> None:
    await chats.arrives(chats.second, chats.first)
    chats.zalo.fault("sendMessage", SPENT, times=None)
    await chats.send(chats.row("o1", chats.first), chats.row("o2", chats.first))
    assert {state for _, _, state in await chats.rows()} == {"pending"}

    chats.zalo.heal()
    chats.clock.ms += GIVE_UP_MS - 1
    await chats.rest()
    assert chats.seen()[1] == ["o1", "o2"] or chats.seen()[0] == ["o1", "o2"]


async def test_of_two_bots_that_could_not_the_first_that_can_again_says_it(
    chats: Everywhere,
) -> None:
    await chats.arrives(chats.second, chats.first)
    chats.zalo.fault("sendMessage", SPENT, times=None)
    await chats.send(chats.row("o1", chats.first))
    chats.zalo.heal()
    chats.zalo.fault("sendMessage", SPENT, times=None, chat=chats.phones[1])
    chats.clock.ms += 3_600_000
    await chats.rest()

    assert chats.seen()[0] == ["o1"]


async def spends(chats: Everywhere) -> None:
    """Let the first bot say something, and then have used up its month."""
    await chats.arrives(chats.first)
    await chats.send(chats.row("o0", chats.first))
    chats.zalo.fault("sendMessage", SPENT, times=None)
    await chats.send(chats.row("o1", chats.first))


async def test_a_bot_that_has_used_up_its_month_rests_and_that_is_noted(chats: Everywhere) -> None:
    await spends(chats)
    chats.clock.ms += 300_000
    await chats.send(chats.row("o2", chats.first))

    assert len(await chats.zalo.called("sendMessage")) == 2
    async with chats.db.reading() as tx:
        ((spent_at,),) = await tx.rows("SELECT spent_at FROM meters")
    assert spent_at == chats.clock.ms - 300_000


async def test_who_gets_another_chat_while_a_bot_rests_is_told_there(chats: Everywhere) -> None:
    await spends(chats)
    await chats.arrives_also(WEB)
    chats.clock.ms += 300_000
    await chats.rest()

    assert sorted(await chats.rows()) == [("o0", "zalo", "sent"), ("o1", "web", "sent")]


async def test_in_a_new_month_a_bot_says_at_once_what_it_could_not(chats: Everywhere) -> None:
    chats.clock.set("2027-03-31 23:58")
    await spends(chats)
    chats.zalo.heal()
    chats.clock.set("2027-04-01 00:01")
    await chats.rest()

    assert chats.seen()[0] == ["o0", "o1"]


async def test_what_was_planned_waits_for_as_long_as_it_is_of_use(chats: Everywhere) -> None:
    await chats.arrives(chats.first)
    chats.zalo.fault("sendMessage", SPENT, times=None)
    await chats.send(chats.row("o1", chats.first, urgency="bulk", planned=True))
    chats.clock.ms += 3 * GIVE_UP_MS
    await chats.rest()

    assert await chats.rows() == [("o1", "zalo", "pending")]
