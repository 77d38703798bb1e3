"""What was planned or kept of somebody when they are forgotten or agree no longer."""

import datetime as dt
from typing import Any

import orjson

from rules.occurrences import Key
from storage import deadline_changes, erasing, occurrences, outbox, withdrawing
from storage.calendar_days import NewSaidDay, say
from storage.database import Database, Transaction
from storage.deadline_changes import Change
from storage.erasing import Erasure
from storage.occurrences import Occurrence
from storage.outbox import OutboxRow
from tests.storage.village import HANH, LAN, NOW, OFFICE, PAO, SUOI_DA, TODAY, chat

INSTEAD = "người đã xóa"


def key_of(person: str) -> Key:
    return Key("meeting:mt", person, "1", "invite")


async def plan(
    tx: Transaction, person: str, *, doubts: int = 0, about: tuple[str, ...] = ()
) -> None:
    """Let a reminder of somebody wait to be sent."""
    key, row = key_of(person), f"o-{person}"
    await occurrences.decide(tx, [Occurrence(key, person, SUOI_DA, "m", 1, 2, "", row)])
    given: dict[str, Any] = {"urgency": "bulk", "planned": True, "doubts": doubts, "about": about}
    await outbox.add(tx, [OutboxRow(row, *chat(person), person, say={"text": "Mời"}, **given)])


async def test_what_waits_for_who_agrees_no_longer_is_not_taken_for_sent(village: Database) -> None:
    async with village.writing() as tx:
        await plan(tx, LAN)
        await withdrawing.forget_unfinished(tx, LAN)

        assert await occurrences.reasons(tx, [key_of(LAN)]) == {key_of(LAN): "silent"}


async def test_what_waits_and_names_who_is_forgotten_is_planned_anew(village: Database) -> None:
    async with village.writing() as tx:
        await plan(tx, LAN, about=(PAO,))
        await plan(tx, HANH, about=(PAO,), doubts=1)
        await erasing.erase(tx, Erasure(PAO, NOW, TODAY, INSTEAD))

        # What may have arrived is not told twice.
        keys = [key_of(LAN), key_of(HANH)]
        assert await occurrences.reasons(tx, keys) == {key_of(HANH): ""}


async def test_the_name_goes_out_of_deadlines_days_and_months_agreed_on(village: Database) -> None:
    async with village.writing() as tx:
        ((name,),) = await tx.rows("SELECT name FROM people WHERE id = :id", {"id": PAO})
        words = (f"Nhà {name} có tang", f"Đơn của {name}", HANH, NOW)
        of_unit = ("c", "p", "register", 2027, SUOI_DA, False)
        change = Change(*of_unit, "moved", "2027-03-26", "17:00", *words)
        await deadline_changes.keep(tx, [change])
        await say(tx, NewSaidDay(dt.date(2027, 3, 1), "off", f"Nghỉ, {name}", PAO, NOW))
        agreed = orjson.dumps({SUOI_DA: ["2027-03-25", "19:00", f"Nhà {name}"]}).decode()
        row = (OFFICE, "2027-03", HANH, NOW, 1, agreed)
        await tx.run("INSERT INTO schedules VALUES :rows", {"rows": [row]})

        await erasing.erase(tx, Erasure(PAO, NOW, TODAY, INSTEAD))

        kept = await tx.rows(
            "SELECT reason, basis, label, agreed FROM deadline_changes, calendar_days, schedules"
        )
        assert kept == [
            (
                f"Nhà {INSTEAD} có tang",
                f"Đơn của {INSTEAD}",
                f"Nghỉ, {INSTEAD}",
                agreed.replace(name, INSTEAD),
            )
        ]
