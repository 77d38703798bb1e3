"""Whether somebody can be told, where, in which language, and what they were when they were."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.remind.source import Moment
from rules.occurrences import Why
from rules.person import Membership
from storage import humans, memberships, withdrawing
from storage.chats import Chat
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Reader:
    """Who is to be told; `chats` the one used last first."""

    language: str
    chats: Sequence[Chat] = ()
    places: Sequence[Membership] = ()
    agreed: bool = False

    @property
    def why_not(self) -> Why:
        """Why they cannot be told, "" they can."""
        if not self.chats:  # who never came was never asked
            return "away"
        return "" if self.agreed else "silent"


NOBODY = Reader("vi")  # who is not there any more


async def readers(tx: Transaction, people: Sequence[str], moment: Moment) -> dict[str, Reader]:
    """Return each of the people as they stand now."""
    known = await humans.with_chats(tx, people)
    agreed = await withdrawing.agreed(tx, people)
    today = moment.local.date().isoformat()
    places = await memberships.of_people(tx, people, today=today)
    return {
        person: Reader(one.language, one.chats, places.get(person, ()), person in agreed)
        for person, one in known.items()
    }
