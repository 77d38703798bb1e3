"""Everything kept about one person, to be handed to them; of what was said, their own words."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import orjson

from storage.database import Transaction

Section: TypeAlias = list[dict[str, Any]]

# What each section is called, its columns, and where they come from. Times are UTC milliseconds.
_SECTIONS: Mapping[str, tuple[str, str]] = {
    "person": ("name, phone, language, created_at", "people WHERE id = :person"),
    "channels": (
        "channel, bot, chat, created_at, seen_at",
        "addresses WHERE person = :person ORDER BY created_at, id",
    ),
    "units": (
        "name, position, role, state, from_day, to_day",
        """(SELECT n.name, m.position, m.role, m.state, m.from_day, m.to_day, m.id
            FROM memberships m JOIN unit_names n ON n.unit = m.unit
            WHERE m.person = :person AND n.from_day =
                  (SELECT max(from_day) FROM unit_names l WHERE l.unit = m.unit)) p
           ORDER BY from_day, id""",
    ),
    "consents": (
        "answer, version, wording, channel, at",
        "consents WHERE person = :person ORDER BY at, id",
    ),
    "entries": (
        "code, round, kind, person, name, address, field, content, more, state, created_at",
        "entries WHERE typed_by = :person ORDER BY created_at, id",
    ),
    "drafts": (
        "script, state, touched_at",
        "dialogs WHERE person = :person ORDER BY touched_at, id",
    ),
    "photos": (
        "entry, kind, size, state, created_at",
        "attachments WHERE person = :person ORDER BY id",
    ),
    "messages": (
        "created_at, channel, say",
        "outbox WHERE person = :person AND side = 'theirs' AND say <> '{}' ORDER BY id",
    ),
    "papers": (
        "round, at, original_day, state",
        "papers WHERE person = :person ORDER BY at, id",
    ),
    "asked": (
        "at, words",
        """(SELECT at, words, entry AS id FROM returns WHERE by_person = :person
            UNION ALL SELECT settled_at, words, id FROM corrections
            WHERE by_person = :person AND words <> ''
            UNION ALL SELECT at, reason, id FROM deadline_changes
            WHERE by_person = :person AND reason <> ''
            UNION ALL SELECT at, label, day FROM calendar_days
            WHERE by_person = :person) a ORDER BY at, id""",
    ),
    "corrections": ("at, boxes, state", "corrections WHERE person = :person ORDER BY at, id"),
    "noted": ("at, words", "calls WHERE by_person = :person ORDER BY at, id"),
    "plans": ("round, words, at", "plans WHERE by_person = :person ORDER BY at, unit, model"),
    "launches": (
        "model, at, read_at",
        """(SELECT l.model, a.at, a.read_at, l.id FROM announced a
            JOIN launches l ON l.id = a.launch WHERE a.person = :person) p ORDER BY at, id""",
    ),
    "announcements": (
        "at, words, read_at",
        """(SELECT a.send_at AS at, a.words, p.read_at, a.id FROM announcement_people p
            JOIN announcements a ON a.id = p.announcement WHERE p.person = :person
            UNION ALL SELECT at, words, 0, id FROM announcements
            WHERE by_person = :person) a ORDER BY at, id""",
    ),
    "told": (
        "at, rule, step, reason",
        "occurrences WHERE person = :person ORDER BY at, rule, step",
    ),
    "reminders": ("hour, early, at", "reminder_hours WHERE person = :person"),
    "reminded_by": ("channel, at", "channel_choices WHERE person = :person"),
    "reminder_answers": (
        "at, matter",
        """(SELECT at, matter FROM mutes WHERE person = :person
            UNION ALL SELECT at, matter FROM snoozes WHERE person = :person
            UNION ALL SELECT at, matter FROM matter_answers
            WHERE person = :person) a ORDER BY at, matter""",
    ),
    "paper_sent": (
        "at, round",
        "said_sent WHERE person = :person ORDER BY at, id",
    ),
    "meetings": (
        "day, place, answer, reason, at",
        """(SELECT m.day, m.place, r.answer, r.reason, r.at, m.id FROM replies r
            JOIN meetings m ON m.id = r.meeting WHERE r.person = :person
            UNION ALL SELECT day, place, '', why, at, id FROM meetings
            WHERE by_person = :person
            UNION ALL SELECT from_day, place, '', '', at, id FROM meeting_series
            WHERE by_person = :person) p ORDER BY at, id""",
    ),
    "calls": ("at, words, state", "help_requests WHERE person = :person ORDER BY at, id"),
    "requests": (
        "at, kind, due_day, settled_at",
        "data_requests WHERE person = :person ORDER BY id",
    ),
    "files": ("name, way, created_at, expires_at", "files WHERE person = :person ORDER BY id"),
    "events": ("at, act, subject", "events WHERE person = :person ORDER BY id"),
}
_JSON = {"more", "say", "boxes"}


async def copy_of(tx: Transaction, person: str) -> dict[str, Section]:
    """Return everything kept about a person, by section."""
    return {
        name: _read(columns, await tx.rows(f"SELECT {columns} FROM {rest}", {"person": person}))  # noqa: S608 - from the table above
        for name, (columns, rest) in _SECTIONS.items()
    }


def _read(columns: str, rows: list[tuple[Any, ...]]) -> Section:
    names = columns.split(", ")
    section = [dict(zip(names, row, strict=True)) for row in rows]
    for row in section:
        row |= {name: orjson.loads(row[name]) for name in _JSON & row.keys()}
        if "script" in row:
            said = orjson.loads(row.pop("state")).get("answers", {})
            row["said"] = {key: words for key, words in said.items() if not key.startswith("_")}
        if "say" in row:
            row["text"] = row.pop("say").get("text", "")
    return section
