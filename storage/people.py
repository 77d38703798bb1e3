"""People and their addresses: who writes, what they agreed to, what they left unfinished."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import orjson

from rules.fold import fold
from rules.people_sort import sort_key
from rules.person import Person
from storage import dialogs, memberships
from storage.chats import Chat
from storage.database import Row, Transaction
from storage.dialogs import StoredDialog
from storage.reachable import LIVE

Consent: TypeAlias = Literal["given", "refused", "withdrawn", ""]


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """All that a turn needs to know of who writes; `dialogs` the one touched last first."""

    address: str
    blocked: bool
    person: Person
    consent: Consent
    dialogs: tuple[StoredDialog, ...] = ()
    menu: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody never seen before, with the ids of the address and the person to be made."""

    chat: Chat
    address: str
    person: str


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """What a person answered to the wording of a consent, where and when (UTC milliseconds)."""

    id: str
    person: str
    answer: Consent
    version: str
    wording: str
    channel: str
    at: int


async def acquainted(
    tx: Transaction, chats: Sequence[Chat], *, today: str
) -> dict[Chat, Acquaintance]:
    """Return who is at these chats, never seen ones left out. Locks the people, in id order."""
    found = await _addresses(tx, chats)
    people = sorted({row[5] for row in found})
    places = await memberships.of_people(tx, people, today=today)
    consents = await _consents(tx, people)
    open_dialogs = await dialogs.of_people(tx, people)
    return {
        Chat(*row[:3]): Acquaintance(
            row[3],
            row[4] == "blocked",
            Person(*(*row[5:9], places.get(row[5], ()))),
            consents.get(row[5], ""),
            open_dialogs.get(row[5], ()),
            orjson.loads(row[9]),
        )
        for row in found
    }


async def _addresses(tx: Transaction, chats: Sequence[Chat]) -> list[Row]:
    while True:
        found = await tx.rows(
            """SELECT a.channel, a.bot, a.chat, a.id, a.state,
                      p.id, p.name, p.phone, p.language, p.menu, p.merged_into
               FROM addresses a CROSS JOIN people p  -- for SQLite: the chats first, not everybody
               WHERE (a.channel, a.bot, a.chat) IN (VALUES :chats) AND p.id = a.person
               ORDER BY p.id FOR UPDATE OF p""",
            {"chats": chats},
        )
        # Another replica may have merged somebody while this one waited for the lock.
        if not any(row[10] for row in found):
            return found


async def _consents(tx: Transaction, people: Sequence[str]) -> dict[str, Consent]:
    found = await tx.rows(
        "SELECT person, answer FROM consents WHERE person IN :people ORDER BY at, id",
        {"people": people},
    )
    return dict(found)


async def greet(tx: Transaction, newcomers: Sequence[Newcomer], *, at: int, language: str) -> None:
    """Keep people never seen before: an address and nothing else."""
    await tx.run(
        """INSERT INTO people (id, name, folded, sort_key, phone, language, merged_into, menu,
                               demo, created_at)
           VALUES :rows""",
        {"rows": [(n.person, "", "", "", "", language, "", "{}", 0, at) for n in newcomers]},
    )
    await tx.run(
        """INSERT INTO addresses (id, channel, bot, chat, person, state, seen_at, created_at)
           VALUES :rows""",
        {"rows": [(n.address, *n.chat, n.person, "open", at, at) for n in newcomers]},
    )


async def seen(tx: Transaction, addresses: Sequence[str], *, at: int) -> None:
    """Note that people wrote from these addresses just now."""
    await tx.run(
        "UPDATE addresses SET seen_at = :at WHERE id IN :addresses",
        {"addresses": addresses, "at": at},
    )


async def block(tx: Transaction, chat: Chat) -> None:
    """Note that the person at this chat takes no messages any more."""
    await _set_state(tx, chat, "blocked")


