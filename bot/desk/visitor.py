"""Somebody of the office who is at the desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.desk.session import token_of
from bot.hashed import hash_of
from conversations.situation import Form
from rules.person import Person, Unit
from rules.roles import holds
from storage.chats import Chat


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is at the desk, the address and chat they came by, the secret their browser keeps.

    forms   the programmes as they stand now
    rounds  by office and programme the rounds in which anything came in, where the address
            chooses one
    said    what came of what they did just before
    """

    person: Person
    address: str
    chat: Chat
    secret: str
    forms: tuple[Form, ...] = ()
    rounds: Mapping[tuple[str, str], Sequence[int]] = field(default_factory=dict)
    said: str = ""

    @property
    def hash(self) -> str:
        """What their session is kept under."""
        return hash_of(self.secret)

    @property
    def token(self) -> str:
        """What their forms have to carry."""
        return token_of(self.secret)

    @property
    def offices(self) -> tuple[Unit, ...]:
        """The units whose office they are, oldest first."""
        hats = self.person.memberships
        return tuple(hat.unit for hat in hats if hat.confirmed and holds(hat.role, "office"))
