"""What came of an act, in words that know who did it and when."""

from bot.desk.frame import Frame
from bot.desk.visitor import Visitor
from conversations.desk.outcomes import say_outcome
from conversations.situation import Door, Situation
from rules.results import Result


def say_result(frame: Frame, visitor: Visitor, result: Result) -> str:
    """Return what came of an act of the visitor's."""
    return say_outcome(_situation(frame, visitor), result)


def _situation(frame: Frame, visitor: Visitor) -> Situation:
    """Return what words need to know of a visitor, who has no dialog open."""
    clock = frame.tools.shell.clock
    now = clock.local(clock.now_ms())
    return Situation(
        person=visitor.person,
        consent="given",
        dialogs=(),
        menu=(),
        misses=0,
        door=Door("web", abroad=False, page=frame.tools.public_url),
        forms=visitor.forms,
        now=now,
        fresh="",
        translate=frame.language(visitor),
    )
