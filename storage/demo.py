"""The invented units and people a newcomer may try things on, and how they disappear."""

from storage.database import Transaction

_UNITS = "(SELECT id FROM units WHERE demo = 1)"
_PEOPLE = "(SELECT id FROM people WHERE demo = 1)"
_CHATS = f"(SELECT id FROM addresses WHERE person IN {_PEOPLE})"  # noqa: S608 - written here
_ENTRIES = f"""(SELECT id FROM entries
    WHERE demo = 1 OR unit IN {_UNITS} OR typed_by IN {_PEOPLE})"""  # noqa: S608 - written here
_PAPERS = f"""(SELECT id FROM papers
    WHERE unit IN {_UNITS} OR entry IN {_ENTRIES} OR person IN {_PEOPLE})"""  # noqa: S608 - written here
# What the office says of a whole programme names no unit: whoever said it was of an invented one.
_SAID = f"""(SELECT id FROM people WHERE demo = 1
    UNION SELECT person FROM memberships WHERE unit IN {_UNITS} AND role IN ('office', 'admin'))"""  # noqa: S608 - written here
_LAUNCHES = f"(SELECT id FROM launches WHERE by_person IN {_SAID})"  # noqa: S608 - written here
_MEETINGS = f"""(SELECT id FROM meetings
    WHERE unit IN {_UNITS} OR by_person IN {_PEOPLE})"""  # noqa: S608 - written here
_REMOVED = (
    f"replies WHERE meeting IN {_MEETINGS} OR person IN {_PEOPLE} OR by_person IN {_PEOPLE}",
    f"meetings WHERE id IN {_MEETINGS}",
    f"meeting_series WHERE unit IN {_UNITS} OR by_person IN {_PEOPLE}",
    f"announced WHERE launch IN {_LAUNCHES} OR unit IN {_UNITS} OR person IN {_PEOPLE}",
    f"launches WHERE by_person IN {_SAID}",
    f"""announcement_people WHERE unit IN {_UNITS} OR person IN {_PEOPLE} OR announcement IN (
        SELECT id FROM announcements WHERE unit IN {_UNITS} OR by_person IN {_PEOPLE})""",  # noqa: S608 - written here
    f"announcements WHERE unit IN {_UNITS} OR by_person IN {_PEOPLE}",
    f"targets_met WHERE by_person IN {_SAID}",
    f"calendar_days WHERE by_person IN {_SAID}",
    f"said_sent WHERE unit IN {_UNITS} OR person IN {_PEOPLE} OR by_person IN {_PEOPLE}",
    f"nudges WHERE unit IN {_UNITS} OR by_person IN {_PEOPLE}",
    f"occurrences WHERE unit IN {_UNITS} OR person IN {_PEOPLE}",
    f"reminder_hours WHERE person IN {_PEOPLE}",
    f"channel_choices WHERE person IN {_PEOPLE}",
    f"mutes WHERE person IN {_PEOPLE}",
    f"snoozes WHERE person IN {_PEOPLE}",
    f"matter_answers WHERE person IN {_PEOPLE}",
    f"plans WHERE unit IN {_UNITS} OR by_person IN {_PEOPLE}",
    f"ratings WHERE unit IN {_UNITS} OR by_person IN {_PEOPLE}",
    f"calls WHERE unit IN {_UNITS} OR by_person IN {_PEOPLE}",
    f"summaries WHERE unit IN {_UNITS} OR person IN {_PEOPLE}",
    f"desk_keys WHERE person IN {_SAID}",
    f"desk_sessions WHERE person IN {_SAID}",
    f"entry_versions WHERE entry IN {_ENTRIES}",
    f"returns WHERE entry IN {_ENTRIES}",
    f"corrections WHERE entry IN {_ENTRIES}",
    f"attachments WHERE entry IN {_ENTRIES} OR paper IN {_PAPERS} OR person IN {_PEOPLE}",
    f"papers WHERE id IN {_PAPERS}",
    f"dialogs WHERE subject IN {_ENTRIES} OR person IN {_PEOPLE}",
    f"entries WHERE id IN {_ENTRIES}",
    f"memberships WHERE unit IN {_UNITS} OR person IN {_PEOPLE}",
    f"codes WHERE demo = 1 OR unit IN {_UNITS} OR person IN {_PEOPLE}",
    f"unit_humans WHERE unit IN {_UNITS} OR person IN {_PEOPLE}",
    f"exemptions WHERE unit IN {_UNITS} OR by_person IN {_PEOPLE}",
    f"duties_said WHERE unit IN {_UNITS}",
    f"schedules WHERE unit IN {_UNITS} OR by_person IN {_PEOPLE}",
    f"deadline_changes WHERE unit IN {_UNITS} OR by_person IN {_PEOPLE}",
    f"unit_successors WHERE unit IN {_UNITS} OR successor IN {_UNITS}",
    f"unit_parents WHERE unit IN {_UNITS} OR parent IN {_UNITS}",
    f"unit_names WHERE unit IN {_UNITS}",
    "units WHERE demo = 1",
    f"consents WHERE person IN {_PEOPLE}",
    f"outbox WHERE person IN {_PEOPLE}",
    f"help_requests WHERE person IN {_PEOPLE} OR human IN {_PEOPLE}",
    f"data_requests WHERE person IN {_PEOPLE}",
    f"code_tries WHERE address IN {_CHATS}",
    f"addresses WHERE person IN {_PEOPLE}",
    f"files WHERE hash = '' AND person IN {_PEOPLE}",
    "people WHERE demo = 1",
)
# Their bytes are on the disk, and go by what is still written of them.
_FILES_GONE = f"""UPDATE files SET state = 'gone', person = '', name = '', about = '{{}}'
    WHERE hash <> '' AND person IN {_PEOPLE}"""  # noqa: S608 - written here
# A counter is named after the beginning of the codes it numbers: DVK-2027 of DVK-2027-0017.
_OF_COUNTER = "substr(e.code, 1, length(counters.name) + 1) = counters.name || '-'"


async def has_demo(tx: Transaction) -> bool:
    """Return whether anything invented is there."""
    found = await tx.rows(
        """SELECT 1 FROM units WHERE demo = 1
           UNION SELECT 1 FROM people WHERE demo = 1
           UNION SELECT 1 FROM entries WHERE demo = 1"""
    )
    return bool(found)


async def remove_demo(tx: Transaction) -> None:
    """Delete what was invented and all that hangs on it; its numbers are given out again."""
    counters = await tx.rows(
        f"""SELECT DISTINCT counters.name FROM counters JOIN entries e ON {_OF_COUNTER}
            WHERE e.id IN {_ENTRIES}"""  # noqa: S608 - all of it is written here
    )
    await tx.run(_FILES_GONE)
    for rows in _REMOVED:
        await tx.run(f"DELETE FROM {rows}")  # noqa: S608 - from the list above
    await tx.run(
        f"""UPDATE counters
            SET value = COALESCE((SELECT max(e.number) FROM entries e WHERE {_OF_COUNTER}), 0)
            WHERE name IN :names""",  # noqa: S608 - all of it is written here
        {"names": [name for (name,) in counters]},
    )
