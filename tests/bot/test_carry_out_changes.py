import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from rules.commands import (
    AttachPhotos,
    Command,
    ConfirmEntry,
    CorrectEntry,
    LeaveAsIs,
    WithdrawEntry,
)
from rules.entry import Entry
from rules.results import Confirmed, Corrected, PhotosKept, TooLate, Unchanged, Withdrawn
from storage.attachments import Wanted, want
from storage.chats import Chat
from tests.bot.ordering import (
    BINH,
    HANH,
    LUA,
    PAO,
    found,
    give,
    registered,
)
from tests.hamlet import Hamlet

BOXES = {"name": "Nuôi cá", "address": "ấp 4", "field": "economy", "content": "Hai hộ."}

EVENTS = "SELECT act, before, after FROM events"


@pytest.fixture
async def entry(here: Hamlet) -> Entry:
    """Give an entry that Bình, a member, sent; Lúa is the officer of his unit."""
    return (await registered(here)).entry


async def sees(world: Hamlet, chat: Chat, entry: Entry) -> Entry | None:
    """Return the entry as whoever is at a chat sees it."""
    result: Unchanged = await give(world, chat, LeaveAsIs(entry.id))
    return result.entry


async def test_a_correction_keeps_code_and_time_of_receipt_and_every_version(
    here: Hamlet, entry: Entry
) -> None:
    here.clock.ms += 60_000
    result = await give(here, BINH, CorrectEntry(entry.id, 1, BOXES))

    assert isinstance(result, Corrected)
    new = result.entry
    assert (new.code, new.received, new.version) == (entry.code, entry.received, 2)
    assert (new.name, new.address, new.content) == ("Nuôi cá", "ấp 4", "Hai hộ.")
    versions = await found(here.db, "SELECT version, boxes FROM entry_versions ORDER BY version")
    assert ["Nuôi lươn" in versions[0][1], "Nuôi cá" in versions[1][1]] == [True, True]


async def test_the_event_of_a_correction_proves_the_words_and_does_not_tell_them(
    here: Hamlet, entry: Entry
) -> None:
    await give(here, BINH, CorrectEntry(entry.id, 1, BOXES))

    by_act = {act: tuple(row) for act, *row in await found(here.db, EVENTS)}
    (_, registered), (before, after) = by_act["register"], by_act["correct"]
    assert before == registered != after
    assert {len(registered), len(after)} == {64}


async def test_of_two_who_correct_at_once_the_second_is_told(here: Hamlet, entry: Entry) -> None:
    results: Sequence[Any] = await asyncio.gather(
        give(here, BINH, CorrectEntry(entry.id, 1, BOXES)),
        give(here, LUA, CorrectEntry(entry.id, 1, {**BOXES, "name": "Nuôi ếch"})),
    )

    assert sorted(type(result).__name__ for result in results) == ["Corrected", "TooLate"]
    assert await found(here.db, "SELECT version FROM entries") == [(2,)]


async def test_what_came_too_late_changes_nothing_and_shows_how_it_stands(
    here: Hamlet, entry: Entry
) -> None:
    await give(here, BINH, CorrectEntry(entry.id, 1, BOXES))
    result = await give(here, BINH, CorrectEntry(entry.id, 1, {**BOXES, "name": "Nuôi ếch"}))

    assert isinstance(result, TooLate)
    assert result.entry is not None
    assert result.entry.name == "Nuôi cá"


async def test_an_author_may_take_it_back(here: Hamlet, entry: Entry) -> None:
    result = await give(here, BINH, WithdrawEntry(entry.id, 1))

    assert isinstance(result, Withdrawn)
    assert await found(here.db, "SELECT state, version FROM entries") == [("withdrawn", 2)]
    assert await found(here.db, "SELECT after FROM events WHERE act = 'withdraw'") == [
        ("withdrawn",)
    ]


