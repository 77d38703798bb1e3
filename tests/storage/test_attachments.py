import pytest

from storage import attachments, entries
from storage.attachments import Kept, Wanted
from storage.database import Database
from tests.storage.village import BINH, NOW, PAO, entry

FIRST = Wanted("f1", PAO, "telegram", "kheo", "remote-1", NOW)
SECOND = Wanted("f2", PAO, "telegram", "kheo", "remote-2", NOW)


@pytest.fixture
async def wanted(village: Database) -> Database:
    async with village.writing() as tx:
        await entries.add(tx, [entry(1)])
        await attachments.want(tx, [FIRST, SECOND])
    return village


async def test_a_wanted_photo_is_due_until_it_is_kept_or_refused(wanted: Database) -> None:
    async with wanted.writing() as tx:
        assert await attachments.due(tx, now=NOW, limit=5) == [FIRST, SECOND]
        assert await attachments.due(tx, now=NOW, limit=1) == [FIRST]
        await attachments.kept(tx, Kept("f1", "#1", "image/jpeg", 1000))
        await attachments.refused(tx, "f2", reason="too-big")

        assert await attachments.due(tx, now=NOW, limit=5) == []
        assert await tx.rows("SELECT remote, reason FROM attachments ORDER BY id") == [
            ("", ""),
            ("", "too-big"),
        ]


async def test_a_photo_that_did_not_come_is_due_again_later(wanted: Database) -> None:
    async with wanted.writing() as tx:
        await attachments.later(tx, "f1", not_before=NOW + 60)

        assert [photo.id for photo in await attachments.due(tx, now=NOW, limit=5)] == ["f2"]
        again = await attachments.due(tx, now=NOW + 60, limit=5)
        assert [(photo.id, photo.attempts) for photo in again] == [("f2", 0), ("f1", 1)]


async def test_what_is_kept_is_not_refused_afterwards(wanted: Database) -> None:
    async with wanted.writing() as tx:
        await attachments.kept(tx, Kept("f1", "#1", "image/jpeg", 1000))
        await attachments.refused(tx, "f1", reason="too-big")

        assert await tx.rows("SELECT state FROM attachments WHERE id = 'f1'") == [("kept",)]


async def test_photos_of_an_entry_are_counted_unless_refused(wanted: Database) -> None:
    async with wanted.writing() as tx:
        await attachments.attach(tx, ["f1", "f2"], person=PAO, entry="e1")
        assert await attachments.count(tx, "e1") == 2
        await attachments.refused(tx, "f2", reason="too-big")

        assert await attachments.count(tx, "e1") == 1


async def test_nobody_attaches_the_photos_of_others_or_of_another_entry(
    wanted: Database,
) -> None:
    async with wanted.writing() as tx:
        await entries.add(tx, [entry(2)])
        await attachments.attach(tx, ["f1", "f2"], person=BINH, entry="e2")
        assert await attachments.count(tx, "e2") == 0
        await attachments.attach(tx, ["f1"], person=PAO, entry="e1")
        await attachments.attach(tx, ["f1"], person=PAO, entry="e2")

        assert await attachments.count(tx, "e1") == 1
