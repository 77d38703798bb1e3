"""What every turn needs from outside: the moment, ids, programmes, languages, doors."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.clock import Clock
from bot.files.keeper import FileKeeper
from bot.ids import Ids
from bot.ways_in import Follower, Led
from conversations.situation import Door, Form, Translate
from rules.budget import Plan
from storage.database import Transaction
from storage.erasing import Erased


class Programmes(Protocol):
    """The programmes in use, as they stand now."""

    def forms(self, today: dt.date) -> tuple[Form, ...]:
        """Return a form for each programme, in the round a registration of `today` counts to."""
        ...


class Leading(Protocol):
    """Leads whoever has a code to the bots there are."""

    async def lead(self, tx: Transaction, code: str, shell: "Shell", follower: Follower) -> Led:
        """Return the ways to follow a code."""
        ...


class Nowhere:
    """Leads to no bot: there is the web page alone."""

    async def lead(self, _tx: Transaction, _code: str, _shell: "Shell", _who: Follower) -> Led:
        """Return no way."""
        return Led()


@dataclass(frozen=True, slots=True)
class Shell:
    """The world as the turns see it.

    doors      by channel code
    languages  by "vi", "en"
    pepper     the key codes are hashed with
    make_code  makes a fresh code that a person can type
    lease      who sends what this process answers
    files      where the bytes of tables and of made files lie
    forget     makes an erasure outlive backups, before its commit
    telegram   our bot on Telegram as addresses name it, "" for none
    plans      what a bot may say a month, by the code of a channel that counts
    leading    leads whoever has a code to a bot
    """

    clock: Clock
    ids: Ids
    programmes: Programmes
    languages: Mapping[str, Translate]
    doors: Mapping[str, Door]
    pepper: str
    make_code: Callable[[], str]
    lease: str
    files: FileKeeper
    forget: Callable[[Erased], Awaitable[None]]
    telegram: str = ""
    plans: Mapping[str, Plan] = field(default_factory=dict)
    leading: Leading = field(default_factory=Nowhere)

    def language(self, code: str) -> Translate:
        """Return the catalogue of a language, Vietnamese for any we do not have."""
        return self.languages.get(code, self.languages["vi"])
