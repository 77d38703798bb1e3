"""What words mean where nothing can be pressed: one of the answers people have in sight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from bot.channels import Incoming
from bot.shell import Shell
from conversations.meant import LONGEST, Shown, meant
from conversations.numbered import numbers
from conversations.said import Earlier, Said, Text
from conversations.say import Say
from rules.person import Person, Role
from rules.roles import holds
from rules.said_number import said_number
from storage.chats import Chat
from storage.database import Transaction
from storage.shown import ShownRow, before_they_wrote, since_they_wrote


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
    found = await since_they_wrote(tx, list(said), lease=shell.lease) if said else {}
    shown = {chat: _theirs(found.get(chat, ()), batch[chat][1]) for chat in said}
    heard = {
        chat: _understood(meant(words, _seen(shown[chat]), at=at, now=now), shown[chat])
        for chat, (words, at) in said.items()
    }
    silent = [
        chat
        for chat, (words, _) in said.items()
        if said_number(words.text) >= 0 and heard[chat].said == words and _silent(shown[chat])
    ]
    before = await before_they_wrote(tx, silent) if silent else {}
    for chat in silent:
        rows = _theirs(before.get(chat, ()), batch[chat][1])
        heard[chat] = _of_earlier(said[chat][0], rows) or heard[chat]
    return heard


def _silent(rows: Sequence[ShownRow]) -> bool:
    """Return whether something was said, as that a file is there, and nothing asked."""
    return bool(rows) and not any(row.say.get("rows") or row.say.get("wants") for row in rows)


def _of_earlier(said: Text, rows: Sequence[ShownRow]) -> Understood | None:
    """Return a number as one for the last list among these bubbles, None where it has it not."""
    number = said_number(said.text)
    lists = [(row, say) for row, say in zip(rows, _says(rows), strict=True) if numbers(say)]
    for row, say in lists[-1:]:
        if any(one.number == str(number) for one in numbers(say)):
            return _understood(Earlier(say, number), [row])
    return None


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
    both = zip(_says(rows), rows, strict=True)
    return [Shown(say, row.made, row.sent, row.waits) for say, row in both]


def _says(rows: Sequence[ShownRow]) -> list[Say]:
    return [Say.from_json(dict(row.say)) for row in rows]
