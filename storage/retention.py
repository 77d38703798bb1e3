"""What is old enough to go: found without disturbing anybody, then taken out a few at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storage.database import Row, Transaction

_IN_A_DRAFT = """EXISTS (SELECT 1 FROM dialogs d
    WHERE d.person = a.person AND replace(d.state, a.id, '') <> d.state)"""
_NOT_KNOWN = """p.name = '' AND p.phone = '' AND p.merged_into = '' AND p.erased_at = 0
    AND p.created_at < :before
    AND NOT EXISTS (SELECT 1 FROM addresses a WHERE a.person = p.id AND a.seen_at >= :before)
    AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.person = p.id AND c.answer = 'given')
    AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.person = p.id)
    AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.typed_by = p.id)"""


@dataclass(frozen=True, slots=True)
class Ageing:
    """A kind of thing that gets old: the keys of those older than :before, and what takes them.

    Each statement takes the keys as :keys, rows of them where a key has several parts.
    """

    find: str
    take: tuple[str, ...]
    parts: bool = False


AGEING: Mapping[str, Ageing] = {
    "inbox": Ageing(
        "SELECT channel, bot, chat, external FROM inbox WHERE at < :before LIMIT :limit",
        ("DELETE FROM inbox WHERE (channel, bot, chat, external) IN (VALUES :keys)",),
        parts=True,
    ),
    "texts": Ageing(
        """SELECT id FROM outbox
           WHERE settled_at > 0 AND settled_at < :before AND say <> '{}' LIMIT :limit""",
        ("UPDATE outbox SET say = '{}', error = '' WHERE id IN :keys",),
    ),
    "help": Ageing(
        """SELECT id FROM help_requests
           WHERE state = 'done' AND at < :before AND words <> '' LIMIT :limit""",
        ("UPDATE help_requests SET words = '' WHERE id IN :keys",),
    ),
    "tries": Ageing(
        "SELECT DISTINCT address FROM code_tries WHERE at < :before LIMIT :limit",
        ("DELETE FROM code_tries WHERE address IN :keys AND at < :before",),
    ),
    "codes": Ageing(
        "SELECT hash FROM codes WHERE expires_at < :before LIMIT :limit",
        ("DELETE FROM codes WHERE hash IN :keys",),
    ),
    "refused photos": Ageing(
        """SELECT id FROM attachments
           WHERE state = 'refused' AND created_at < :before LIMIT :limit""",
        ("DELETE FROM attachments WHERE id IN :keys",),
    ),
    "photos": Ageing(
        f"""SELECT a.id FROM attachments a
            WHERE a.entry = '' AND a.paper = '' AND a.created_at < :before
              AND NOT {_IN_A_DRAFT} LIMIT :limit""",  # noqa: S608 - ours
        ("DELETE FROM attachments WHERE id IN :keys AND entry = '' AND paper = ''",),
    ),
    "strangers": Ageing(
        f"SELECT p.id FROM people p WHERE {_NOT_KNOWN} LIMIT :limit",  # noqa: S608 - ours
        (
            "DELETE FROM outbox WHERE person IN :keys",
            "DELETE FROM dialogs WHERE person IN :keys",
            "DELETE FROM consents WHERE person IN :keys",
            "DELETE FROM data_requests WHERE person IN :keys",
            "DELETE FROM addresses WHERE person IN :keys",
            "DELETE FROM people WHERE id IN :keys",
        ),
    ),
    "desk": Ageing(
        "SELECT hash FROM desk_sessions WHERE created_at < :before LIMIT :limit",
        ("DELETE FROM desk_sessions WHERE hash IN :keys",),
    ),
    "desk keys": Ageing(
        "SELECT hash FROM desk_keys WHERE expires_at < :before LIMIT :limit",
        ("DELETE FROM desk_keys WHERE hash IN :keys",),
    ),
    "summaries": Ageing(
        "SELECT id FROM summaries WHERE at < :before LIMIT :limit",
        ("DELETE FROM summaries WHERE id IN :keys",),
    ),
    "occurrences": Ageing(
        "SELECT rule, subject, occasion, step FROM occurrences WHERE at < :before LIMIT :limit",
        ("DELETE FROM occurrences WHERE (rule, subject, occasion, step) IN (VALUES :keys)",),
        parts=True,
    ),
    "reasons": Ageing(
        """SELECT r.meeting, r.person FROM replies r JOIN meetings m ON m.id = r.meeting
           WHERE r.reason <> '' AND m.starts_at < :before LIMIT :limit""",
        ("UPDATE replies SET reason = '' WHERE (meeting, person) IN (VALUES :keys)",),
        parts=True,
    ),
    "shown reasons": Ageing(
        """SELECT o.id FROM outbox o JOIN meetings m ON m.id = o.bears
           WHERE o.bears <> '' AND o.say <> '{}' AND m.starts_at < :before LIMIT :limit""",
        ("UPDATE outbox SET say = '{}', error = '' WHERE id IN :keys",),
    ),
    "meetings": Ageing(
        "SELECT id FROM meetings WHERE starts_at < :before LIMIT :limit",
        (
            "DELETE FROM replies WHERE meeting IN :keys",
            "DELETE FROM meetings WHERE id IN :keys",
        ),
    ),
    "series": Ageing(
        """SELECT id FROM meeting_series s WHERE to_day <> '' AND at < :before
           AND NOT EXISTS (SELECT 1 FROM meetings m WHERE m.series = s.id) LIMIT :limit""",
        ("DELETE FROM meeting_series WHERE id IN :keys",),
    ),
    "snoozes": Ageing(
        "SELECT person, matter FROM snoozes WHERE until_at < :before LIMIT :limit",
        ("DELETE FROM snoozes WHERE (person, matter) IN (VALUES :keys)",),
        parts=True,
    ),
    "answers": Ageing(
        "SELECT person, matter FROM matter_answers WHERE at < :before LIMIT :limit",
        ("DELETE FROM matter_answers WHERE (person, matter) IN (VALUES :keys)",),
        parts=True,
    ),
    # Who wants to be reminded of nothing at all stays so.
    "mutes": Ageing(
        "SELECT person, matter FROM mutes WHERE matter <> '' AND at < :before LIMIT :limit",
        ("DELETE FROM mutes WHERE (person, matter) IN (VALUES :keys)",),
        parts=True,
    ),
    "said sent": Ageing(
        "SELECT id FROM said_sent WHERE at < :before LIMIT :limit",
        ("DELETE FROM said_sent WHERE id IN :keys",),
    ),
    "schedules": Ageing(
        "SELECT unit, month FROM schedules WHERE at < :before LIMIT :limit",
        ("DELETE FROM schedules WHERE (unit, month) IN (VALUES :keys)",),
        parts=True,
    ),
    "nudges": Ageing(
        "SELECT id FROM nudges WHERE at < :before LIMIT :limit",
        ("DELETE FROM nudges WHERE id IN :keys",),
    ),
    # Here and below :before is a year.
    "meters": Ageing(
        """SELECT channel, bot, month FROM meters
           WHERE month < CAST(CAST(:before AS BIGINT) AS TEXT) LIMIT :limit""",
        ("DELETE FROM meters WHERE (channel, bot, month) IN (VALUES :keys)",),
        parts=True,
    ),
    # From here on :kept are programmes whose own period says longer.
    "calls": Ageing(
        "SELECT id FROM calls WHERE round < :before AND programme NOT IN :kept LIMIT :limit",
        ("DELETE FROM calls WHERE id IN :keys",),
    ),
    "plans": Ageing(
        """SELECT unit, programme, round, model FROM plans
           WHERE round < :before AND programme NOT IN :kept LIMIT :limit""",
        ("DELETE FROM plans WHERE (unit, programme, round, model) IN (VALUES :keys)",),
        parts=True,
    ),
    "deadline_changes": Ageing(
        """SELECT id FROM deadline_changes
           WHERE round < :before AND programme NOT IN :kept LIMIT :limit""",
        ("DELETE FROM deadline_changes WHERE id IN :keys",),
    ),
    "announced": Ageing(
        """SELECT a.launch, a.person FROM announced a JOIN launches l ON l.id = a.launch
           WHERE l.day < CAST(CAST(:before AS BIGINT) AS TEXT) AND l.programme NOT IN :kept
           LIMIT :limit""",
        ("DELETE FROM announced WHERE (launch, person) IN (VALUES :keys)",),
        parts=True,
    ),
    "announcements": Ageing(
        "SELECT id FROM announcements WHERE at < :before LIMIT :limit",
        (
            "DELETE FROM announcement_people WHERE announcement IN :keys",
            "DELETE FROM announcements WHERE id IN :keys",
        ),
    ),
    "papers": Ageing(
        "SELECT id FROM papers WHERE round < :before AND programme NOT IN :kept LIMIT :limit",
        (
            "DELETE FROM attachments WHERE paper IN :keys",
            "DELETE FROM papers WHERE id IN :keys",
        ),
    ),
    "entries": Ageing(
        "SELECT id FROM entries WHERE round < :before AND programme NOT IN :kept LIMIT :limit",
        (
            "DELETE FROM entry_versions WHERE entry IN :keys",
            "DELETE FROM returns WHERE entry IN :keys",
            "DELETE FROM corrections WHERE entry IN :keys",
            "DELETE FROM attachments WHERE entry IN :keys",
            "DELETE FROM entries WHERE id IN :keys",
        ),
    ),
}


async def find_old(
    tx: Transaction, what: str, *, before: int, limit: int, kept: Sequence[str] = ()
) -> list[Row]:
    """Return the keys of some that are old enough; of `kept` programmes no entry is."""
    return await tx.rows(AGEING[what].find, {"before": before, "limit": limit, "kept": kept})


async def take_old(tx: Transaction, what: str, keys: Sequence[Row], *, before: int) -> None:
    """Take those out, or the words out of them."""
    ageing = AGEING[what]
    wanted = keys if ageing.parts else [key for (key,) in keys]
    for statement in ageing.take:
        await tx.run(statement, {"keys": wanted, "before": before})


async def unknown_pictures(tx: Transaction, hashes: Sequence[str]) -> set[str]:
    """Return those of the hashes that no photo has any more."""
    found = await tx.rows(
        "SELECT DISTINCT hash FROM attachments WHERE hash IN :hashes", {"hashes": hashes}
    )
    return set(hashes) - {key for (key,) in found}
