import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot import lease
from bot.fate import GIVE_UP_MS
from rules.occurrences import Key
from storage import bots, delivery, occurrences, rerouting
from storage.database import Database, open_database
from storage.occurrences import Occurrence
from storage.outbox import OutboxRow
from tests.bot.everywhere import WEB, Everywhere, everywhere
from tests.bot.mortal import Cut, MortalDatabase
from tests.bot.mortal import Fault as End
from tests.fakes.telegram import Fault

GONE = Fault(status=400, description="Bad request: chat not found")
SPENT, REFUSED = Fault(status=429), Fault(status=401)


@pytest.fixture
async def both(db: Database) -> AsyncIterator[Everywhere]:
    """Give Lan's chats and who delivers to them, on a database of each kind in turn."""
    async with everywhere(db) as made:
        yield made


@pytest.mark.parametrize("fault", [GONE, SPENT, REFUSED], ids=["gone", "spent", "refused"])
async def test_what_a_bot_cannot_say_is_said_by_another_channel_of_theirs(
    chats: Everywhere, fault: Fault
) -> None:
    await chats.arrives(WEB, chats.on_telegram(), chats.first)
    chats.zalo.fault("sendMessage", fault, times=None)
    await chats.send(*(chats.row(key, chats.first) for key in ("o1", "o2", "o3")))

    assert chats.seen() == ([], [], ["o1", "o2", "o3"])
    assert await chats.rows() == [(key, "telegram", "sent") for key in ("o1", "o2", "o3")]


async def test_on_the_web_it_is_there_at_once_behind_all_that_is_there(chats: Everywhere) -> None:
    await chats.arrives(WEB, chats.first)
    chats.zalo.fault("sendMessage", REFUSED, times=None)
    await chats.keep(chats.row("0zzz", WEB, state="sent"))
    await chats.send(chats.row("0aaa", chats.first), chats.row("0bbb", chats.first))

    assert await chats.rows() == [(key, "web", "sent") for key in ("0zzz", "0aaa", "0bbb")]


async def test_an_open_page_shows_what_is_given_to_it(chats: Everywhere) -> None:
    await chats.arrives(WEB, chats.first)
    chats.zalo.fault("sendMessage", GONE)
    shows = asyncio.create_task(chats.bell.wait("lan", timeout=60))
    await chats.send(chats.row("o1", chats.first))
    await asyncio.wait_for(shows, 5)

    async with chats.db.reading() as tx:
        assert await tx.rows("SELECT settled_at FROM outbox") == [(chats.clock.ms,)]


async def test_what_was_decided_is_known_to_be_said_there(chats: Everywhere) -> None:
    await chats.arrives(WEB, chats.first)
    key = Key("stage:1", "suoi-da", "1", "end")
    made = Occurrence(key, "lan", "suoi-da", "stage:1", due_at=1, at=1, outbox="o1")
    async with chats.db.writing() as tx:
        await occurrences.decide(tx, [made])
    chats.zalo.fault("sendMessage", GONE)
    await chats.send(chats.row("o1", chats.first, planned=True))

    async with chats.db.reading() as tx:
        joined = "SELECT o.channel FROM occurrences x JOIN outbox o ON o.id = x.outbox"
        assert await tx.rows(joined) == [("web",)]


async def test_nothing_is_given_to_a_bot_whose_token_is_refused(chats: Everywhere) -> None:
    await chats.arrives(WEB, chats.second, chats.first)
    async with chats.db.writing() as tx:
        await bots.refuse(tx, "zalo", chats.second.bot, at=1)
    chats.zalo.fault("sendMessage", GONE, times=None)
    await chats.send(chats.row("o1", chats.first))

    assert len(await chats.zalo.called("sendMessage")) == 1


async def test_the_channel_they_chose_comes_before_what_they_used_last(both: Everywhere) -> None:
    await both.arrives(WEB, both.on_telegram(), both.second, both.first)
    await both.told(
        "INSERT INTO channel_choices (person, channel, at) VALUES :rows", [("lan", "web", 1)]
    )
    both.zalo.fault("sendMessage", GONE)
    await both.send(both.row("o1", both.first))

    assert await both.rows() == [("o1", "web", "sent")]


async def test_what_failed_at_two_bots_goes_on_to_a_third_chat_not_back(chats: Everywhere) -> None:
    await chats.arrives(chats.on_telegram(), chats.second, chats.first)
    chats.zalo.fault("sendMessage", GONE, times=None)
    await chats.send(chats.row("o1", chats.first))

    assert chats.seen() == ([], [], ["o1"])
    assert len(await chats.zalo.called("sendMessage")) == 2


async def test_what_another_process_has_taken_is_given_nowhere(chats: Everywhere) -> None:
    await chats.arrives(WEB, chats.first)
    row = chats.row("o1", chats.first)
    await chats.keep(replace(row, lease="theirs"))
    chats.zalo.fault("sendMessage", GONE)
    chats.deliver.send_now([row])
    await chats.rest()

    assert await chats.rows() == [("o1", "zalo", "sending")]


async def test_what_may_have_arrived_goes_nowhere_else(chats: Everywhere) -> None:
    await chats.arrives(WEB, chats.first)
    chats.zalo.fault("sendMessage", Fault(cut_after=True))
    chats.zalo.fault("sendMessage", REFUSED, times=None)
    await chats.send(chats.row("o1", chats.first))
    chats.clock.ms += GIVE_UP_MS + 1
    await chats.rest()

    assert chats.seen()[0] == ["o1"]
    assert await chats.rows() == [("o1", "zalo", "unknown")]


