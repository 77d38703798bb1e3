"""What announcements became with each of their people: reached, left out, read."""

from storage.database import Transaction

# What was handed to a channel may have arrived, whatever came of it afterwards.
REACHED = """
    o.reason = '' AND (b.id IS NULL OR b.doubts > 0 OR b.state IN ('sent', 'sending', 'unknown'))"""
# When the announcement `w` went: the first time anybody was told.
WENT = """COALESCE((
    SELECT min(o.at) FROM occurrences o
    WHERE o.rule = 'announcement:' || w.id AND o.step = 'send' AND o.reason = ''), w.send_at, 0)"""


def rule_of(announcement: str) -> str:
    """Return the rule an announcement is planned under."""
    return f"announcement:{announcement}"


async def reached(tx: Transaction, announcement: str) -> dict[str, str]:
    """Return who has got it, or may have, each with the unit they stand for."""
    found = await tx.rows(
        f"""SELECT o.person, o.unit FROM occurrences o LEFT JOIN outbox b ON b.id = o.outbox
            WHERE o.rule = :rule AND o.step = 'send' AND {REACHED} ORDER BY o.person""",  # noqa: S608 - all of it is written here
        {"rule": rule_of(announcement)},
    )
    return {person: unit for person, unit in found}  # noqa: C416 - rows have no length mypy knows


async def written_for(tx: Transaction, announcement: str, unit: str) -> list[tuple[str, str]]:
    """Return the people of a stopped announcement of that office, without those it went on to."""
    found = await tx.rows(
        """SELECT p.person, p.unit FROM announcement_people p
           JOIN announcements a ON a.id = p.announcement
           WHERE a.id = :id AND a.unit = :unit AND a.state = 'stopped' AND NOT EXISTS (
               SELECT 1 FROM announcements r JOIN announcement_people q ON q.announcement = r.id
               WHERE r.rest = a.id AND q.person = p.person)
           ORDER BY p.person""",
        {"id": announcement, "unit": unit},
    )
    return [(person, unit_) for person, unit_ in found]


async def read_by(tx: Transaction, announcement: str, person: str, *, at: int) -> bool:
    """Note that somebody says they know; return False where they had, or were not told."""
    noted = await tx.rows(
        """UPDATE announcement_people SET read_at = :at
           WHERE announcement = :id AND person = :person AND read_at = 0 RETURNING person""",
        {"id": announcement, "person": person, "at": at},
    )
    return bool(noted)


async def stop_rest(tx: Transaction, announcement: str, *, now: int) -> None:
    """Let nothing more of it go: what is not planned yet, and what still waits in the outbox."""
    rule = rule_of(announcement)
    of: dict[str, str | int] = {"id": announcement, "rule": rule, "now": now}
    await tx.run(
        """INSERT INTO occurrences (rule, subject, occasion, step, person, unit, matter, due_at,
                                    at, reason, outbox)
           SELECT :rule, p.person, '1', 'send', p.person, p.unit, :rule, a.send_at, :now,
                  'withdrawn', ''
           FROM announcement_people p JOIN announcements a ON a.id = p.announcement
           WHERE a.id = :id ORDER BY p.person ON CONFLICT DO NOTHING""",
        of,
    )
    dropped = await tx.rows(
        """UPDATE outbox SET state = CASE doubts WHEN 0 THEN 'dropped' ELSE 'unknown' END,
                             settled_at = :now
           WHERE state = 'pending' AND settled_at = 0 AND planned = 1
             AND id IN (SELECT outbox FROM occurrences WHERE rule = :rule AND outbox <> '')
           RETURNING id, doubts""",
        of,
    )
    await tx.run(
        """UPDATE occurrences SET reason = 'withdrawn'
           WHERE rule = :rule AND outbox IN :rows""",
        {"rule": rule, "rows": [key for key, doubts in dropped if not doubts]},
    )
