"""A page to write on at a cell's meeting, as a Word file."""

import orjson

from bot.child import run_child
from bot.making.making import Making
from conversations.papers.notebook_page import notebook_page
from rules.refused import Refused
from storage.members import named_today

PATIENCE = 30.0


async def notebook_docx(making: Making) -> bytes:
    """Return the empty page of a unit; Refused "file-gone" where the unit is no more."""
    shell = making.shell
    today = shell.clock.local(shell.clock.now_ms()).date()
    async with making.db.reading() as tx:
        unit = await named_today(tx, making.about["unit"], today=today.isoformat())
    if unit is None:
        raise Refused("file-gone")
    page = notebook_page(unit, shell.language("vi"))
    return await run_child("papers.letter_document", orjson.dumps(page), patience=PATIENCE)
