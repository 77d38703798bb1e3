"""Photos of forms written by hand, as the office gets them."""

from rules.commands import AttachPhotos
from rules.office_requests import Gaps, SummaryOf
from rules.paper_commands import SendForm, StrikePaper
from rules.paper_results import FormSent, TypedIn
from rules.requests import EntryOf, StandingOf
from rules.results import TooLate
from storage import attachments, memberships
from storage.memberships import Joining
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
from tests.hamlet import LONG_AGO, Hamlet

PAPERS = "SELECT entry, original_day, state FROM papers ORDER BY id"


async def test_a_photo_of_a_form_counts_as_sent_when_it_came(here: Hamlet) -> None:
    await photographed(here, "f1", "f2")
    sent: FormSent

    sent, told = await tell(here, LUA, form("f1", "f2"))

    assert (sent.unit.id, sent.on_time) == (UNIT, True)
    assert [one.person for one in told] == ["hanh"]
    (waiting,) = (await asks(here, HANH, BY_HAND)).without_entry
    assert (waiting.photos, waiting.original, waiting.by) == (("f1", "f2"), False, "Lê Thị Lúa")


async def test_a_form_is_nothing_registered(here: Hamlet) -> None:
    await photographed(here, "f1")

    await give(here, LUA, form("f1"))

    assert (await asks(here, LUA, StandingOf(UNIT, YEAR))).registered == 0


async def test_row_0_17_a_unit_that_sent_a_form_is_without_an_entry_but_waits(here: Hamlet) -> None:
    await photographed(here, "f1", chat=PAO, person="pao")
    await give(here, PAO, SendForm("suoi-da", PROGRAMME, YEAR, ("f1",)))

    summary = await asks(here, HANH, SummaryOf("khoi", PROGRAMME, YEAR))

    (line,) = (one for one in summary.lines if one.now.unit.id == "suoi-da")
    assert (line.registered, line.state, line.now.papers) == (0, "none", 1)


async def test_a_form_of_a_member_is_told_to_the_office_and_the_officer(here: Hamlet) -> None:
    await photographed(here, "f1", chat=BINH, person=BINH.chat)

    _, told = await tell(here, BINH, form("f1"))

    assert sorted(one.person for one in told) == ["hanh", "lua"]


async def test_the_same_photos_are_one_form(here: Hamlet) -> None:
    await photographed(here, "f1")
    first = await give(here, LUA, form("f1"))
    here.clock.ms += 60_000

    second, told = await tell(here, LUA, form("f1"))

    assert second == first
    assert told == []
    assert len(await found(here.db, PAPERS)) == 1


async def test_photos_of_somebody_else_are_no_form(here: Hamlet) -> None:
    await photographed(here, "f1", person="pao")

    assert isinstance(await give(here, LUA, form("f1")), TooLate)
    assert await found(here.db, PAPERS) == []


async def test_photos_of_a_form_may_come_from_their_channel_later(here: Hamlet) -> None:
    await photographed(here, "f1", "f2")
    await give(here, LUA, form("f1", "f2"))

    async with here.db.writing() as tx:
        await attachments.kept(tx, attachments.Kept("f1", "a" * 64, "image/jpeg", 9))
        await attachments.refused(tx, "f2", reason="picture-broken")

    (waiting,) = (await asks(here, HANH, BY_HAND)).without_entry
    assert waiting.photos == ("f1",)


async def test_photos_of_a_form_become_no_entrys(here: Hamlet) -> None:
    entry = (await registered(here, LUA)).entry
    await photographed(here, "f1")
    await give(here, LUA, form("f1"))

    await give(here, LUA, AttachPhotos(entry.id, ("f1",)))

    assert (await asks(here, HANH, EntryOf(entry.id))).photos == 0


async def test_a_form_after_the_deadline_is_late(here: Hamlet) -> None:
    here.clock.set("2027-03-19 17:01")
    await photographed(here, "f1")

    assert not (await give(here, LUA, form("f1"))).on_time


async def test_the_original_of_a_photographed_form_is_no_second_form(here: Hamlet) -> None:
    await photographed(here, "f1")
    await give(here, LUA, form("f1"))
    here.clock.set("2027-03-18 09:00")

    result = await give(here, HANH, receive("2027-03-18"))

    assert (result.waiting, result.again) == (True, False)
    (waiting,) = (await asks(here, HANH, BY_HAND)).without_entry
    assert (waiting.original, waiting.at.isoformat()[:16]) == (True, "2027-03-16T19:42")


async def test_an_original_struck_leaves_the_photo_of_the_form(here: Hamlet) -> None:
    await photographed(here, "f1")
    await give(here, LUA, form("f1"))
    (noted,) = (await give(here, HANH, receive())).noted

    await give(here, HANH, StrikePaper(noted.id))

    assert await found(here.db, PAPERS) == [("", "", "here")]


async def test_a_form_that_is_in_the_register_already_waits_no_more(here: Hamlet) -> None:
    entry = (await registered(here)).entry
    await photographed(here, "f1")
    await give(here, LUA, form("f1"))
    (waiting,) = (await asks(here, HANH, BY_HAND)).without_entry

    result = await give(here, HANH, receive(entry=entry.id, form=waiting.id))

    assert (result.entries, result.noted, result.again) == (0, (), False)
    gaps: Gaps = await asks(here, HANH, BY_HAND)
    assert (gaps.without_entry, [one.id for one in gaps.without_paper]) == ((), [entry.id])


async def test_a_form_counts_when_it_was_sent_however_late_it_is_handled(here: Hamlet) -> None:
    await photographed(here, "f1")
    sent_at = here.clock.ms
    here.clock.set("2027-03-22 08:00")

    sent: FormSent = await give(here, LUA, form("f1"), at=sent_at)

    assert (sent.on_time, f"{sent.at:%d/%m/%Y %H:%M}") == (True, "16/03/2027 19:42")


async def test_whoever_is_of_the_unit_and_of_the_office_is_told_once(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await memberships.join(tx, [Joining("both", "hanh", UNIT, LONG_AGO, "", "officer", True)])
    await photographed(here, "f1", chat=BINH, person=BINH.chat)

    _, told = await tell(here, BINH, form("f1"))

    assert sorted(one.person for one in told) == ["hanh", "lua"]


async def test_a_form_that_became_an_entry_is_not_that_of_another(here: Hamlet) -> None:
    other = (await registered(here)).entry
    await photographed(here, "f1")
    await give(here, LUA, form("f1"))
    (waiting,) = (await asks(here, HANH, BY_HAND)).without_entry
    typed: TypedIn = await give(here, HANH, typed_in(form=waiting.id))

    result = await give(here, HANH, receive(entry=other.id, form=waiting.id))

    assert isinstance(result, TooLate)
    assert await found(here.db, PAPERS) == [(typed.entry.id, "", "here")]
    assert await found(here.db, "SELECT id FROM events WHERE act = 'paper-join'") == []


async def test_a_form_with_its_original_that_joins_an_entry_is_the_entry_s(here: Hamlet) -> None:
    entry = (await registered(here)).entry
    await photographed(here, "f1")
    await give(here, LUA, form("f1"))
    (waiting,) = (await asks(here, HANH, BY_HAND)).without_entry
    async with here.db.writing() as tx:
        await tx.run("UPDATE papers SET original_day = '2027-03-15'")

    result = await give(here, HANH, receive(entry=entry.id, form=waiting.id))

    assert [(one.number, one.day) for one in result.noted] == [(entry.number, "2027-03-15")]
