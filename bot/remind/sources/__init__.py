"""What is said by itself, kind by kind."""

from collections.abc import Sequence

from bot.remind.source import Source
from bot.remind.sources.announcements import Announcements
from bot.remind.sources.answering import ANSWERING
from bot.remind.sources.blocked import WHO_HAS_BLOCKED
from bot.remind.sources.bots import BOTS_LOST
from bot.remind.sources.campaigns import Campaigns
from bot.remind.sources.deadline_changes import DeadlineChanges
from bot.remind.sources.deadlines import Deadlines
from bot.remind.sources.drafts import Drafts
from bot.remind.sources.duties import Duties
from bot.remind.sources.gaps import GAPS
from bot.remind.sources.launches import Launches
from bot.remind.sources.meetings import Meetings
from bot.remind.sources.nudges import Nudges
from bot.remind.sources.schedules import Schedules
from bot.remind.sources.spendings import SPENDINGS


def sources() -> Sequence[Source]:
    """Return all of them."""
    return (
        GAPS,
        WHO_HAS_BLOCKED,
        BOTS_LOST,
        SPENDINGS,
        ANSWERING,
        Deadlines(),
        Drafts(),
        Nudges(),
        DeadlineChanges(),
        Announcements(),
        Launches(),
        Schedules(),
        Duties(),
        Campaigns(),
        Meetings(),
    )
