from typing import NoReturn

import pytest

from bot import turns
from bot.acquaint import Turn, acquaint
from conversations.numbered import listed
from conversations.outcome import Outcome
from conversations.said import Press, Start
from dialog.errors import Lacking, ScriptError
from rules.requests import EntriesOf
from storage import outbox, people
from storage.outbox import OutboxRow
from tests.bot.faulty import FaultyDatabase
from tests.bot.scene import agree, bubbles, count, reach, receiving, said, taken, telegram, web
from tests.hamlet import Hamlet
from tests.talk import Talk

PAO, NEW = web("pao-1"), web("c1")


async def turn_of(world: Hamlet) -> Turn:
    async with world.db.writing() as tx:
        (turn,), _ = await acquaint(tx, [said("xin chào", PAO)], world.shell)
    return turn


async def think(world: Hamlet, turn: Turn, *, lacks: int) -> None:
    """Think a turn that asks for one fact after the other, so many in all."""

    def thought(turn: Turn) -> Outcome:
        for n in range(lacks):
            if EntriesOf(str(n)) not in turn.situation.facts:
                raise Lacking(EntriesOf(str(n)))
        return Outcome()

    async with world.db.writing() as tx:
        await turns._think_all(tx, [turn], world.shell, thought)


@pytest.mark.parametrize(("lacks", "failed"), [(0, False), (10, False), (11, True)])
async def test_a_script_may_ask_for_facts_ten_times(
    world: Hamlet, lacks: int, *, failed: bool
) -> None:
    turn = await turn_of(world)
    await think(world, turn, lacks=lacks)

    assert turn.failed is failed
    assert isinstance(turn.bug, ScriptError) is failed


async def test_a_turn_that_raises_is_taken_out_and_the_others_are_thought(world: Hamlet) -> None:
    first, second = await turn_of(world), await turn_of(world)

    def thought(turn: Turn) -> Outcome:
        return broken() if turn is first else Outcome(misses=1)

    def broken() -> NoReturn:
        raise ZeroDivisionError

    async with world.db.writing() as tx:
        await turns._think_all(tx, [first, second], world.shell, thought)

    assert (first.failed, second.failed, second.outcome.misses) == (True, False, 1)


@pytest.mark.parametrize("words", ["đơn vị", "dk", "tên: Nuôi lươn không bùn", "mã vào lại"])
async def test_what_a_whole_batch_asks_for_is_asked_at_once(world: Hamlet, words: str) -> None:
    costs = []
    for many in (2, 20):
        db = FaultyDatabase(world.db)
        chats = [web(f"{many}-{n}") for n in range(many)]
        await agree(world, *chats)
        async with receiving(world, db) as receive:
            await taken(receive, *(said(words, chat) for chat in chats))
        costs.append(db.asked)

    assert costs[0] == costs[1]


async def way_back(talk: Talk) -> str:
    """Return what somebody else has to say to become whoever talks."""
    (told, *_) = await talk.says("mã vào lại")
    return f"mã {told.text.split(': ')[1][:7]}"


async def test_who_links_in_the_batch_in_which_the_other_answers_loses_nothing(
    world: Hamlet,
) -> None:
    await reach(world, "pao", PAO)
    await agree(world, NEW)
    talk = Talk(world, chat=PAO.chat)
    code = await way_back(talk)
    await talk.says("dk")
    kind = Press(talk.option("Mô hình mới của tập thể").data)
    async with receiving(world) as receive:
        await taken(receive, said(kind, PAO), said(code, NEW), said("xin chào", web("c2")))

    assert "Tên mô hình" in (await bubbles(world.db, PAO))[-1]
    assert "Tên mô hình" in (await bubbles(world.db, NEW))[-1]
    assert await count(world.db, "dialogs") == 2  # and the consent of c2


async def test_two_who_link_with_each_other_become_one_person(world: Hamlet) -> None:
    await agree(world, PAO, NEW)
    codes = [await way_back(Talk(world, chat=chat.chat)) for chat in (PAO, NEW)]
    async with receiving(world) as receive:
        await taken(receive, said(codes[0], NEW), said(codes[1], PAO))

    async with world.db.reading() as tx:
        found = await tx.rows("SELECT DISTINCT person FROM addresses WHERE chat IN ('pao-1', 'c1')")
    assert len(found) == 1


