from typing import Any

from storage import outbox
from storage.chats import Chat
from storage.database import Database, Transaction
from storage.outbox import OutboxRow
from storage.undelivered import undelivered
from tests.storage.sending import NOW, UNTIL, claimed, row
from tests.storage.village import LAN, PAO, SUOI_DA, TODAY, chat


async def states(db: Database) -> dict[str, str]:
    async with db.reading() as tx:
        return dict(await tx.rows("SELECT id, state FROM outbox ORDER BY id"))


async def test_a_chat_is_busy_while_a_new_answer_has_to_wait(db: Database) -> None:
    chats = [chat(name) for name in ("pending", "theirs", "ours", "bulk", "settled", "free")]
    pending, theirs, ours, bulk, settled, _ = chats
    leased = {"state": "sending", "leased_until": UNTIL}
    async with db.writing() as tx:
        rows = [
            row("o1", to=pending),
            row("o2", to=theirs, lease="other", **leased),
            row("o3", to=ours, lease="ours", **leased),
            row("o4", to=bulk, urgency="bulk"),
            row("o5", to=settled, state="sent", settled_at=NOW),
        ]
        await outbox.add(tx, rows)

        assert await outbox.busy(tx, chats, lease="ours") == {pending, theirs}
        assert await outbox.busy(tx, [], lease="ours") == set()


async def test_what_is_said_to_the_blocked_is_parked_and_later_sent_or_expired(
    db: Database,
) -> None:
    async with db.writing() as tx:
        old = OutboxRow("o1", *chat(PAO), PAO, created_at=10)
        new = OutboxRow("o2", *chat(PAO), PAO, created_at=20)
        await outbox.add(tx, [old, new, row("o3", to=chat(LAN))])
        await claimed(tx, limit=1)
        await outbox.park(tx, chat(PAO), now=NOW)
    assert await states(db) == {"o1": "sending", "o2": "parked", "o3": "pending"}

    async with db.writing() as tx:
        await outbox.park(tx, chat(PAO), now=NOW, lease="ours")
    assert await states(db) == {"o1": "parked", "o2": "parked", "o3": "pending"}

    async with db.writing() as tx:
        await outbox.unpark(tx, chat(PAO), now=NOW, expire_before=20)
        assert await claimed(tx) == ["o2", "o3"]
    assert await states(db) == {"o1": "expired", "o2": "sending", "o3": "sending"}


async def test_what_may_have_reached_the_blocked_is_unknown_and_sent_no_more(db: Database) -> None:
    async with db.writing() as tx:
        await outbox.add(tx, [row("o1", state="sending", lease="ours", doubts=1), row("o2")])
        await outbox.park(tx, chat(PAO), now=NOW, lease="ours")
        await outbox.unpark(tx, chat(PAO), now=NOW, expire_before=0)

        assert [(one.id, one.settled_at) for one in await undelivered(tx)] == [("o1", NOW)]
        assert await claimed(tx) == ["o2"]


async def test_bubbles_of_the_web_page_come_in_order_and_are_the_persons_own(
    db: Database,
) -> None:
    web, others = Chat("web", "", "w1"), Chat("web", "", "w2")
    async with db.writing() as tx:
        said = {"text": "dk"}
        mine = [OutboxRow(f"o{n}", *web, PAO, side="theirs", say=said) for n in (3, 1, 2)]
        other = [OutboxRow("o4", *others, LAN), row("o5")]
        await outbox.add(tx, [*mine, *other])

        found = await outbox.bubbles(tx, PAO, after="o1", limit=5, today=TODAY)
        assert [bubble.id for bubble in found] == ["o2", "o3"]
        first = await outbox.bubbles(tx, PAO, after="", limit=1, today=TODAY)
        assert [bubble.id for bubble in first] == ["o1"]


async def test_what_was_said_to_somebody_as_an_officer_is_gone_when_they_are_none(
    village: Database,
) -> None:
    web = Chat("web", "", "w1")
    officer, member = (f"{SUOI_DA}:officer",), (f"{SUOI_DA}:member",)
    said: dict[str, Any] = {"say": {"text": "…"}}
    async with village.writing() as tx:
        rows = [
            OutboxRow("o1", *web, PAO, **said),
            OutboxRow("o2", *web, PAO, **said, places=officer),
            OutboxRow("o3", *web, PAO, **said, places=member),
            OutboxRow("o4", *web, PAO, side="theirs", **said, places=officer),
        ]
        await outbox.add(tx, rows)
        assert await shown(tx) == ["o1", "o2", "o3", "o4"]
        await tx.run("UPDATE memberships SET role = 'member' WHERE person = :pao", {"pao": PAO})
        assert await shown(tx) == ["o1", "o3", "o4"]
        await tx.run("UPDATE memberships SET to_day = from_day WHERE person = :pao", {"pao": PAO})

        assert await shown(tx) == ["o1", "o4"]


async def shown(tx: Transaction) -> list[str]:
    """Return the ids of Páo's bubbles as his page shows them."""
    found = await outbox.bubbles(tx, PAO, after="", limit=9, today=TODAY)
    return [bubble.id for bubble in found]
