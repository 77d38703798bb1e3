"""Has Excel files written beside the bot, so that a large one stops nobody's conversation."""

from collections.abc import Sequence

from bot.child import run_child
from papers.sheet import Sheet, pack

PATIENCE = 30.0


async def make_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return an Excel file of the sheets; Refused "child-failed" if it could not be written."""
    return await run_child("papers.workbook", pack(sheets), patience=PATIENCE)
