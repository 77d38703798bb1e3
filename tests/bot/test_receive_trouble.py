from dataclasses import replace

import pytest

from conversations.said import Contact
from storage.database import Unavailable
from storage.dialogs import StoredDialog, keep
from tests.bot.faulty import FaultyDatabase, failing_first, refusing
from tests.bot.scene import agree, bubbles, count, failures, reach, receiving, said, taken, web
from tests.hamlet import Hamlet

PAO, LUA = web("pao-1"), web("lua-1")
OTHERS = [web(f"c{n}") for n in range(3)]
SORRY = "Trợ lý gặp lỗi"


async def break_dialog(world: Hamlet, broken: StoredDialog) -> None:
    """Let Páo have a dialog that cannot be gone on with."""
    await reach(world, "pao", PAO)
    async with world.db.writing() as tx:
        await keep(tx, [("pao", broken)])


@pytest.mark.parametrize(
    "broken",
    [StoredDialog("d1", "no-such-script"), StoredDialog("d1", "register", {"no": "such state"})],
    ids=["raises", "cannot-even-be-read"],
)
async def test_a_turn_that_raises_is_kept_as_failed_with_an_apology_and_blocks_nobody(
    world: Hamlet, broken: StoredDialog
) -> None:
    await break_dialog(world, broken)
    async with receiving(world) as receive:
        everybody = [said("xin chào", chat) for chat in (OTHERS[0], PAO, *OTHERS[1:])]
        outcomes = await taken(receive, *everybody)

    assert set(outcomes) == {None}
    assert [len(await bubbles(world.db, chat)) for chat in OTHERS] == [1, 1, 1]
    assert [SORRY in bubble for bubble in await bubbles(world.db, PAO)] == [True]
    (failure,) = await failures(world.db)
    assert (failure.key.chat, "xin chào" in failure.body) == ("pao-1", True)


async def test_a_failed_message_that_comes_again_is_not_answered_again(world: Hamlet) -> None:
    await break_dialog(world, StoredDialog("d1", "no-such-script"))
    async with receiving(world) as receive:
        for _ in range(2):
            await receive.take(said("xin chào", PAO))

    assert len(await bubbles(world.db, PAO)) == 1


async def test_a_batch_that_cannot_be_written_is_taken_apart(world: Hamlet) -> None:
    db = FaultyDatabase(world.db, refusing("lỗi ở đây"))
    await agree(world, PAO, *OTHERS)
    async with receiving(world, db) as receive:
        messages = [said("xin chào", chat) for chat in OTHERS]
        outcomes = await taken(receive, *messages, said("lỗi ở đây", PAO))

    assert set(outcomes) == {None}
    assert [len(await bubbles(world.db, chat)) for chat in OTHERS] == [1, 1, 1]
    assert [failure.key.chat for failure in await failures(world.db)] == ["pao-1"]


async def test_what_fails_alone_even_with_its_apology_is_kept_without(world: Hamlet) -> None:
    db = FaultyDatabase(world.db, refusing("pao-1"))
    await agree(world, PAO)
    async with receiving(world, db) as receive:
        outcomes = await taken(receive, said("xin chào", PAO), said("xin chào", LUA))

    assert set(outcomes) == {None}
    assert [failure.key.chat for failure in await failures(world.db)] == ["pao-1"]
    assert len(await bubbles(world.db, LUA)) == 1


async def test_what_fails_alone_is_acknowledged_once_and_done_with(world: Hamlet) -> None:
    db = FaultyDatabase(world.db, refusing("lỗi ở đây"))
    await agree(world, PAO)
    async with receiving(world, db) as receive:
        await receive.take(said("lỗi ở đây", PAO))
        db.strike = lambda _sql, _params: None
        await receive.take(said("lỗi ở đây", PAO))

    assert [SORRY in bubble for bubble in await bubbles(world.db, PAO)] == [True]
    assert len(await failures(world.db)) == 1


async def test_what_cannot_even_be_kept_as_failed_is_not_acknowledged(world: Hamlet) -> None:
    tries: list[str] = []

    def strike(sql: str, _params: object) -> None:
        if "INSERT INTO inbox" in sql:
            tries.append(sql)
            raise LookupError if len(tries) < 3 else Unavailable("full")

    await agree(world, PAO)
    async with receiving(world, FaultyDatabase(world.db, strike)) as receive:
        (outcome,) = await taken(receive, said("xin chào", PAO))

    assert isinstance(outcome, Unavailable)
    assert await count(world.db, "inbox") == 0


async def test_what_was_said_behind_something_not_taken_in_does_not_overtake_it(
    world: Hamlet,
) -> None:
    db = FaultyDatabase(world.db, failing_first(1, Unavailable("locked")))
    async with receiving(world, db) as receive:
        outcomes = await taken(receive, said("một", PAO), said("hai", PAO), said("ba", LUA))

    assert [type(outcome) for outcome in outcomes] == [Unavailable] * 3
    assert await count(world.db, "inbox") == 0


async def test_a_write_that_fails_once_only_is_simply_done_again(world: Hamlet) -> None:
    db = FaultyDatabase(world.db, failing_first(1, LookupError()))
    async with receiving(world, db) as receive:
        await receive.take(said("xin chào", PAO))

    assert len(await bubbles(world.db, PAO)) == 1
    assert await failures(world.db) == []


async def test_a_turn_that_fails_after_its_command_leaves_no_trace_of_the_command(
    world: Hamlet,
) -> None:
    speak = world.shell.language("vi")
    kept = "Your phone number is kept: {phone}."

    def badly(sentence: str) -> str:
        return "{nonsense}" if sentence == kept else speak(sentence)

    world.shell = replace(world.shell, languages={"vi": badly})
    await agree(world, PAO, LUA)
    async with receiving(world) as receive:
        await taken(receive, said(Contact("0912345678"), PAO), said("xin chào", LUA))

    async with world.db.reading() as tx:
        assert await tx.rows("SELECT phone FROM people WHERE id = 'pao-1'") == [("",)]
    assert [SORRY in bubble for bubble in await bubbles(world.db, PAO)] == [True]
    assert len(await bubbles(world.db, LUA)) == 1
    assert await count(world.db, "events") == 0
