from storage import outbox
from storage.chats import Chat
from storage.database import Database
from storage.outbox import OutboxRow
from tests.storage.sending import NOW, UNTIL, claimed, row
from tests.storage.village import LAN, PAO, chat


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
        await outbox.park(tx, chat(PAO))
    assert await states(db) == {"o1": "parked", "o2": "parked", "o3": "pending"}

    async with db.writing() as tx:
        await outbox.unpark(tx, chat(PAO), now=NOW, expire_before=20)
        assert await claimed(tx) == ["o2", "o3"]
    assert await states(db) == {"o1": "expired", "o2": "sending", "o3": "sending"}


async def test_bubbles_of_the_web_page_come_in_order_and_are_the_persons_own(
    db: Database,
) -> None:
    web, others = Chat("web", "", "w1"), Chat("web", "", "w2")
    async with db.writing() as tx:
        said = {"text": "dk"}
        mine = [OutboxRow(f"o{n}", *web, PAO, side="theirs", say=said) for n in (3, 1, 2)]
        other = [OutboxRow("o4", *others, LAN), row("o5")]
        await outbox.add(tx, [*mine, *other])

        found = await outbox.bubbles(tx, PAO, after="o1", limit=5)
        assert [bubble.id for bubble in found] == ["o2", "o3"]
        assert [b.id for b in await outbox.bubbles(tx, PAO, after="", limit=1)] == ["o1"]
