"""Who writes, and what is known of them: each message becomes a turn with its situation."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.channels import Incoming
from bot.in_sight import Understood, understood
from bot.shell import Shell
from conversations.outcome import Outcome
from conversations.said import AskedAgain, Earlier, File, Photo, Said, Turned, Unsure
from conversations.situation import Open, Situation, forms_for
from dialog.state import State
from rules.person import Person
from rules.results import Result
from storage import people
from storage.chats import Chat
from storage.database import Transaction
from storage.dialogs import StoredDialog
from storage.people import Acquaintance, Newcomer

MENU_HOURS = 24  # after that a lone digit means nothing any more


@dataclass(slots=True)
class Turn:
    """One message on its way: who wrote, what they said, what came of it so far.

    picture  the id given to the photo that came with it, or ""
    blocked  whether they had blocked us, and so are back
    known    every fact loaded for it, and what came of its command
    bug      why the turn was given up; the person gets an apology
    seen     what is in sight, where it is said once more
    """

    incoming: Incoming
    address: str
    situation: Situation
    said: Said
    picture: str = ""
    blocked: bool = False
    outcome: Outcome = field(default_factory=Outcome)
    earlier: Outcome = field(default_factory=Outcome)
    result: Result | None = None
    known: list[Any] = field(default_factory=list)
    bug: Exception | None = None
    seen: Understood | None = None

    @property
    def chat(self) -> Chat:
        """The chat it came from, and is answered in."""
        return _chat(self.incoming)

    @property
    def failed(self) -> bool:
        """Whether the turn was given up."""
        return self.bug is not None

    def noted(self, code: str) -> bool:
        """Return whether a code was given with an earlier message already."""
        return any(dialog.state.answers.get("code") == code for dialog in self.situation.dialogs)

    def understand(self, meant: Understood | None) -> None:
        """Take what the words mean, where they mean one of the answers in sight."""
        if meant is None:
            return
        self.said = meant.said
        if isinstance(meant.said, Turned | Unsure | AskedAgain | Earlier):
            self.seen = meant

    def know(self, request: Any, found: Any) -> None:
        """Add a fact that was loaded."""
        self.known.append(found)
        facts = {**self.situation.facts, request: found}
        self.situation = replace(self.situation, facts=facts)

    def take(self, outcome: Outcome) -> None:
        """Take what was thought as what came of it."""
        self.outcome = outcome

    def refresh(self, situation: Situation, result: Result) -> None:
        """Go on after the command: what is known now, without the dialogs that ended."""
        ended = set(self.outcome.close)
        kept = {d.id: d for d in self.outcome.keep}
        dialogs = tuple(kept.get(d.id, d) for d in situation.dialogs if d.id not in ended)
        self.situation = replace(situation, dialogs=dialogs)
        self.earlier, self.outcome, self.result = self.outcome, Outcome(), result
        self.known.append(result)

    def go_on(self) -> None:
        """Open the script that the result leads to."""
        begin = self.outcome.begin
        assert begin is not None  # noqa: S101 - only such turns come here
        self.earlier = self.earlier.then(replace(self.outcome, begin=None))
        self.said = begin

    def all(self) -> Outcome:
        """Return everything that came of the message."""
        return self.earlier.then(self.outcome)

    def fail(self, bug: Exception) -> None:
        """Give the turn up; nothing of it is written but that it failed."""
        self.bug = bug
        self.outcome = self.earlier = Outcome()


async def acquaint(
    tx: Transaction,
    batch: Sequence[Incoming],
    shell: Shell,
    *,
    shared: bool = False,
    dialogs: bool = True,
) -> tuple[list[Turn], list[Incoming]]:
    """Return a turn for each message, one a person, and the messages that must wait for the next.

    `shared`: two of them may be one person's by now, and none waits. Without `dialogs` nothing of
    what a person left unfinished is looked at, whatever state it is in.
    """
    now = shell.clock.local(shell.clock.now_ms())
    known = await people.acquainted(tx, _chats(batch), today=now.date().isoformat())
    known |= await _greet(tx, [i for i in batch if _chat(i) not in known], shell)
    turns: list[Turn] = []
    later: list[Incoming] = []
    taken: set[str] = set()
    for incoming in batch:
        who = known[_chat(incoming)]
        if who.person.id in taken and not shared:
            later.append(incoming)
            continue
        taken.add(who.person.id)
        turns.append(
            _turn(incoming, who if dialogs else replace(who, dialogs=(), menu={}), shell, now)
        )
    if dialogs and not shared:
        said = {turn.chat: (turn.incoming, turn.situation.person) for turn in turns}
        meant = await understood(tx, said, shell)
        for turn in turns:
            turn.understand(meant.get(turn.chat))
    return turns, later


def _chat(incoming: Incoming) -> Chat:
    return Chat(incoming.channel, incoming.bot, incoming.chat)


def _chats(batch: Sequence[Incoming]) -> list[Chat]:
    return list(dict.fromkeys(_chat(incoming) for incoming in batch))


async def _greet(
    tx: Transaction, strangers: Sequence[Incoming], shell: Shell
) -> dict[Chat, Acquaintance]:
    """Keep the addresses of people never seen before, and nothing else of them."""
    chats = _chats(strangers)
    new = [Newcomer(chat, shell.ids.next(), shell.ids.next()) for chat in chats]
    if new:
        await people.greet(tx, new, at=shell.clock.now_ms(), language="vi")
    return {n.chat: Acquaintance(n.address, False, Person(n.person), "") for n in new}


def _turn(incoming: Incoming, who: Acquaintance, shell: Shell, now: dt.datetime) -> Turn:
    said, picture = incoming.said, ""
    if isinstance(said, Photo):
        picture = shell.ids.next()
        said = Photo(picture)
    if isinstance(said, File):
        said = replace(said, ref=shell.ids.next())
    situation = Situation(
        person=who.person,
        consent="given" if who.consent == "given" else "refused" if who.consent else "",
        dialogs=tuple(_open(stored, shell) for stored in who.dialogs),
        menu=_menu(who, now),
        found=_found(who.menu, now),
        misses=int(who.menu.get("misses", 0)),
        door=shell.doors[incoming.channel],
        forms=forms_for(shell.programmes.forms(now.date()), who.person, now.date()),
        now=now,
        came=shell.clock.local(incoming.at),
        fresh=shell.ids.next(),
        translate=shell.language(who.person.language),
    )
    return Turn(incoming, who.address, situation, said, picture, who.blocked)


def _open(stored: StoredDialog, shell: Shell) -> Open:
    return Open(
        stored.id,
        stored.script,
        State.from_json(stored.state),
        stored.subject,
        stored.programme,
        stored.round,
        shell.clock.local(stored.touched_at),
    )


def _menu(who: Acquaintance, now: dt.datetime) -> tuple[str, ...]:
    """Return what was offered last, if it was in this chat: elsewhere nobody sees it now."""
    here = who.menu.get("in", who.address) == who.address
    return tuple(who.menu.get("data", ())) if here and _is_fresh(who.menu, now) else ()


def _found(menu: Mapping[str, Any], now: dt.datetime) -> tuple[str, ...]:
    return tuple(menu.get("found", ())) if _is_fresh(menu, now) else ()


def _is_fresh(menu: Mapping[str, Any], now: dt.datetime) -> bool:
    return now.timestamp() * 1000 - int(menu.get("at", 0)) < MENU_HOURS * 3_600_000