async def test_who_blocks_us_on_one_channel_is_told_on_another(both: Everywhere) -> None:
    await both.arrives(WEB, both.on_telegram())
    await both.lan.blocks()
    here = both.on_telegram()
    planned = both.row("o3", here, state="pending", urgency="bulk", planned=True, lease="")
    await both.keep(planned)
    await both.send(both.row("o1", here), both.row("o2", here))

    assert await both.rows() == [(key, "web", "sent") for key in ("o1", "o2", "o3")]


async def test_what_is_on_its_way_when_a_chat_is_closed_goes_elsewhere_after_it(
    chats: Everywhere,
) -> None:
    here = chats.on_telegram()
    await chats.arrives(WEB, here)
    await chats.lan.blocks()
    rows = [chats.row(key, here) for key in ("o1", "o2")]
    await chats.keep(*rows)
    await chats.deliver.blocked(here)
    chats.deliver.send_now(rows)
    await chats.rest()

    assert await chats.rows() == [(key, "web", "sent") for key in ("o1", "o2")]


async def test_what_was_planned_finds_its_way_only_when_it_is_due(chats: Everywhere) -> None:
    here = chats.on_telegram()
    await chats.arrives(WEB, here)
    later = chats.row("o1", here, state="pending", planned=True, lease="", not_before=2**53)
    await chats.keep(later)
    await chats.deliver.blocked(here)

    assert await chats.rows() == [("o1", "telegram", "pending")]


async def test_from_a_chat_that_is_closed_it_goes_back_to_a_bot_that_could_not(
    chats: Everywhere,
) -> None:
    await chats.arrives(chats.on_telegram(), chats.first)
    await chats.lan.blocks()
    chats.zalo.fault("sendMessage", SPENT, times=None)
    await chats.send(*(chats.row(key, chats.first) for key in ("o1", "o2")))
    chats.zalo.heal()
    chats.clock.ms += GIVE_UP_MS - 1
    await chats.rest()

    assert await chats.rows() == [("o1", "zalo", "sent"), ("o2", "zalo", "sent")]


async def test_while_rows_are_given_on_no_other_process_takes_them(
    postgres_tables_url: str,
) -> None:
    database = await open_database(postgres_tables_url)
    async with everywhere(database) as chats:
        here, there = chats.on_telegram(), chats.first
        await chats.keep(chats.row("o1", here), chats.row("o2", there, state="pending", lease=""))
        async with database.writing() as tx:
            assert await rerouting.is_ours(tx, "o1", lease="ours")
            assert len(await rerouting.waiting_at(tx, there, lease="")) == 1
            taken = await others(chats)
    await database.close()

    assert taken == []


async def others(chats: Everywhere) -> list[OutboxRow]:
    """Return what another process takes once our leases have run out."""
    now = chats.clock.ms + lease.MS
    async with chats.db.writing() as tx:
        return await delivery.claim(
            tx, lease="other", now=now, until=now + 1, limit=9, channels=["telegram", "zalo"]
        )


async def test_words_taken_back_meanwhile_are_not_told_elsewhere(chats: Everywhere) -> None:
    await chats.arrives(WEB, chats.first)
    row = chats.row("Giàng A Páo", chats.first)
    await chats.keep(replace(row, say={"text": "…"}))
    chats.zalo.fault("sendMessage", GONE)
    chats.deliver.send_now([row])
    await chats.rest()

    assert await chats.rows() == [("…", "web", "sent")]


async def test_rows_of_a_bot_that_is_there_no_more_find_their_people(chats: Everywhere) -> None:
    gone = chats.first._replace(bot="1459232241454769999")
    await chats.arrives(WEB, gone)
    await chats.keep(chats.row("o1", gone, state="pending", lease=""))
    await chats.rest()

    assert await chats.rows() == [("o1", "web", "sent")]


async def test_a_refused_token_is_noted_and_nothing_more_goes_to_that_bot(both: Everywhere) -> None:
    await both.arrives(WEB, both.first, both.second)
    both.zalo.reset_token(both.zalo.bots[0])
    await both.send(both.row("o1", both.first))
    both.zalo.fault("sendMessage", GONE)
    await both.send(both.row("o2", both.second))

    async with both.db.reading() as tx:
        (bot,) = await bots.of_channel(tx, "zalo")
    assert (bot.bot, bot.refused_at) == (both.first.bot, both.clock.ms)
    assert await both.rows() == [("o1", "zalo", "sent"), ("o2", "web", "sent")]


@pytest.mark.parametrize("end", [End(n, side) for n in (1, 2) for side in ("before", "after")])
async def test_killed_at_any_commit_it_arrives_once_or_is_listed(
    chats: Everywhere, end: End
) -> None:
    await chats.arrives(chats.on_telegram(), chats.first)
    chats.zalo.fault("sendMessage", REFUSED, times=None)
    row = chats.row("o1", chats.first)
    await chats.keep(row)
    dying = chats.delivering(MortalDatabase(chats.db, end))
    dying.send_now([row])
    with pytest.raises(Cut):
        await chats.rest(dying)
    chats.clock.ms += GIVE_UP_MS + 1
    await chats.rest(chats.delivering(chats.db, name="next"))

    ((_, channel, state),) = await chats.rows()
    arrived = chats.seen()[2]
    assert (arrived, channel, state) in [(["o1"], "telegram", "sent"), ([], "zalo", "unknown")]