@pytest.mark.parametrize(
    "command",
    [CorrectEntry("?", 2, BOXES), WithdrawEntry("?", 2), ConfirmEntry("?", 2)],
    ids=lambda command: type(command).__name__,
)
async def test_what_was_taken_back_is_changed_no_more(
    here: Hamlet, entry: Entry, command: Any
) -> None:
    await give(here, BINH, WithdrawEntry(entry.id, 1))
    result = await give(here, LUA, about(command, entry))

    assert isinstance(result, TooLate)
    assert await found(here.db, "SELECT state, version FROM entries") == [("withdrawn", 2)]


def about(command: Any, entry: Entry) -> Command:
    """Return the command about that entry."""
    fields = {name: getattr(command, name) for name in command.__slots__}
    made: Command = type(command)(**{**fields, "entry": entry.id})
    return made


@pytest.mark.parametrize("chat", [LUA, HANH], ids=["officer", "office"])
async def test_who_stands_for_the_unit_confirms(here: Hamlet, entry: Entry, chat: Chat) -> None:
    result = await give(here, chat, ConfirmEntry(entry.id, 1))

    assert isinstance(result, Confirmed)
    assert await found(here.db, "SELECT state, version FROM entries") == [("confirmed", 2)]


async def test_confirming_twice_is_confirming_once(here: Hamlet, entry: Entry) -> None:
    results: Sequence[Any] = await asyncio.gather(
        *(give(here, chat, ConfirmEntry(entry.id, 1)) for chat in (LUA, HANH))
    )

    assert sorted(type(result).__name__ for result in results) == ["Confirmed", "TooLate"]
    assert await found(here.db, "SELECT count(*) FROM events WHERE act = 'confirm'") == [(1,)]


async def test_a_member_cannot_confirm(here: Hamlet, entry: Entry) -> None:
    assert isinstance(await give(here, BINH, ConfirmEntry(entry.id, 1)), TooLate)
    assert await found(here.db, "SELECT state FROM entries") == [("sent",)]


async def test_whose_office_was_taken_away_cannot_confirm_any_more(
    here: Hamlet, entry: Entry
) -> None:
    async with here.db.writing() as tx:
        await tx.run("UPDATE memberships SET to_day = '2027-03-16' WHERE person = 'lua'")

    assert await give(here, LUA, ConfirmEntry(entry.id, 1)) == TooLate(None)


@pytest.mark.parametrize(
    "command",
    [
        CorrectEntry("?", 1, BOXES),
        WithdrawEntry("?", 1),
        ConfirmEntry("?", 1),
        AttachPhotos("?", ("p1",)),
    ],
    ids=lambda command: type(command).__name__,
)
async def test_for_another_units_officer_it_is_as_if_it_did_not_exist(
    here: Hamlet, entry: Entry, command: Any
) -> None:
    nothing = await give(here, PAO, command)

    assert await give(here, PAO, about(command, entry)) == nothing == TooLate(None)
    assert await found(here.db, "SELECT state, version FROM entries") == [("sent", 1)]


async def test_photos_are_given_to_an_entry_afterwards(here: Hamlet, entry: Entry) -> None:
    async with here.db.writing() as tx:
        await want(tx, [Wanted(key, "w-binh", "web", "", "", 1) for key in ("p1", "p2")])
    result = await give(here, BINH, AttachPhotos(entry.id, ("p1", "p2")))

    assert isinstance(result, PhotosKept)
    assert result.count == 2


async def test_photos_of_others_are_not_given(here: Hamlet, entry: Entry) -> None:
    async with here.db.writing() as tx:
        await want(tx, [Wanted("p1", "pao", "web", "", "", 1)])
    result = await give(here, BINH, AttachPhotos(entry.id, ("p1",)))

    assert result.count == 0


async def test_what_was_taken_back_takes_no_photos(here: Hamlet, entry: Entry) -> None:
    await give(here, BINH, WithdrawEntry(entry.id, 1))

    assert isinstance(await give(here, BINH, AttachPhotos(entry.id, ())), TooLate)


async def test_thinking_better_of_it_changes_nothing(here: Hamlet, entry: Entry) -> None:
    assert await sees(here, BINH, entry) == entry
    assert await sees(here, LUA, entry) == entry
    assert await sees(here, PAO, entry) is None
