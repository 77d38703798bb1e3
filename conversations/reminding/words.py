"""What is said by itself, by the type of the facts it is made of."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from conversations.reminding.announcements import WORDS as ANNOUNCEMENTS
from conversations.reminding.blocked import WORDS as BLOCKED
from conversations.reminding.bots import WORDS as BOTS
from conversations.reminding.campaigns import WORDS as CAMPAIGNS
from conversations.reminding.deadline_changes import WORDS as DEADLINE_CHANGES
from conversations.reminding.deadlines import WORDS as DEADLINES
from conversations.reminding.drafts import WORDS as DRAFTS
from conversations.reminding.duties import WORDS as DUTIES
from conversations.reminding.gaps import WORDS as GAPS
from conversations.reminding.meetings import WORDS as MEETINGS
from conversations.reminding.schedules import WORDS as SCHEDULES
from conversations.reminding.spending import WORDS as SPENDING
from conversations.say import Say
from dialog.turn import Translate

Words: TypeAlias = Callable[[Any, Translate], Say]

# Each kind adds its own here.
WORDS: Mapping[type, Words] = {
    **DEADLINES,
    **DRAFTS,
    **ANNOUNCEMENTS,
    **DEADLINE_CHANGES,
    **GAPS,
    **BLOCKED,
    **BOTS,
    **SCHEDULES,
    **SPENDING,
    **DUTIES,
    **CAMPAIGNS,
    **MEETINGS,
}


def words_of(facts: Any, _: Translate) -> Say:
    """Return what is said of something due. Raises KeyError for facts nobody has words for."""
    return WORDS[type(facts)](facts, _)
