"""One command on its way to be carried out: whose it is, when it came, by which door."""

import datetime as dt
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import orjson

from bot.as_of_now import as_of_now
from bot.channels import FileSent
from bot.importing import preview_import
from bot.shell import Shell
from conversations.say import Say
from conversations.situation import Form, forms_for
from rules.commands import Command
from rules.person import Human, Person
from rules.requests import EntryOf, HumanFor
from storage import events, facts
from storage.chats import Chat
from storage.circumstances import Circumstances
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Told:
    """A bubble for somebody else than the one who wrote.

    known   what was known when it was worded
    always  ids of persons it is about whatever its words are
    """

    chat: Chat
    person: str
    say: Say
    known: tuple[Any, ...] = ()
    always: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A command, with who gave it, from which address, and when it was said (UTC milliseconds).

    `seen` grows with each fact that was asked for while carrying it out.
    """

    command: Command
    person: Person
    address: str
    chat: Chat
    at: int
    shell: Shell
    file: FileSent | None = None
    seen: list[Any] = field(default_factory=list, compare=False)

    def now(self) -> int:
        """Return the moment of carrying out, UTC milliseconds."""
        return self.shell.clock.now_ms()

    def today(self) -> dt.date:
        """Return the local day."""
        return self.shell.clock.local(self.now()).date()

    def form(self, programme: str = "") -> Form:
        """Return that programme's form, or the first, as it holds for who gave the command."""
        today = self.today()
        forms = forms_for(self.shell.programmes.forms(today), self.person, today)
        return next((f for f in forms if f.programme.code == programme), forms[0])

    async def fact(self, tx: Transaction, request: Any) -> Any:
        """Return one fact for whoever gave the command."""
        (found,) = await answers(tx, [(self.person.id, request)], self.shell)
        self.seen.append(found)
        return found

    async def human(self, tx: Transaction) -> Human:
        """Return whom this person calls."""
        human: Human = await self.fact(tx, HumanFor())
        return human

    async def entry(self, tx: Transaction, key: str) -> Any:
        """Return an entry as the person may see it, or None."""
        return await self.fact(tx, EntryOf(key))

    def digest(self, words: Mapping[str, str]) -> str:
        """Return what an event may keep of words: whether they were these, not what they are."""
        said = orjson.dumps(dict(words), option=orjson.OPT_SORT_KEYS)
        return hmac.digest(self.shell.pepper.encode(), said, "sha256").hex()

    def event(self, act: str, subject: str, *, before: str = "", after: str = "") -> events.Event:
        """Return the event of this command."""
        return events.Event(
            id=self.shell.ids.next(),
            at=self.now(),
            person=self.person.id,
            address=self.address,
            act=act,
            subject=subject,
            before=before,
            after=after,
        )


async def answers(tx: Transaction, asked: list[tuple[str, Any]], shell: Shell) -> list[Any]:
    """Return the answers to requests, each for its person; the office stands in for no human."""
    shell, now = await as_of_now(tx, shell), shell.clock.now_ms()
    day = shell.clock.local(now).date()
    programmes = tuple(form.programme for form in shell.programmes.forms(day))
    programme = programmes[0]
    around = Circumstances(
        today=day.isoformat(),
        zone=shell.clock.zone,
        now=now,
        quota=programme.quota,
        pepper=shell.pepper,
        programme=programme.code,
        preview=partial(preview_import, shell),
        programmes=programmes,
        plans=shell.plans,
    )
    office = Human(programme.office.contact, programme.office.phone)
    found = await facts.answer(tx, asked, around)
    return [office if isinstance(f, Human) and not f.name else f for f in found]
