"""What becomes of a row that was not sent: given up, or tried again."""

from typing import Literal

from bot.channels import ChannelError
from storage.outbox import OutboxRow

DOUBTS = 2  # the first and one more; a second copy of a question harms nobody
GIVE_UP_MS = 24 * 3_600_000


def fate(
    row: OutboxRow, error: ChannelError, *, now: int
) -> Literal["failed", "unknown", "expired", ""]:
    """Return what a row has come to after this error, "" when it is to be tried again."""
    ambiguous = error.kind == "ambiguous"
    doubts = row.doubts + ambiguous
    if error.kind == "permanent":
        return "failed"
    if ambiguous and hopeless(row, doubts):
        return "unknown"
    if error.kind == "elsewhere" and row.planned:
        return ""  # the rules know how long it is of use
    if now - row.created_at > GIVE_UP_MS:
        return "unknown" if doubts else "expired"
    return ""


def hopeless(row: OutboxRow, doubts: int) -> bool:
    """Return whether one more copy would be one too many."""
    return doubts >= (1 if row.say.get("once") else DOUBTS)
