"""Two persons turn out to be one."""

from storage.database import Transaction
from storage.memberships import without_doubles
from storage.merging_replies import take_over_replies
from storage.occurrences import take_over
from storage.reminder_choices import take_over_choices

_MOVED = (
    ("addresses", "person"),
    ("dialogs", "person"),
    ("memberships", "person"),
    ("consents", "person"),
    ("entries", "typed_by"),
    ("entries", "person"),
    ("entry_versions", "by_person"),
    ("codes", "person"),
    ("codes", "made_by"),
    ("attachments", "person"),
    ("files", "person"),
    ("data_requests", "person"),
    ("outbox", "person"),
    ("help_requests", "person"),
    ("help_requests", "human"),
    ("unit_humans", "person"),
    ("exemptions", "by_person"),
    ("schedules", "by_person"),
    ("deadline_changes", "by_person"),
    ("calendar_days", "by_person"),
    ("said_sent", "person"),
    ("said_sent", "by_person"),
    ("nudges", "by_person"),
    ("returns", "by_person"),
    ("corrections", "person"),
    ("corrections", "by_person"),
    ("papers", "person"),
    ("calls", "by_person"),
    ("summaries", "person"),
    ("launches", "by_person"),
    ("announcements", "by_person"),
    ("plans", "by_person"),
    ("targets_met", "by_person"),
    ("ratings", "by_person"),
    ("meetings", "by_person"),
    ("meeting_series", "by_person"),
    ("replies", "by_person"),
    ("people", "merged_into"),
)


async def merge(tx: Transaction, *, kept: str, gone: str) -> None:
    """Give everything of `gone` to `kept`; what `kept` has not said of themselves is taken over."""
    both = {"kept": kept, "gone": gone}
    await tx.rows(
        "SELECT id FROM people WHERE id IN :both ORDER BY id FOR UPDATE", {"both": [kept, gone]}
    )
    for table, column in _MOVED:
        # Both names are from the list above.
        await tx.run(f"UPDATE {table} SET {column} = :kept WHERE {column} = :gone", both)  # noqa: S608 - ours
    await _told_of_launches(tx, both)
    await take_over_replies(tx, kept=kept, gone=gone)
    await take_over_choices(tx, kept=kept, gone=gone)
    await take_over(tx, kept=kept, gone=gone)
    await _told_by_announcements(tx, both)
    for table in ("desk_keys", "desk_sessions"):  # who is at the desk signs in as who they are now
        await tx.run(f"DELETE FROM {table} WHERE person = :gone", both)  # noqa: S608 - ours
    await without_doubles(tx, [kept])
    await tx.run(
        """UPDATE people SET
               name = CASE people.name WHEN '' THEN other.name ELSE people.name END,
               folded = CASE people.name WHEN '' THEN other.folded ELSE people.folded END,
               sort_key = CASE people.name WHEN '' THEN other.sort_key ELSE people.sort_key END,
               phone = CASE people.phone WHEN '' THEN other.phone ELSE people.phone END
           FROM (SELECT name, folded, sort_key, phone FROM people WHERE id = :gone) other
           WHERE people.id = :kept""",
        both,
    )
    await tx.run(
        """UPDATE people SET name = '', folded = '', sort_key = '', phone = '', menu = '{}',
                             merged_into = :kept
           WHERE id = :gone""",
        both,
    )


async def _told_of_launches(tx: Transaction, both: dict[str, str]) -> None:
    """Let one of them be told of each launch, who has read it if either has."""
    await tx.run(
        """UPDATE announced SET read_at = other.read_at
           FROM (SELECT launch, read_at FROM announced WHERE person = :gone AND read_at > 0) other
           WHERE announced.launch = other.launch AND announced.person = :kept
             AND announced.read_at = 0""",
        both,
    )
    await tx.run(
        """DELETE FROM announced WHERE person = :gone
           AND launch IN (SELECT launch FROM announced WHERE person = :kept)""",
        both,
    )
    await tx.run("UPDATE announced SET person = :kept WHERE person = :gone", both)


async def _told_by_announcements(tx: Transaction, both: dict[str, str]) -> None:
    """Let one of them be told by each announcement, who has read it if either has."""
    await tx.run(
        """UPDATE announcement_people SET read_at = other.read_at
           FROM (SELECT announcement, read_at FROM announcement_people
                 WHERE person = :gone AND read_at > 0) other
           WHERE announcement_people.announcement = other.announcement
             AND announcement_people.person = :kept AND announcement_people.read_at = 0""",
        both,
    )
    await tx.run(
        """DELETE FROM announcement_people WHERE person = :gone
           AND announcement IN (SELECT announcement FROM announcement_people
                                WHERE person = :kept)""",
        both,
    )
    await tx.run("UPDATE announcement_people SET person = :kept WHERE person = :gone", both)
