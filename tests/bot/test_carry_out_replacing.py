import pytest

from rules.commands import WithdrawEntry
from rules.member_commands import ReplaceMember
from rules.results import TooLate
from tests.bot.membering import CHU, TODAY, held, texts
from tests.bot.ordering import BINH, HANH, LUA, everybody_is_here, found, give, registered, tell
from tests.bot.scene import agree
from tests.hamlet import Hamlet


@pytest.fixture
async def here(world: Hamlet) -> Hamlet:
    """Let everybody be here, and Chư, whom nobody knows."""
    await everybody_is_here(world)
    await agree(world, CHU)
    return world


def takes_over(person: str = "w-binh", **more: str) -> ReplaceMember:
    given = {"name": "", "phone": "", "position": "Chủ tịch", "day": TODAY} | more
    return ReplaceMember("m-lua", person, **given)


async def test_a_congress_replaces_an_officer_in_one_act(here: Hamlet) -> None:
    entry = (await registered(here, LUA)).entry
    result, told = await tell(here, HANH, takes_over())
    after = await give(here, LUA, WithdrawEntry(entry.id, entry.version))
    now = await give(here, BINH, WithdrawEntry(entry.id, entry.version))

    assert (result.came.name, result.told, result.code) == ("Nguyễn Văn Bình", True, "")
    assert sorted(texts(told)) == ["lua", "w-binh"]
    assert after == TooLate(None)
    assert now.entry.state == "withdrawn"
    assert await held(here.db, "w-binh") == [("nong-dan", "officer", "confirmed")]


async def test_a_newcomer_who_takes_over_gets_a_code_of_their_own(here: Hamlet) -> None:
    result = await give(here, HANH, takes_over("", name="Lò Văn Chiến", phone="+84912000066"))

    assert result.code
    assert not result.told
    rows = await found(
        here.db,
        """SELECT c.role, c.unit, c.uses_left, p.name FROM codes c JOIN people p ON p.id = c.person
           WHERE p.phone = '+84912000066'""",
    )
    assert rows == [("officer", "nong-dan", 1, "Lò Văn Chiến")]


async def test_the_codes_of_who_goes_end_and_what_waited_for_them_goes_on(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await tx.run(
            """INSERT INTO help_requests (id, person, words, human, state, at)
               VALUES ('h1', 'w-chu', 'giúp', 'lua', 'open', 1)"""
        )
    await give(here, HANH, takes_over())

    codes = await found(here.db, "SELECT ended_at FROM codes WHERE person = 'lua'")
    assert [ended > 0 for (ended,) in codes] == [True]
    assert await found(here.db, "SELECT human FROM help_requests") == [("w-binh",)]


async def test_somebody_of_another_unit_does_not_take_over(here: Hamlet) -> None:
    result = await give(here, HANH, takes_over("pao"))

    assert result.why == "not-of-unit"
    assert await held(here.db, "lua") == [("nong-dan", "officer", "confirmed")]


async def test_somebody_known_by_name_and_phone_takes_over_beside_what_they_are(
    here: Hamlet,
) -> None:
    await give(here, HANH, takes_over("", name="Giàng A Páo", phone="+84912000001"))

    assert await held(here.db, "pao") == [
        ("nong-dan", "officer", "confirmed"),
        ("suoi-da", "officer", "confirmed"),
    ]
