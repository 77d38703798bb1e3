"""Somebody is forgotten: all that tells who they were goes, what the register counts stays."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.forgotten import Forgotten
from storage import forgetting
from storage.binding import Params
from storage.database import Transaction
from storage.forgetting_deadlines import in_deadlines
from storage.forgetting_meetings import in_meetings

_ADDRESSES = "(SELECT id FROM addresses WHERE person IN :people)"
_CHATS = "(SELECT channel, bot, chat FROM addresses WHERE person IN :people)"
# What of each kind goes; photos of an entry or of a form that was sent are the register's.
_BYTES = {
    "attachments": "{0}.person IN :people AND {0}.entry = '' AND {0}.paper = ''",
    "files": "{0}.person IN :people",
}
_GONE = (
    "outbox WHERE person IN :people",
    "dialogs WHERE person IN :people",
    "codes WHERE person IN :people",
    "attachments WHERE person IN :people AND entry = '' AND paper = ''",
    "files WHERE person IN :people",
    "summaries WHERE person IN :people",
    "desk_keys WHERE person IN :people",
    "occurrences WHERE person IN :people",
    "reminder_hours WHERE person IN :people",
    "channel_choices WHERE person IN :people",
    "mutes WHERE person IN :people",
    "snoozes WHERE person IN :people",
    "matter_answers WHERE person IN :people",
    "desk_sessions WHERE person IN :people",
    f"code_tries WHERE address IN {_ADDRESSES}",
)
_EMPTIED = (
    f"inbox SET body = '' WHERE body <> '' AND (channel, bot, chat) IN {_CHATS}",
    "consents SET wording = '' WHERE person IN :people",
    "help_requests SET words = '', state = 'done' WHERE person IN :people",
    "help_requests SET human = '' WHERE human IN :people",
    """data_requests SET words = '', state = 'done',
           settled_at = CASE settled_at WHEN 0 THEN :at ELSE settled_at END
       WHERE person IN :people""",
    """memberships SET position = '',
           to_day = CASE WHEN to_day <> '' AND to_day < :today THEN to_day
                         WHEN from_day > :today THEN from_day ELSE :today END
       WHERE person IN :people""",
    """unit_humans SET to_day = CASE WHEN from_day > :today THEN from_day ELSE :today END
       WHERE person IN :people AND (to_day = '' OR to_day > :today)""",
    """people SET name = '', folded = '', sort_key = '', phone = '', menu = '{}', language = 'vi',
           erased_at = :at
       WHERE id IN :people""",
)


@dataclass(frozen=True, slots=True)
class Erasure:
    """A person to be forgotten, when (UTC ms, and the local day), with what stands for the name."""

    person: str
    at: int
    today: str
    instead: str


@dataclass(frozen=True, slots=True)
class Erased:
    """Who was forgotten: all the persons they were; the bytes on disk nobody else has a share in.

    `entries` is how many items of the register they typed, which stay.
    """

    people: tuple[str, ...]
    pictures: tuple[str, ...]
    files: tuple[str, ...]
    entries: int


async def erase(tx: Transaction, erasure: Erasure) -> Erased:
    """Forget a person; doing it again changes nothing."""
    people, who = await _who(tx, erasure)
    params = _params(people, erasure)
    about = [*people, *await forgetting.in_entries(tx, people, who)]
    pictures = await _bytes(tx, "attachments", people)
    files = await _bytes(tx, "files", people)
    entries = await tx.rows("SELECT count(*) FROM entries WHERE typed_by IN :people", params)
    for changed in _EMPTIED:
        await tx.run(f"UPDATE {changed}", params)
    for gone in _GONE:
        await tx.run(f"DELETE FROM {gone}", params)  # noqa: S608 - from the list above
    await tx.run("DELETE FROM addresses WHERE person IN :people", params)
    await forgetting.in_calls(tx, people, who)
    await forgetting.in_plans(tx, people, who)
    await in_meetings(tx, people, who)
    await in_deadlines(tx, people, who)
    await forgetting.in_announcements(tx, people, who)
    await forgetting.in_what_others_were_told(tx, about, who)
    return Erased(tuple(people), pictures, files, entries[0][0])


async def not_erased(tx: Transaction, people: Sequence[str]) -> list[str]:
    """Return those of the people who are here and were not forgotten."""
    found = await tx.rows(
        "SELECT id FROM people WHERE id IN :people AND erased_at = 0 ORDER BY id",
        {"people": people},
    )
    return [key for (key,) in found]


async def _who(tx: Transaction, erasure: Erasure) -> tuple[list[str], Forgotten]:
    found = await tx.rows(
        """SELECT id, name, phone FROM people WHERE id = :person OR merged_into = :person
           ORDER BY id FOR UPDATE""",
        {"person": erasure.person},
    )
    name, phone = next((row[1:] for row in found if row[0] == erasure.person), ("", ""))
    return [row[0] for row in found], Forgotten(name, phone, erasure.instead)


def _params(people: Sequence[str], erasure: Erasure) -> Params:
    return {"people": people, "at": erasure.at, "today": erasure.today}


async def _bytes(tx: Transaction, table: str, people: Sequence[str]) -> tuple[str, ...]:
    """Return the hashes of what goes of a kind and no row that stays has too."""
    going = _BYTES[table]
    found = await tx.rows(
        f"""SELECT DISTINCT t.hash FROM {table} t
            WHERE t.hash <> '' AND {going.format("t")} AND NOT EXISTS (
                SELECT 1 FROM {table} o WHERE o.hash = t.hash AND NOT ({going.format("o")}))
            ORDER BY t.hash""",  # noqa: S608 - from the table above
        {"people": people},
    )
    return tuple(key for (key,) in found)
