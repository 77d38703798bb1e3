"""Who is still to be told of an announcement, for the planner."""

from collections.abc import Sequence
from typing import NamedTuple

from rules.announcing import Announced
from rules.occurrences import Key
from storage.announced import REACHED, WENT, rule_of
from storage.database import Row, Transaction


class ToTell(NamedTuple):
    """One person to be told; times are UTC milliseconds, `original_at` 0 where nothing is mended.

    again   0 for the announcement itself, else the how-manieth reminder
    reached whether they got the announcement itself
    here    whether they stand for a unit still; what sets words right is for all who read them
    """

    announcement: str
    programme: str
    words: str
    state: str
    send_at: int
    original_at: int
    again_at: int
    person: str
    unit: str
    read_at: int
    here: int
    reached: int
    again: int

    @property
    def key(self) -> Key:
        """What they are told under."""
        step = f"again-{self.again}" if self.again else "send"
        return Key(rule_of(self.announcement), self.person, "1", step)

    def said(self, board: str) -> Announced:
        """Return what the words are made of, but for the moments, which are local."""
        return Announced(self.announcement, board, self.words, again=self.again)


_HERE = """CASE WHEN a.corrects <> '' OR EXISTS (
    SELECT 1 FROM memberships m
    WHERE m.person = p.person AND m.role = 'officer' AND m.state = 'confirmed'
      AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)) THEN 1 ELSE 0 END"""
_COLUMNS = f"""a.id, a.programme, a.words, a.state, a.send_at, {WENT}, a.again_at,
    p.person, p.unit, p.read_at, {_HERE}"""
_FROM = """FROM announcements a JOIN announcement_people p ON p.announcement = a.id
    LEFT JOIN announcements w ON w.id = a.corrects"""
_GOT_IT = f"""CASE WHEN EXISTS (
    SELECT 1 FROM occurrences o LEFT JOIN outbox b ON b.id = o.outbox
    WHERE o.rule = 'announcement:' || a.id AND o.subject = p.person AND o.step = 'send'
      AND {REACHED}) THEN 1 ELSE 0 END"""  # noqa: S608 - all of it is written here
# Who was not there can still come, as long as it is of use.
_OPEN = f"""
SELECT {_COLUMNS}, 0, 0 {_FROM}
WHERE a.state = 'open' AND a.send_at <= :ahead AND a.send_at > :since AND NOT EXISTS (
    SELECT 1 FROM occurrences o
    WHERE o.rule = 'announcement:' || a.id AND o.subject = p.person AND o.step = 'send'
      AND o.reason NOT IN ('away', 'silent'))
UNION ALL
SELECT {_COLUMNS}, 1, a.again {_FROM}
WHERE a.state = 'open' AND a.again_at > :since AND p.read_at = 0 AND {_GOT_IT} = 1 AND NOT EXISTS (
    SELECT 1 FROM occurrences o
    WHERE o.rule = 'announcement:' || a.id AND o.subject = p.person
      AND o.step = 'again-' || a.again)"""  # noqa: S608 - the same
_OF = f"""
WITH given (announcement, person, again) AS (VALUES :rows)
SELECT {_COLUMNS}, {_GOT_IT}, g.again {_FROM}
JOIN given g ON g.announcement = a.id AND g.person = p.person"""


async def to_tell(tx: Transaction, *, since: int, ahead: int, today: str) -> list[ToTell]:
    """Return who is to be told between two moments (UTC milliseconds) and has not been."""
    return _read(await tx.rows(_OPEN, {"since": since, "ahead": ahead, "today": today}))


async def told_of(tx: Transaction, keys: Sequence[Key], *, today: str) -> list[ToTell]:
    """Return the same for keys, decided or not, as it stands now."""
    given = [
        (key.rule.partition(":")[2], key.subject, int(key.step.partition("-")[2] or 0))
        for key in keys
    ]
    return _read(await tx.rows(_OF, {"rows": given, "today": today})) if given else []


def _read(rows: Sequence[Row]) -> list[ToTell]:
    return [ToTell(*row) for row in rows]
