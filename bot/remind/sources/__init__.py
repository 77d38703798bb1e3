"""What is said by itself, kind by kind."""

from collections.abc import Sequence

from bot.remind.source import Source
from bot.remind.sources.announcements import Announcements
from bot.remind.sources.blocked import WhoHasBlocked
from bot.remind.sources.deadline_changes import DeadlineChanges
from bot.remind.sources.deadlines import Deadlines
from bot.remind.sources.drafts import Drafts
from bot.remind.sources.duties import Duties
from bot.remind.sources.gaps import Gaps
from bot.remind.sources.launches import Launches
from bot.remind.sources.meetings import Meetings
from bot.remind.sources.nudges import Nudges
from bot.remind.sources.schedules import Schedules


def sources() -> Sequence[Source]:
    """Return all of them."""
    return (
        Gaps(),
        WhoHasBlocked(),
        Deadlines(),
        Drafts(),
        Nudges(),
        DeadlineChanges(),
        Announcements(),
        Launches(),
        Schedules(),
        Duties(),
        Meetings(),
    )
