import asyncio

import pytest

from rules.office_requests import Gaps, SimilarBelow
from rules.paper_requests import FormOf, TwinsOf
from rules.paper_results import PaperRefused, TypedIn
from rules.requests import EntryOf, StandingOf
from rules.results import TooLate
from storage.chats import Chat
from tests.bot.ordering import (
    BINH,
    HANH,
    LUA,
    PAO,
    found,
    give,
    registered,
    tell,
)
from tests.bot.papering import (
    BY_HAND,
    PROGRAMME,
    UNIT,
    YEAR,
    asks,
    form,
    photographed,
    receive,
    typed_in,
)
from tests.hamlet import Hamlet


async def waits(world: Hamlet) -> str:
    """Let Lúa have sent a form; return the id of its paper."""
    await photographed(world, "f1")
    await give(world, LUA, form("f1"))
    (waiting,) = (await asks(world, HANH, BY_HAND)).without_entry
    return str(waiting.id)


async def test_what_is_typed_in_counts_at_noon_of_the_day_its_paper_came(here: Hamlet) -> None:
    typed, told = await tell(here, HANH, typed_in(received="2027-03-15"))

    entry = typed.entry
    assert (entry.state, entry.typed_by, entry.paper_day) == ("confirmed", "hanh", "2027-03-15")
    assert entry.received.isoformat() == "2027-03-15T12:00:00+07:00"
    assert (typed.on_time, typed.again, entry.original) == (True, False, "2027-03-15")
    assert [one.person for one in told] == ["lua"]
    assert (await asks(here, LUA, StandingOf(UNIT, YEAR))).registered == 1


async def test_what_is_typed_in_today_before_noon_is_not_ahead(here: Hamlet) -> None:
    here.clock.set("2027-03-16 09:30")

    typed = await give(here, HANH, typed_in())

    assert typed.entry.received.isoformat() == "2027-03-16T09:30:00+07:00"


async def test_what_came_in_time_is_in_time_whenever_it_is_typed_in(here: Hamlet) -> None:
    here.clock.set("2027-03-30 09:30")

    in_time = await give(here, HANH, typed_in(received="2027-03-19"))
    late = await give(here, HANH, typed_in("d10", received="2027-03-22"))

    assert (in_time.on_time, late.on_time) == (True, False)
    assert await found(here.db, "SELECT on_time FROM entries ORDER BY number") == [(1,), (0,)]


async def test_typed_from_a_photo_it_counts_when_the_photo_came(here: Hamlet) -> None:
    paper = await waits(here)
    here.clock.set("2027-03-22 08:00")

    typed = await give(here, HANH, typed_in(form=paper))

    assert typed.entry.received.isoformat()[:16] == "2027-03-16T19:42"
    assert (typed.on_time, typed.entry.original) == (True, "")
    gaps: Gaps = await asks(here, HANH, BY_HAND)
    assert (gaps.without_entry, len(gaps.without_paper)) == ((), 1)
    assert await asks(here, HANH, FormOf(paper)) is None


async def test_numbers_of_screen_and_paper_go_on_without_a_gap(here: Hamlet) -> None:
    numbers = [
        (await registered(here)).entry.number,
        (await give(here, HANH, typed_in())).entry.number,
        (await registered(here, dialog="d2")).entry.number,
    ]

    assert numbers == [1, 2, 3]


async def test_a_dialog_makes_one_entry_however_often_it_is_sent(here: Hamlet) -> None:
    first = await give(here, HANH, typed_in())

    again, told = await tell(here, HANH, typed_in())

    assert again == TypedIn(first.entry, on_time=True, again=True)
    assert told == []


async def test_two_who_type_in_one_form_make_one_entry(here: Hamlet) -> None:
    paper = await waits(here)
    both = (typed_in("d8", form=paper), typed_in("d9", form=paper))

    results = await asyncio.gather(*(give(here, HANH, one) for one in both))

    (typed,) = (one for one in results if isinstance(one, TypedIn))
    (late,) = (one for one in results if isinstance(one, TooLate))
    assert late.entry == typed.entry
    assert await found(here.db, "SELECT count(*) FROM entries") == [(1,)]


async def test_a_form_of_another_unit_is_not_typed_in_for_this_one(here: Hamlet) -> None:
    paper = await waits(here)

    result = await give(here, HANH, typed_in(unit="suoi-da", form=paper))

    assert result == TooLate(None)
    assert await found(here.db, "SELECT count(*) FROM entries") == [(0,)]


async def test_a_day_that_cannot_be_is_refused(here: Hamlet) -> None:
    result = await give(here, HANH, typed_in(received="2027-03-17"))

    assert isinstance(result, PaperRefused)
    assert result.why.reason == "paper-ahead"


@pytest.mark.parametrize("chat", [LUA, PAO], ids=["own-officer", "other-officer"])
async def test_nobody_but_the_office_types_in(here: Hamlet, chat: Chat) -> None:
    assert isinstance(await give(here, chat, typed_in()), TooLate)
    assert await found(here.db, "SELECT count(*) FROM entries") == [(0,)]


async def test_an_original_noted_before_is_the_entrys(here: Hamlet) -> None:
    (noted,) = (await give(here, HANH, receive("2027-03-15"))).noted

    typed = await give(here, HANH, typed_in(received="2027-03-15", form=noted.id))

    assert typed.entry.original == "2027-03-15"
    assert await found(here.db, "SELECT count(*) FROM papers") == [(1,)]


async def test_what_is_named_alike_is_found_whoever_typed_it(here: Hamlet) -> None:
    typed = (await give(here, HANH, typed_in("d1"))).entry
    sent = (await registered(here, dialog="d1b", boxes=dict(typed_in("d1").boxes))).entry

    alike = await asks(here, HANH, SimilarBelow(UNIT, PROGRAMME, YEAR, "nuoi luon khong bun d1"))

    assert {one.id for one in alike} == {typed.id, sent.id}
    assert [one.id for one in await asks(here, HANH, TwinsOf(sent.id))] == [typed.id]
    assert await asks(here, LUA, TwinsOf(sent.id)) == ()
    assert (await asks(here, HANH, EntryOf(sent.id))).paper_day == ""


async def test_a_member_who_sent_the_photo_hears_that_it_is_in_the_register(here: Hamlet) -> None:
    await photographed(here, "f1", chat=BINH, person=BINH.chat)
    await give(here, BINH, form("f1"))
    (waiting,) = (await asks(here, HANH, BY_HAND)).without_entry

    _, told = await tell(here, HANH, typed_in(form=waiting.id))

    assert sorted(one.person for one in told) == ["lua", BINH.chat]


async def test_the_original_of_what_was_typed_in_is_noted_by_who_typed_it_in(here: Hamlet) -> None:
    typed: TypedIn = await give(here, HANH, typed_in())

    result = await give(here, HANH, receive(entry=typed.entry.id))

    assert (result.again, [one.by for one in result.noted]) == (True, ["Trần Thị Hạnh"])


async def test_photos_the_office_took_of_a_form_are_the_entry_s(here: Hamlet) -> None:
    await photographed(here, "f1", chat=HANH, person="hanh")

    typed: TypedIn = await give(here, HANH, typed_in(photos=("f1",)))

    assert await found(here.db, "SELECT entry FROM attachments") == [(typed.entry.id,)]
    assert typed.entry.photos == 1
