"""What a visitor of the desk asks for, answered as in the chat: each only what is theirs."""

from typing import Any

from bot.carry_out.order import answers
from bot.desk.tools import Tools
from bot.desk.visitor import Visitor


async def ask(tools: Tools, visitor: Visitor, *requests: Any) -> list[Any]:
    """Return the answers, all of one moment; to what is not theirs as if nothing were there."""
    async with tools.db.reading() as tx:
        asked = [(visitor.person.id, request) for request in requests]
        return await answers(tx, asked, tools.shell)
