"""What has been kept long enough goes by itself, and nothing else does."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from bot.pictures import PictureKeeper
from bot.retention import AT_ONCE, Retention
from rules.meeting import Meeting, Reply, When
from rules.person import Unit
from rules.programme import Period
from storage import (
    attachments,
    codes,
    dialogs,
    entries,
    help,  # noqa: A004 - a subject
    inbox,
    launches,
    meetings,
    outbox,
    people,
    replies,
)
from storage.attachments import Kept, Wanted
from storage.codes import NewCode
from storage.database import Database, Row, Transaction
from storage.dialogs import StoredDialog
from storage.help import HelpRequest
from storage.inbox import MessageKey
from storage.launches import Announced, Launch
from storage.outbox import OutboxRow
from storage.people import ConsentAnswer
from tests.hamlet import HandClock, OneProgramme, programme
from tests.storage.planted import plant
from tests.storage.village import LAN, PAO, SUOI_DA, chat, entry, meet, settle_in

DAY = 86_400_000
NEW, OLD = "new", "old"


@pytest.fixture
def clock() -> HandClock:
    """Give a clock."""
    return HandClock()


@pytest.fixture
async def retention(db: Database, clock: HandClock, tmp_path: Path) -> Retention:
    """Give the retention of a village."""
    async with db.writing() as tx:
        await settle_in(tx)
        await tx.run("UPDATE addresses SET seen_at = :now", {"now": clock.ms})
    return keeping(db, clock, tmp_path)


def keeping(db: Database, clock: HandClock, folder: Path, *, until: int = 0) -> Retention:
    """Return the retention where the programme of the entries has a period until a year."""
    own = replace(programme(), code="dvk", period=Period(2024, until) if until else Period())
    return Retention(db, clock, OneProgramme((own,)), PictureKeeper(folder))


async def rows(db: Database, sql: str) -> list[Row]:
    """Return the rows of a query."""
    async with db.reading() as tx:
        return await tx.rows(sql)


async def test_ids_of_messages_go_when_no_channel_sends_them_again(
    db: Database, retention: Retention, clock: HandClock
) -> None:
    async with db.writing() as tx:
        await inbox.claim(tx, [MessageKey(*chat(PAO), NEW)], at=clock.ms - 29 * DAY)
        await inbox.fail(tx, MessageKey(*chat(PAO), OLD), at=clock.ms - 31 * DAY, body="?")

    assert await retention.run() == {"inbox": 1}
    assert await rows(db, "SELECT external FROM inbox") == [(NEW,)]


async def test_why_somebody_was_away_goes_after_the_month_and_the_reply_stays(
    db: Database, retention: Retention, clock: HandClock
) -> None:
    async with db.writing() as tx:
        for key, days in ((OLD, 32), (NEW, 30)):
            at = clock.local(clock.ms - days * DAY)
            when, zone = When(at.date(), at.time()), "Asia/Ho_Chi_Minh"
            starts_at = when.starts_at(zone)
            held = Meeting(key, Unit(SUOI_DA, ""), "regular", when, zone, "nhà văn hóa", starts_at)
            await meetings.keep(tx, held, dialog=key, at=starts_at)
            await replies.reply(tx, Reply(key, LAN, 1, "away", "Con ốm", LAN, starts_at))

    assert await retention.run() == {"reasons": 1}
    kept = await rows(db, "SELECT answer, reason FROM replies ORDER BY meeting")
    assert kept == [("away", "Con ốm"), ("away", "")]


async def test_more_than_one_batch_goes_in_one_run(
    db: Database, retention: Retention, clock: HandClock
) -> None:
    async with db.writing() as tx:
        keys = [MessageKey(*chat(PAO), str(number)) for number in range(AT_ONCE + 1)]
        await inbox.claim(tx, keys, at=clock.ms - 31 * DAY)

    assert await retention.run() == {"inbox": AT_ONCE + 1}


async def test_what_was_said_goes_and_that_it_was_said_stays(
    db: Database, retention: Retention, clock: HandClock
) -> None:
    said = {"text": "Đồng chí cần việc gì?"}
    ages = {"o1": clock.ms - 89 * DAY, "o2": clock.ms - 91 * DAY, "o3": 0}
    async with db.writing() as tx:
        await outbox.add(
            tx,
            [
                OutboxRow(key, "web", "", "c", PAO, say=said, error="late", settled_at=at)
                for key, at in ages.items()
            ],
        )

    assert await retention.run() == {"texts": 1}
    emptied = await rows(db, "SELECT id, error FROM outbox WHERE say = '{}'")
    assert emptied == [("o2", "")]
    async with db.reading() as tx:
        shown = await outbox.bubbles(tx, PAO, after="", limit=9, today="2027-03-16")
    assert [row.id for row in shown] == ["o1", "o3"]


async def test_words_to_a_human_go_once_they_were_seen_to(
    db: Database, retention: Retention, clock: HandClock
) -> None:
    async with db.writing() as tx:
        for key in ("open", "done"):
            await help.ask(tx, HelpRequest(key, PAO, "Giúp tôi", clock.ms - 91 * DAY))
        await tx.run("UPDATE help_requests SET state = 'done' WHERE id = 'done'")

    assert await retention.run() == {"help": 1}
    assert await rows(db, "SELECT id FROM help_requests WHERE words <> ''") == [("open",)]


async def test_codes_and_tries_of_them_go(
    db: Database, retention: Retention, clock: HandClock
) -> None:
    async with db.writing() as tx:
        for key, until in ((NEW, clock.ms - 29 * DAY), (OLD, clock.ms - 31 * DAY)):
            await codes.add(tx, [NewCode(key, "return", 1, until, 1, person=PAO)])
        await codes.note_try(tx, "a-pao", at=clock.ms - 8 * DAY)
        await codes.note_try(tx, "a-pao", at=clock.ms - 6 * DAY)

    assert await retention.run() == {"tries": 1, "codes": 1}
    assert await rows(db, "SELECT hash FROM codes") == [(NEW,)]
    assert len(await rows(db, "SELECT at FROM code_tries")) == 1


async def photo(tx: Transaction, key: str, at: int) -> None:
    """Let Páo have sent a photo that is on the disk."""
    await attachments.want(tx, [Wanted(key, PAO, "web", "", "", at)])
    await attachments.kept(tx, Kept(key, hashlib.sha256(key.encode()).hexdigest(), "image/jpeg", 1))


async def test_photos_go_that_no_registration_and_no_draft_has(
    db: Database, retention: Retention, clock: HandClock
) -> None:
    before = clock.ms - 91 * DAY
    async with db.writing() as tx:
        for key in ("loose", "drafted", "sent"):
            await photo(tx, key, before)
        await photo(tx, "fresh", clock.ms)
        state = {"answers": {"_photos": "drafted other"}}
        await dialogs.keep(tx, [(PAO, StoredDialog("d1", "register", state, touched_at=before))])
        await entries.add(tx, [entry(1)])
        await attachments.attach(tx, ["sent"], person=PAO, entry="e1")

    assert await retention.run() == {"photos": 1}
    kept = await rows(db, "SELECT id FROM attachments ORDER BY id")
    assert kept == [("drafted",), ("fresh",), ("sent",)]


async def test_photos_that_were_not_taken_go_sooner(
    db: Database, retention: Retention, clock: HandClock
) -> None:
    async with db.writing() as tx:
        await attachments.want(tx, [Wanted("p1", PAO, "web", "", "", clock.ms - 31 * DAY)])
        await attachments.refused(tx, "p1", reason="picture-broken")

    assert await retention.run() == {"refused photos": 1}


async def test_bytes_on_the_disk_go_that_nothing_knows_any_more(
    db: Database, retention: Retention, clock: HandClock, tmp_path: Path
) -> None:
    async with db.writing() as tx:
        await photo(tx, "known", clock.ms)
    names = {key: hashlib.sha256(key.encode()).hexdigest() for key in ("known", "lost", "coming")}
    for key, name in names.items():
        file = tmp_path / "pictures" / name[:2] / f"{name}.jpg"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"photo")
        age = 3600 if key == "coming" else 2 * 86_400
        os.utime(file, (clock.ms / 1000 - age,) * 2)

    assert await retention.run() == {"files": 1}
    left = {path.stem for path in (tmp_path / "pictures").rglob("*.jpg")}
    assert left == {names["known"], names["coming"]}


async def test_who_never_agreed_and_did_not_come_back_is_nobody_again(
    db: Database, retention: Retention, clock: HandClock
) -> None:
    async with db.writing() as tx:
        await meet(tx, "stranger", "agreed", "recent")
        await tx.run("UPDATE people SET created_at = 1")
        await tx.run(
            "UPDATE addresses SET seen_at = :at WHERE person IN :old",
            {"at": clock.ms - 91 * DAY, "old": ["stranger", "agreed", LAN]},
        )
        await people.consent(
            tx,
            [
                ConsentAnswer("c1", "stranger", "refused", "1", "…", "web", 1),
                ConsentAnswer("c2", "agreed", "given", "1", "…", "web", 1),
            ],
        )

    assert await retention.run() == {"strangers": 1}
    assert await rows(db, "SELECT id FROM people WHERE id = 'stranger'") == []
    left = {person for (person,) in await rows(db, "SELECT id FROM people")}
    assert left > {"agreed", "recent", LAN}


async def test_an_entry_stays_five_years_beyond_its_term(
    db: Database, retention: Retention, clock: HandClock
) -> None:
    async with db.writing() as tx:
        await entries.add(tx, [entry(1), entry(2)])
        await tx.run("UPDATE entries SET round = 2025 WHERE id = 'e1'")
    clock.set("2031-01-01 03:10")

    done = await retention.run()
    assert done["entries"] == 1
    assert await rows(db, "SELECT id FROM entries") == [("e2",)]
    assert await rows(db, "SELECT DISTINCT entry FROM entry_versions") == [("e2",)]


@pytest.mark.parametrize("table", ["calls", "papers", "plans", "deadline_changes"])
async def test_what_was_noted_of_a_unit_goes_with_the_entries_of_its_round(
    db: Database, retention: Retention, clock: HandClock, table: str
) -> None:
    async with db.writing() as tx:
        await entries.add(tx, [entry(1)])
        await plant(tx, person=PAO, unit=SUOI_DA, entry="e1")
        await tx.run(f"UPDATE {table} SET round = 2025")  # noqa: S608 - from the list above

    assert table not in await retention.run()
    clock.set("2031-01-01 03:10")
    assert (await retention.run())[table] == 1


async def test_who_was_told_of_a_model_goes_with_the_round_it_was_launched_in(
    db: Database, retention: Retention, clock: HandClock
) -> None:
    async with db.writing() as tx:
        for key, day in (("l1", "2025-04-01"), ("l2", "2027-03-01")):
            await launches.launch(tx, Launch(key, "dvk", key, day, PAO, 1))
            await launches.announce(tx, [Announced(key, PAO, SUOI_DA, 1)])
    clock.set("2031-01-01 03:10")

    assert (await retention.run())["announced"] == 1
    assert await rows(db, "SELECT launch FROM announced") == [("l2",)]


@pytest.mark.parametrize(("until", "gone"), [(2028, {}), (2025, {"entries": 1})])
async def test_a_period_that_ends_later_keeps_its_entries_longer(
    db: Database, clock: HandClock, tmp_path: Path, until: int, gone: dict[str, int]
) -> None:
    async with db.writing() as tx:
        await settle_in(tx)
        await entries.add(tx, [entry(1)])
        await tx.run("UPDATE entries SET round = 2025")
        clock.set("2031-01-01 03:10")
        await tx.run("UPDATE addresses SET seen_at = :now", {"now": clock.ms})

    assert await keeping(db, clock, tmp_path, until=until).run() == gone


async def test_a_run_with_nothing_to_do_does_nothing(retention: Retention) -> None:
    assert await retention.run() == {}
