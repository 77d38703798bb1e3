"""What words mean where nothing can be pressed: one of the answers people have in sight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from bot.channels import Incoming
from bot.shell import Shell
from conversations.meant import LONGEST, Shown, meant
from conversations.said import Said, Text
from conversations.say import Say
from rules.person import Person, Role
from rules.roles import holds
from storage.chats import Chat
from storage.database import Transaction
from storage.shown import ShownRow, since_they_wrote


@dataclass(frozen=True, slots=True)
class Understood:
    """What words mean, and what the bubbles in sight remember: for what of them is shown again.

    about  ids of the persons and entries they name
    bears  the meeting of which they show why somebody is away, "" for none
    """

    said: Said
    about: tuple[str, ...] = ()
    bears: str = ""


async def understood(
    tx: Transaction, batch: Mapping[Chat, tuple[Incoming, Person]], shell: Shell
) -> dict[Chat, Understood]:
    """Return what the short words of a batch mean, at chats where nothing can be pressed."""
    now = shell.clock.now_ms()
    said = {
        chat: (one.said, one.at)
        for chat, (one, _) in batch.items()
        if not shell.doors[one.channel].buttons
        and isinstance(one.said, Text)
        and len(one.said.text) <= LONGEST
    }
    found = await since_they_wrote(tx, list(said)) if said else {}
    shown = {chat: _theirs(found.get(chat, ()), batch[chat][1]) for chat in said}
    return {
        chat: _understood(meant(words, _seen(shown[chat]), at=at, now=now), shown[chat])
        for chat, (words, at) in said.items()
    }


def _theirs(rows: Sequence[ShownRow], person: Person) -> list[ShownRow]:
    """Return the bubbles of which a person still is all they were when they were shown them."""
    roles = {hat.unit.id: hat.role for hat in person.memberships if hat.confirmed}

    def still(place: str) -> bool:
        unit, _, need = place.rpartition(":")
        return holds(roles.get(unit, ""), cast("Role", need))

    return [row for row in rows if all(map(still, row.places))]


def _understood(said: Said, rows: Sequence[ShownRow]) -> Understood:
    about = sorted({key for row in rows for key in row.about})
    return Understood(said, tuple(about), max((row.bears for row in rows), default=""))


def _seen(rows: Sequence[ShownRow]) -> list[Shown]:
    return [Shown(Say.from_json(dict(row.say)), row.made, row.sent, row.waits) for row in rows]
