from dataclasses import replace
from typing import Any

from storage import outbox, people
from storage.database import Database
from storage.outbox import OutboxRow
from storage.shown import FEW, ShownRow, before_they_wrote, since_they_wrote
from tests.storage.village import LAN, PAO, chat

WROTE = 1_000
OURS = "this process"


def bubble(key: str, *, made: int = WROTE, **more: Any) -> OutboxRow:
    """Return a bubble at Páo's chat, sent at once."""
    settings = {"state": "sent", "settled_at": made, "say": {"text": key}, **more}
    return OutboxRow(key, *chat(PAO), PAO, created_at=made, **settings)


async def seen(db: Database, *rows: OutboxRow) -> list[str]:
    """Return which of these rows Páo has in sight, who wrote last at WROTE."""
    async with db.writing() as tx:
        await people.seen(tx, ["a-pao"], at=WROTE)
        await outbox.add(tx, rows)
        found = await since_they_wrote(tx, [chat(PAO), chat(LAN)], lease=OURS)
    return [str(row.say["text"]) for row in found.get(chat(PAO), ())]


async def test_what_was_said_since_they_wrote_is_in_sight_in_order(village: Database) -> None:
    rows = [bubble("o2", made=WROTE + 5), bubble("o1"), bubble("o0", made=WROTE - 1)]

    assert await seen(village, *rows) == ["o1", "o2"]


async def test_what_may_have_arrived_or_waits_is_in_sight_what_never_comes_is_not(
    village: Database,
) -> None:
    states = ("sending", "unknown", "sent", "pending", "failed", "dropped", "parked", "expired")
    rows = [bubble(f"o{n}-{state}", state=state) for n, state in enumerate(states)]

    assert await seen(village, *rows) == ["o0-sending", "o1-unknown", "o2-sent", "o3-pending"]


async def test_what_is_there_is_told_from_what_is_sent_perhaps_once_more(
    village: Database,
) -> None:
    ours: dict[str, Any] = {"state": "sending", "settled_at": 0, "lease": OURS}
    left = [
        bubble("o1", state="pending"),
        bubble("o2", state="pending", doubts=1),
        bubble("o3", **{**ours, "lease": "who died"}),
        bubble("o4", **ours, doubts=1),
    ]
    await seen(village, *left, bubble("o5", **ours), bubble("o6", state="unknown", doubts=2))

    async with village.reading() as tx:
        found = await since_they_wrote(tx, [chat(PAO)], lease=OURS)

    assert [row.waits for row in found[chat(PAO)]] == [True, True, True, True, False, False]


async def test_a_reminder_that_waits_is_in_sight_once_it_may_have_arrived(
    village: Database,
) -> None:
    held: dict[str, Any] = {"made": 500, "state": "pending", "settled_at": 0, "planned": True}

    assert await seen(village, bubble("o1", **held), bubble("o2", doubts=1, **held)) == ["o2"]


async def test_what_was_planned_before_they_wrote_and_came_after_is_in_sight(
    village: Database,
) -> None:
    planned = {"made": WROTE - 500, "planned": True}
    rows = [bubble("o1", settled_at=WROTE + 9, **planned), bubble("o2", **planned)]

    assert await seen(village, *rows) == ["o1"]


async def test_words_of_their_own_and_what_was_forgotten_are_not_in_sight(
    village: Database,
) -> None:
    assert await seen(village, bubble("o1", side="theirs"), bubble("o2", say={})) == []


async def test_what_was_said_to_whoever_had_the_chat_before_is_not_in_sight(
    village: Database,
) -> None:
    assert await seen(village, replace(bubble("o1"), person=LAN)) == []


async def test_a_bubble_in_sight_comes_with_what_it_remembers(village: Database) -> None:
    row = bubble("o1", about=("lan",), places=("suoi-da:officer",), bears="m1")
    await seen(village, row)

    async with village.reading() as tx:
        found = await since_they_wrote(tx, [chat(PAO)], lease=OURS)

    assert found[chat(PAO)] == (
        ShownRow({"text": "o1"}, WROTE, WROTE, ("lan",), ("suoi-da:officer",), "m1", False),
    )


async def test_the_last_few_that_arrived_before_they_wrote_are_known_in_order(
    village: Database,
) -> None:
    early = [bubble(f"o{n}", made=n) for n in range(9)]
    others = [bubble("p1", made=9, state="failed"), bubble("p2"), bubble("p3", side="theirs")]
    await seen(village, *early, *others)

    async with village.reading() as tx:
        found = await before_they_wrote(tx, [chat(PAO), chat(LAN)])

    assert [row.say["text"] for row in found[chat(PAO)]] == ["o4", "o5", "o6", "o7", "o8"]
    assert (len(found[chat(PAO)]), len(found)) == (FEW, 1)
