"""What came of an act, in words that know who did it and when."""

from aiohttp import web

from bot.desk.frame import Frame
from bot.desk.visitor import Visitor
from conversations.desk.outcomes import say_outcome
from conversations.situation import Door, Situation
from rules.commands import Command
from rules.results import Result


def say_result(frame: Frame, visitor: Visitor, result: Result) -> str:
    """Return what came of an act of the visitor's."""
    return say_outcome(_situation(frame, visitor), result)


async def done(frame: Frame, visitor: Visitor, command: Command, *, where: str) -> web.Response:
    """Carry a command out and lead on to a page of ours, which says what came of it."""
    (result,) = await frame.do(visitor, command)
    return frame.back(visitor, where, say=say_result(frame, visitor, result))


def _situation(frame: Frame, visitor: Visitor) -> Situation:
    """Return what words need to know of a visitor, who has no dialog open."""
    return Situation(
        person=visitor.person,
        consent="given",
        dialogs=(),
        menu=(),
        misses=0,
        door=Door("web", abroad=False, page=frame.tools.public_url),
        forms=visitor.forms,
        now=frame.now(),
        fresh="",
        translate=frame.language(visitor),
    )
