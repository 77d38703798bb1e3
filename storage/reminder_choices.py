"""What people chose about reminders: their hour, what to leave out, to repeat, what they did."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from rules.when_to_go import Habits, Snooze
from storage.database import Transaction


async def habits(tx: Transaction, people: Sequence[str]) -> dict[str, Habits]:
    """Return what each of the people chose; the usual for who chose nothing."""
    found = await tx.rows(
        """SELECT 'hour', person, hour, early, 0 FROM reminder_hours WHERE person IN :people
           UNION ALL SELECT 'mute', person, matter, 0, 0 FROM mutes WHERE person IN :people
           UNION ALL SELECT 'snooze', person, matter, until_at, at FROM snoozes
           WHERE person IN :people
           UNION ALL SELECT 'answer', person, matter, at, 0 FROM matter_answers
           WHERE person IN :people""",
        {"people": people},
    )
    kept: dict[str, _Kept] = defaultdict(_Kept)
    for kind, person, words, first, second in found:
        kept[person].take(kind, words, first, second)
    return {person: kept[person].habits() for person in people}


class _Kept:
    def __init__(self) -> None:
        self._hour: dt.time | None = None
        self._early = False
        self._muted: set[str] = set()
        self._snoozed: dict[str, Snooze] = {}
        self._answered: dict[str, int] = {}

    def take(self, kind: str, words: str, first: int, second: int) -> None:
        match kind:
            case "hour":
                self._hour = dt.time.fromisoformat(words) if words else None
                self._early = bool(first)
            case "mute":
                self._muted.add(words)
            case "snooze":
                self._snoozed[words] = Snooze(first, second)
            case _:
                self._answered[words] = first

    def habits(self) -> Habits:
        return Habits(
            self._hour, self._early, frozenset(self._muted), self._snoozed, self._answered
        )


async def choose_hour(
    tx: Transaction, person: str, *, hour: dt.time | None, early: bool, at: int
) -> None:
    """Keep the local hour somebody wants to be reminded at, None for the usual one."""
    await tx.run(
        """INSERT INTO reminder_hours (person, hour, early, at)
           VALUES (:person, :hour, :early, :at)
           ON CONFLICT (person) DO UPDATE SET hour = excluded.hour, early = excluded.early,
                                              at = excluded.at""",
        {
            "person": person,
            "hour": hour.isoformat("minutes") if hour else "",
            "early": int(early),
            "at": at,
        },
    )


async def mute(tx: Transaction, person: str, matter: str, *, at: int) -> None:
    """Keep that somebody wants no reminder of a matter, "" of anything."""
    await tx.run(
        """INSERT INTO mutes (person, matter, at) VALUES (:person, :matter, :at)
           ON CONFLICT DO NOTHING""",
        {"person": person, "matter": matter, "at": at},
    )


async def unmute(tx: Transaction, person: str, matter: str) -> None:
    """Forget that somebody wants no reminder of a matter."""
    await tx.run(
        "DELETE FROM mutes WHERE person = :person AND matter = :matter",
        {"person": person, "matter": matter},
    )


async def snooze(tx: Transaction, person: str, matter: str, *, until: int, at: int) -> None:
    """Keep when somebody wants to be reminded of a matter again (UTC milliseconds)."""
    await tx.run(
        """INSERT INTO snoozes (person, matter, until_at, at)
           VALUES (:person, :matter, :until, :at)
           ON CONFLICT (person, matter) DO UPDATE SET until_at = excluded.until_at,
                                                      at = excluded.at,
                                                      times = snoozes.times + 1""",
        {"person": person, "matter": matter, "until": until, "at": at},
    )


async def answered(tx: Transaction, rows: Sequence[tuple[str, str]], *, at: int) -> None:
    """Keep that people did something about matters just now, given as (person, matter)."""
    await tx.run(
        """INSERT INTO matter_answers (person, matter, at) VALUES :rows
           ON CONFLICT (person, matter) DO UPDATE SET at = excluded.at""",
        {"rows": [(*row, at) for row in sorted(set(rows))]},
    )


async def take_over_choices(tx: Transaction, *, kept: str, gone: str) -> None:
    """Give what one person chose to another, whose own choices stay."""
    both = {"kept": kept, "gone": gone}
    for table, key in (
        ("reminder_hours", "person"),
        ("channel_choices", "person"),
        ("mutes", "matter"),
        ("snoozes", "matter"),
        ("matter_answers", "matter"),
    ):
        # The names are from the list above.
        here = f"SELECT {key} FROM {table} WHERE person = :kept"  # noqa: S608 - ours
        own = f"EXISTS ({here})" if key == "person" else f"{key} IN ({here})"
        await tx.run(f"DELETE FROM {table} WHERE person = :gone AND {own}", both)  # noqa: S608 - ours
        await tx.run(f"UPDATE {table} SET person = :kept WHERE person = :gone", both)  # noqa: S608 - ours
