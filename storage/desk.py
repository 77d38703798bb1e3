"""The way to the desk: one-time keys, and the sessions that are good; only hashes of both."""

from dataclasses import dataclass

from rules.person import Person
from storage import memberships
from storage.chats import Chat
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class DeskKey:
    """A key that opens the desk once: its hash, whose it is, the address it was asked for at."""

    hash: str
    person: str
    address: str


@dataclass(frozen=True, slots=True)
class Session:
    """Who is at the desk, by which chat they came, when they did something last (UTC ms)."""

    person: Person
    address: str
    chat: Chat
    seen_at: int


async def offer_key(tx: Transaction, key: DeskKey, *, until: int) -> None:
    """Keep a key that is good until then (UTC milliseconds); the person's others are not."""
    await tx.run("DELETE FROM desk_keys WHERE person = :person AND used_at = 0", _params(key))
    await tx.run(
        """INSERT INTO desk_keys (hash, person, address, expires_at, used_at)
           VALUES (:hash, :person, :address, :until, 0)""",
        {**_params(key), "until": until},
    )


async def use_key(tx: Transaction, key_hash: str, *, now: int) -> DeskKey | None:
    """Use a key up; None for one that was used, is too old or never was."""
    found = await tx.rows(
        """UPDATE desk_keys SET used_at = :now
           WHERE hash = :hash AND used_at = 0 AND :now < expires_at
           RETURNING hash, person, address""",
        {"hash": key_hash, "now": now},
    )
    return DeskKey(*found[0]) if found else None


async def begin_session(tx: Transaction, session_hash: str, key: DeskKey, *, now: int) -> None:
    """Let a browser be at the desk as whoever asked for the key."""
    await tx.run(
        """INSERT INTO desk_sessions (hash, person, address, created_at, seen_at, ended_at)
           VALUES (:session, :person, :address, :now, :now, 0)""",
        {**_params(key), "session": session_hash, "now": now},
    )


async def session(
    tx: Transaction, session_hash: str, *, idle_since: int, begun_since: int, today: str
) -> Session | None:
    """Return who is at the desk in a session begun and used since then (UTC ms), None for nobody.

    Nobody either who is somebody else by now, is forgotten, or no longer agrees.
    """
    found = await tx.rows(
        """SELECT p.id, p.name, p.phone, p.language, a.id, a.channel, a.bot, a.chat, s.seen_at
           FROM desk_sessions s JOIN people p ON p.id = s.person
           JOIN addresses a ON a.id = s.address AND a.person = s.person
           WHERE s.hash = :hash AND s.ended_at = 0
             AND s.seen_at > :idle AND s.created_at > :begun
             AND p.merged_into = '' AND p.erased_at = 0
             AND (SELECT c.answer FROM consents c WHERE c.person = p.id
                  ORDER BY c.at DESC, c.id DESC LIMIT 1) = 'given'""",
        {"hash": session_hash, "idle": idle_since, "begun": begun_since},
    )
    if not found:
        return None
    person, name, phone, language, address, channel, bot, chat, seen_at = found[0]
    places = await memberships.of_people(tx, [person], today=today)
    who = Person(person, name, phone, language, places.get(person, ()))
    return Session(who, address, Chat(channel, bot, chat), seen_at)


async def touch(tx: Transaction, session_hash: str, *, now: int) -> None:
    """Note that somebody does something at the desk."""
    await tx.run(
        "UPDATE desk_sessions SET seen_at = :now WHERE hash = :hash AND ended_at = 0",
        {"hash": session_hash, "now": now},
    )


async def end_session(tx: Transaction, session_hash: str, *, now: int) -> None:
    """End one session."""
    await tx.run(
        "UPDATE desk_sessions SET ended_at = :now WHERE hash = :hash AND ended_at = 0",
        {"hash": session_hash, "now": now},
    )


async def lock(tx: Transaction, person: str, *, now: int) -> int:
    """End all sessions of a person and their keys; return how many sessions that were."""
    await tx.run("DELETE FROM desk_keys WHERE person = :person", {"person": person})
    ended = await tx.rows(
        """UPDATE desk_sessions SET ended_at = :now WHERE person = :person AND ended_at = 0
           RETURNING hash""",
        {"person": person, "now": now},
    )
    return len(ended)


def _params(key: DeskKey) -> dict[str, str]:
    return {"hash": key.hash, "person": key.person, "address": key.address}
