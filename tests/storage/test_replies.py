"""Replies when somebody is forgotten, turns out to be somebody else, or withdraws."""

import datetime as dt

from rules.meeting import Meeting, Reply, When
from rules.person import Unit
from storage import erasing, meetings, merging, replies, withdrawing
from storage.database import Database, Transaction
from storage.erasing import Erasure
from tests.storage.village import LAN, NOW, PAO, SUOI_DA, TODAY

WHEN, ZONE = When(dt.date(2027, 3, 25), dt.time(19)), "Asia/Ho_Chi_Minh"


def meeting(place: str = "Nhà văn hóa") -> Meeting:
    at = WHEN.starts_at(ZONE)
    return Meeting("mt", Unit(SUOI_DA, ""), "regular", WHEN, ZONE, place, at, by_person=PAO)


async def meet(tx: Transaction, place: str = "Nhà văn hóa") -> None:
    await meetings.keep(tx, meeting(place), dialog="d", at=NOW)


def reply(person: str, *, reason: str = "", revision: int = 1, at: int = NOW) -> Reply:
    return Reply("mt", person, revision, "away" if reason else "coming", reason, person, at)


async def kept(tx: Transaction) -> list[tuple[str, str, str]]:
    rows = await tx.rows("SELECT person, answer, reason FROM replies ORDER BY person")
    return [(person, answer, reason) for person, answer, reason in rows]


async def test_of_two_replies_of_one_person_the_later_stands(village: Database) -> None:
    async with village.writing() as tx:
        await meet(tx)
        await replies.reply(tx, reply(PAO, reason="Ốm"))
        await replies.reply(tx, reply(LAN, at=NOW + 1))

        await merging.merge(tx, kept=PAO, gone=LAN)

        assert await kept(tx) == [(PAO, "coming", "")]


async def test_who_is_forgotten_leaves_no_reply_and_no_name_in_what_others_wrote(
    village: Database,
) -> None:
    async with village.writing() as tx:
        ((name,),) = await tx.rows("SELECT name FROM people WHERE id = :id", {"id": PAO})
        await meet(tx, f"Nhà đồng chí {name}")
        await replies.reply(tx, reply(PAO))
        await replies.reply(tx, reply(LAN, reason=f"Đi với {name}"))

        await erasing.erase(tx, Erasure(PAO, NOW, TODAY, "người đã xóa"))

        rows = await tx.rows("SELECT m.place, r.reason FROM meetings m JOIN replies r ON 1 = 1")
        assert rows == [("Nhà đồng chí người đã xóa", "Đi với người đã xóa")]


async def test_who_withdraws_leaves_no_reason(village: Database) -> None:
    async with village.writing() as tx:
        await meet(tx)
        await replies.reply(tx, reply(LAN, reason="Ốm"))

        await withdrawing.forget_unfinished(tx, LAN)

        assert await kept(tx) == [(LAN, "away", "")]


async def test_what_is_noted_for_somebody_does_not_replace_their_own_word(
    village: Database,
) -> None:
    async with village.writing() as tx:
        await meet(tx)
        await replies.reply(tx, reply(LAN))

        assert await replies.note(tx, [reply(LAN, reason="x"), reply(PAO)]) == [PAO]
        assert await replies.note(tx, [reply(LAN, revision=2)]) == [LAN]
