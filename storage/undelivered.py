"""What did not reach people, for a human to look after."""

from storage import outbox
from storage.database import Transaction
from storage.outbox import OutboxRow


async def undelivered(tx: Transaction) -> list[OutboxRow]:
    """Return the messages that failed or of which nobody knows, oldest first."""
    found = await tx.rows(
        f"""SELECT {outbox.COLUMNS} FROM outbox
            WHERE state IN ('failed', 'unknown') ORDER BY id"""  # noqa: S608 - our own columns
    )
    return [outbox.read(row) for row in found]