async def unblock(tx: Transaction, chat: Chat) -> None:
    """Note that the person at this chat takes messages again."""
    await _set_state(tx, chat, "open")


async def _set_state(tx: Transaction, chat: Chat, state: str) -> None:
    await tx.run(
        """UPDATE addresses SET state = :state
           WHERE channel = :channel AND bot = :bot AND chat = :chat""",
        {**chat._asdict(), "state": state},
    )


async def consent(tx: Transaction, rows: Sequence[ConsentAnswer]) -> None:
    """Keep what people answered; the last answer counts."""
    await tx.run(
        """INSERT INTO consents (id, person, answer, version, wording, channel, at)
           VALUES :rows""",
        {"rows": [(c.id, c.person, c.answer, c.version, c.wording, c.channel, c.at) for c in rows]},
    )


async def name_person(tx: Transaction, person: str, *, name: str) -> None:
    """Keep a person's name as they write it."""
    await tx.run(
        "UPDATE people SET name = :name, folded = :folded, sort_key = :key WHERE id = :person",
        {"person": person, "name": name, "folded": fold(name), "key": sort_key(name)},
    )


async def set_phone(tx: Transaction, person: str, *, phone: str) -> None:
    """Keep the phone number (E.164) a person shared."""
    await tx.run(
        "UPDATE people SET phone = :phone WHERE id = :person", {"person": person, "phone": phone}
    )


async def lock(tx: Transaction, people: Sequence[str]) -> None:
    """Let others who want the same people wait until this transaction is through."""
    await tx.rows(
        "SELECT id FROM people WHERE id IN :people ORDER BY id FOR UPDATE", {"people": people}
    )


async def called(tx: Transaction, name: str, *, phone: str) -> str:
    """Return the only person with that phone number (E.164) and name, "" if there is none."""
    found = await tx.rows(
        """SELECT id FROM people
           WHERE phone = :phone AND folded = :folded AND merged_into = ''""",
        {"phone": phone, "folded": fold(name)},
    )
    return str(found[0][0]) if len(found) == 1 else ""


async def called_so(tx: Transaction, names: Sequence[str]) -> dict[str, list[str]]:
    """Return the ids of everybody who has one of these names, by name."""
    found = await tx.rows(
        "SELECT folded, id FROM people WHERE folded IN :folded ORDER BY id",
        {"folded": sorted({fold(name) for name in names})},
    )
    return {name: [key for folded, key in found if folded == fold(name)] for name in names}


async def has_address(tx: Transaction, person: str) -> bool:
    """Return whether a person can be reached at any chat."""
    found = await tx.rows(
        f"SELECT a.id FROM addresses a WHERE a.person = :person AND {LIVE} LIMIT 1",  # noqa: S608 - ours
        {"person": person},
    )
    return bool(found)


async def set_language(tx: Transaction, person: str, *, language: str) -> None:
    """Keep the language a person wants to be spoken to in."""
    await tx.run(
        "UPDATE people SET language = :language WHERE id = :person",
        {"person": person, "language": language},
    )


async def language_of(tx: Transaction, person: str) -> str:
    """Return the language a person wants to be spoken to in."""
    found = await tx.rows("SELECT language FROM people WHERE id = :person", {"person": person})
    return str(found[0][0]) if found else "vi"


async def menus(tx: Transaction, people: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    """Return what a lone digit means outside dialogs, by person."""
    found = await tx.rows("SELECT id, menu FROM people WHERE id IN :people", {"people": people})
    return {person: orjson.loads(menu) for person, menu in found}


async def keep_menus(tx: Transaction, menus: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep, by person, what a lone digit means outside dialogs."""
    rows = [(person, orjson.dumps(menus[person]).decode()) for person in sorted(menus)]
    await tx.run(
        """WITH given (person, menu) AS (VALUES :rows)
           UPDATE people SET menu = given.menu FROM given WHERE people.id = given.person""",
        {"rows": rows},
    )