async def test_whoever_writes_again_is_served_again_and_in_order(world: Hamlet) -> None:
    chat, now = telegram("7"), world.clock.now_ms()
    await reach(world, "pao", chat)
    async with world.db.writing() as tx:
        waiting = [OutboxRow(f"00{n}", *chat, "pao", say={"text": n}, created_at=now) for n in "ab"]
        await outbox.add(tx, waiting)
        await people.block(tx, chat)
        await outbox.park(tx, chat, now=now)
        handled = await turns.handle(tx, [said("xin chào", chat)], world.shell)

    assert (handled.back, handled.rows) == (True, [])
    async with world.db.reading() as tx:
        states = await tx.rows("SELECT state FROM outbox WHERE channel = 'telegram' ORDER BY id")
        assert set(states) == {("pending",)}
        assert await tx.rows("SELECT state FROM addresses WHERE chat = '7'") == [("open",)]


async def test_it_is_noted_when_somebody_was_last_seen(world: Hamlet) -> None:
    await reach(world, "pao", PAO, web("pao-2"))
    async with receiving(world) as receive:
        await receive.take(said("xin chào", PAO))

    async with world.db.reading() as tx:
        found = await tx.rows("SELECT chat FROM addresses WHERE seen_at > 1")
    assert found == [("pao-1",)]


async def test_codes_guessed_before_consent_are_counted(world: Hamlet) -> None:
    talk = Talk(world)
    for n in range(5):
        await talk.opens(f"222{n}2A")
    (told,) = await talk.opens("7K3M2P")

    assert "Suối Đá" not in told.text


async def test_a_code_noted_already_is_not_one_more_guess(world: Hamlet) -> None:
    talk = Talk(world)
    await talk.opens("22222A")
    for _ in range(9):
        await talk.says("alo")
    (told,) = await talk.opens("7K3M2P")

    assert "Suối Đá" in told.text


async def test_of_a_wrong_code_it_is_said_before_consent_what_to_do_and_nothing_is_kept(
    world: Hamlet,
) -> None:
    talk = Talk(world, channel="zalo")
    (asked,) = await talk.says("DANG KY 7K3M2Q")
    async with world.db.reading() as tx:
        kept = await tx.rows("SELECT state FROM dialogs")
    (again,) = await talk.says("alo")

    assert "Mã chưa đúng hoặc không còn dùng được." in asked.text
    assert "1. Đồng ý" in listed(asked)
    assert "7K3M2Q" not in str(kept)
    assert "Mã chưa đúng" not in again.text


async def test_a_wrong_code_takes_the_place_of_no_good_one(world: Hamlet) -> None:
    talk = Talk(world)
    await talk.opens("7K3M2P")
    await talk.says("MA 7K3M2Q")
    said = await talk.says("đồng ý")

    assert "Suối Đá" in said[-1].text


async def test_who_guessed_too_often_before_consent_reads_that_they_have_to_wait(
    world: Hamlet,
) -> None:
    talk = Talk(world)
    for n in range(5):
        await talk.opens(f"222{n}2A")
    (told,) = await talk.opens("7K3M2P")

    assert "chờ một giờ" in told.text


async def test_a_press_says_nothing_that_proves_anything(world: Hamlet) -> None:
    await reach(world, "pao", PAO)
    async with receiving(world) as receive:
        await receive.take(said(Press("d:nobody:review:send"), PAO, id="1"))
        await receive.take(said(Start("x" * 64), PAO, id="2"))

    assert await count(world.db, "entries") == 0
    assert len(await bubbles(world.db, PAO)) == 2


async def test_on_the_page_what_somebody_said_stands_before_what_they_are_answered(
    world: Hamlet,
) -> None:
    talk = Talk(world)
    await talk.opens("7K3M2P")
    await talk.presses("Đồng ý")

    async with world.db.reading() as tx:
        sides = [side for (side,) in await tx.rows("SELECT side FROM outbox ORDER BY id")]
    assert sides == ["ours", "theirs", "ours"]
