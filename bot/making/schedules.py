"""The month's notice of a committee as a Word file."""

import orjson

from bot.carry_out.order import answers
from bot.child import run_child
from bot.making.making import Making
from conversations.papers.schedule_letter import schedule_letter
from rules.refused import Refused
from rules.schedule_requests import ScheduleOf

PATIENCE = 30.0


async def schedule_docx(making: Making) -> bytes:
    """Return a Word file of the month as it stands now; Refused "file-gone" where there is none."""
    shell, about = making.shell, making.about
    async with making.db.reading() as tx:
        asked = [(making.person, ScheduleOf(about["unit"], about["month"]))]
        (found,) = await answers(tx, asked, shell)
    if not found.lines:
        raise Refused("file-gone")
    today = shell.clock.local(shell.clock.now_ms()).date()
    letter = schedule_letter(found, today, shell.language("vi"))
    return await run_child("papers.letter_document", orjson.dumps(letter), patience=PATIENCE)
