import asyncio
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import delivery, outbox
from storage.chats import Chat
from storage.database import Database, Transaction
from storage.delivery import Settled
from storage.outbox import OutboxRow
from storage.undelivered import undelivered
from tests.storage.sending import NOW, UNTIL, claimed, row
from tests.storage.village import LAN, chat


async def sent(tx: Transaction, *keys: str, lease: str = "ours") -> set[str]:
    return await delivery.settle(
        tx, [Settled(key, "sent", f"x{key}", "", NOW) for key in keys], lease=lease
    )


async def test_a_claimed_row_comes_whole_and_is_being_sent(db: Database) -> None:
    waiting = row("o1", say={"text": "Chào đồng chí"}, not_before=NOW)
    async with db.writing() as tx:
        await outbox.add(tx, [waiting])

        found = await delivery.claim(
            tx, lease="ours", now=NOW, until=UNTIL, limit=5, channels=["telegram"]
        )
    assert found == [
        replace(waiting, state="sending", attempts=1, lease="ours", leased_until=UNTIL)
    ]


async def test_rows_of_a_chat_are_sent_one_at_a_time_in_their_order(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o2"), row("o1"), row("o3", to=chat(LAN))])

        assert await claimed(tx) == ["o1", "o3"]
        assert await claimed(tx) == []
        await sent(tx, "o1")
        assert await claimed(tx) == ["o2"]


async def test_answers_go_before_bulk_in_a_chat_and_among_chats(db: Database) -> None:
    async with db.writing() as tx:
        bulk = [row("o1", urgency="bulk"), row("o2", to=chat(LAN), urgency="bulk")]
        await outbox.add(tx, [*bulk, row("o3")])

        assert await claimed(tx, limit=1) == ["o3"]
        assert await claimed(tx) == ["o2"]
        await sent(tx, "o3")
        assert await claimed(tx) == ["o1"]


async def test_nothing_goes_beside_a_row_that_is_being_sent(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o1", urgency="bulk")])
        assert await claimed(tx) == ["o1"]
        await outbox.add(tx, [row("o2")])

        assert await claimed(tx) == []


async def test_a_row_waits_for_its_time_and_holds_up_those_behind_it(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o1", not_before=NOW + 1), row("o2")])

        assert await claimed(tx) == []
        assert await claimed(tx, now=NOW + 1) == ["o1"]


async def test_other_channels_are_left_to_others(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o1", to=Chat("zalo", "oa", "1"))])

        assert await claimed(tx) == []


async def test_a_row_whose_lease_ran_out_is_sent_by_somebody_else(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o1")])
        await claimed(tx, lease="dead")

        assert await claimed(tx, now=UNTIL - 1) == []
        assert await claimed(tx, now=UNTIL) == ["o1"]


async def test_only_the_holder_of_the_lease_settles_a_row(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o1"), row("o2", to=chat(LAN))])
        await claimed(tx, lease="slow")
        await claimed(tx, lease="ours", now=UNTIL)

        assert await sent(tx, "o1", "o2", lease="slow") == set()
        await delivery.postpone(tx, "o2", lease="slow", not_before=0, error="", doubt=False)
        assert await sent(tx, "o1", "o2", "unheard-of") == {"o1", "o2"}
        assert await sent(tx, "o1") == set()


async def test_what_became_of_a_row_is_kept(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o1"), row("o2", to=chat(LAN))])
        await claimed(tx)
        await delivery.settle(
            tx, [Settled("o1", "unknown", "77", "timeout", NOW + 9)], lease="ours"
        )

        (found,) = await undelivered(tx)
    assert (found.state, found.external, found.error) == ("unknown", "77", "timeout")
    assert (found.settled_at, found.lease, found.leased_until) == (NOW + 9, "", 0)


async def test_a_postponed_row_is_sent_again_when_its_time_comes(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o1")])
        await claimed(tx)
        await delivery.postpone(
            tx, "o1", lease="ours", not_before=NOW + 30, error="flood", doubt=False
        )

        assert await claimed(tx, now=NOW + 29) == []
        assert await claimed(tx, now=NOW + 30) == ["o1"]
        assert await tx.rows("SELECT attempts, error FROM outbox") == [(2, "flood")]


async def test_an_attempt_that_may_have_arrived_is_a_doubt(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o1")])
        await claimed(tx, lease="dead")
        (again,) = await delivery.claim(
            tx, lease="ours", now=UNTIL, until=UNTIL, limit=1, channels=["telegram"]
        )
        assert (again.attempts, again.doubts) == (2, 1)
        await delivery.postpone(tx, "o1", lease="ours", not_before=0, error="", doubt=True)

        assert await tx.rows("SELECT doubts FROM outbox") == [(2,)]


async def test_rows_born_leased_are_sent_by_who_wrote_them(db: Database) -> None:
    born = [row(key, state="sending", lease="ours", leased_until=UNTIL) for key in ("o1", "o2")]
    async with db.writing() as tx:
        await outbox.add(tx, born)

        assert await claimed(tx, lease="other") == []
        assert await sent(tx, "o1", "o2") == {"o1", "o2"}


async def test_of_rows_born_leased_by_the_dead_one_a_chat_is_taken_over_in_order(
    db: Database,
) -> None:
    born = [row(key, state="sending", lease="dead", leased_until=UNTIL) for key in ("o1", "o2")]
    async with db.writing() as tx:
        await outbox.add(tx, born)

        assert await claimed(tx, now=UNTIL) == ["o1"]
        assert await claimed(tx, now=UNTIL) == []


async def test_leases_of_the_dead_run_out_at_the_start_of_a_lone_process(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o1"), row("o2", to=chat(LAN))])
        assert await claimed(tx, lease="dead", limit=1) == ["o1"]
        assert await claimed(tx, lease="alive", limit=1) == ["o2"]
        await delivery.release_dead(tx, lease_alive=["alive"], now=NOW)

        assert await claimed(tx) == ["o1"]


async def test_with_nobody_else_alive_all_leases_run_out(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o1")])
        await claimed(tx, lease="dead")
        await delivery.release_dead(tx, lease_alive=[], now=NOW)

        assert await claimed(tx) == ["o1"]


@pytest.mark.parametrize(
    ("rows", "due"),
    [
        ([], None),
        ([row("o1", not_before=5)], 5),
        ([row("o1", not_before=5), row("o2")], 5),
        ([row("o1", not_before=5), row("o2", to=chat(LAN), not_before=3)], 3),
        ([row("o1", state="sending", leased_until=UNTIL), row("o2")], UNTIL),
        ([row("o1", urgency="bulk"), row("o2", state="sending", leased_until=UNTIL)], UNTIL),
        ([row("o1", state="parked"), row("o2", state="sent", settled_at=1)], None),
        ([row("o1", to=Chat("zalo", "oa", "1"))], None),
    ],
)
async def test_the_next_time_to_look_is_when_something_may_be_found(
    db: Database, rows: list[OutboxRow], due: int | None
) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, rows)

        assert await delivery.next_due(tx, channels=["telegram"]) == due


async def test_senders_at_the_same_time_never_take_the_same_row_or_chat(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row(f"o{n:03}", to=chat(str(n % 20))) for n in range(60)])

    async def take(lease: str) -> list[str]:
        async with db.writing() as tx:
            return await claimed(tx, lease=lease, limit=5)

    taken = await asyncio.gather(*(take(str(n)) for n in range(8)))

    keys = [key for rows in taken for key in rows]
    assert len(keys) == len(set(keys))
    assert set(keys) <= {f"o{n:03}" for n in range(20)}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    plan=st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["answer", "bulk"])), max_size=8)
)
async def test_every_row_is_sent_once_and_in_the_order_of_its_chat(
    db: Database, plan: list[tuple[str, Any]]
) -> None:
    order: list[str] = []
    async with db.writing() as tx:
        await tx.run("DELETE FROM outbox")
        rows = [row(f"o{n}", to=chat(to), urgency=urgency) for n, (to, urgency) in enumerate(plan)]
        await outbox.add(tx, rows)
        while await delivery.next_due(tx, channels=["telegram"]) is not None:
            taken = await claimed(tx)
            order += taken
            assert await sent(tx, *taken) == set(taken)

    for one in "ab":
        expected = sorted((u, f"o{n}") for n, (to, u) in enumerate(plan) if to == one)
        keys = [key for _, key in expected]
        assert [key for key in order if key in keys] == keys
