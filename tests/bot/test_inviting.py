"""Making invitations: who gets a code, who may ask for it, what ends by it."""

import datetime as dt
import secrets

import pytest

from bot.inviting import MEMBERS, Inviting, Mint, make_codes
from rules.codes import MOST_LIVE, make_code
from rules.commands import UseCode
from rules.invitation import Invitation
from rules.person import Human
from rules.refused import Refused
from rules.results import CodeRefused, CodeUsed
from storage import codes, contacts, memberships
from storage.codes import NewCode
from storage.contacts import Contact
from storage.memberships import Joining
from tests.bot.ordering import HANH, PAO, found, give, tell
from tests.bot.scene import agree, reach, web
from tests.hamlet import LONG_AGO, ZONE, Hamlet

FIRST, SECOND = web("c1"), web("c2")
HUMAN = Human("Trần Thị Hạnh", "+84912000009", "Chuyên viên")


@pytest.fixture
async def new(world: Hamlet) -> Hamlet:
    """Give the hamlet in which Chư is expected at Suối Đá, and two newcomers have agreed."""
    chu = Contact("chu", "Vàng A Chư", "+84912000008", 1)
    place = Joining("m-1", "chu", "suoi-da", LONG_AGO, "Phó Bí thư", "officer", confirmed=True)
    async with world.db.writing() as tx:
        await contacts.add_contacts(tx, [chu])
        await memberships.join(tx, [place])
    await reach(world, "pao", PAO)
    await reach(world, "lua", web("w-lua"))
    await reach(world, "hanh", HANH)
    await agree(world, FIRST, SECOND)
    return world


async def made(world: Hamlet, wanted: Inviting = Inviting()) -> list[Invitation]:  # noqa: B008 - frozen
    """Have codes made as the wish says."""
    shell = world.shell
    office = Human("Văn phòng", "+84912000000")
    mint = Mint(shell.clock, shell.ids, shell.pepper, lambda: make_code(secrets.choice), office)
    async with world.db.writing() as tx:
        return await make_codes(tx, wanted, mint)


async def test_a_contact_nobody_has_heard_of_gets_a_code_of_their_own(new: Hamlet) -> None:
    (one,) = await made(new)

    last = dt.datetime.fromtimestamp(new.clock.ms / 1000, ZONE).date() + dt.timedelta(days=60)
    place = ("Chi bộ bản Suối Đá", last.isoformat(), HUMAN)
    assert one == Invitation(one.code, *place, "Vàng A Chư", "Phó Bí thư", "+84912000008")


async def test_with_it_they_are_that_contact_and_have_everything(new: Hamlet) -> None:
    (one,) = await made(new)
    result = await give(new, FIRST, UseCode(one.code))

    assert (result.joined.role, result.joined.position) == ("officer", "Phó Bí thư")
    at = "SELECT person FROM addresses WHERE chat = 'c1'"
    assert await found(new.db, at) == [("chu",)]


async def test_the_code_is_good_until_the_end_of_its_last_day(new: Hamlet) -> None:
    (one,) = await made(new, Inviting(days=1))
    new.clock.set("2027-03-17 23:59")
    good = await give(new, FIRST, UseCode(one.code))
    (other,) = await made(new, Inviting(members=True, contacts=False, unit="giao-thong", days=1))
    new.clock.set("2027-03-19 00:00")

    assert isinstance(good, CodeUsed)
    assert isinstance(await give(new, SECOND, UseCode(other.code)), CodeRefused)


async def test_making_anew_ends_what_was_made_before(new: Hamlet) -> None:
    (first,) = await made(new)
    (second,) = await made(new)

    assert isinstance(await give(new, FIRST, UseCode(first.code)), CodeRefused)
    assert isinstance(await give(new, FIRST, UseCode(second.code)), CodeUsed)


async def test_who_has_come_needs_no_code_any_more(new: Hamlet) -> None:
    (one,) = await made(new)
    await give(new, FIRST, UseCode(one.code))

    assert await made(new) == []


async def test_a_units_code_lets_many_in_as_members(new: Hamlet) -> None:
    wanted = Inviting("suoi-da", contacts=False, members=True)
    (one,) = await made(new, wanted)
    results = [await give(new, chat, UseCode(one.code)) for chat in (FIRST, SECOND)]

    assert one.name == ""
    assert [(r.joined.role, r.joined.confirmed) for r in results] == [("member", True)] * 2
    left = "SELECT uses_left FROM codes WHERE created_at > 1 AND person = ''"
    assert await found(new.db, left) == [(MEMBERS - 2,)]


async def test_each_unit_has_one_code_for_its_members(new: Hamlet) -> None:
    wanted = Inviting("khoi", contacts=False, members=True)
    await made(new, wanted)

    assert len(await made(new, wanted)) == 4
    live = "SELECT count(*) FROM codes WHERE created_at > 1 AND ended_at = 0"
    assert await found(new.db, live) == [(4,)]


async def test_a_code_for_members_makes_nobody_an_officer(new: Hamlet) -> None:
    (one,) = await made(new, Inviting("suoi-da", contacts=False, members=True))
    await give(new, FIRST, UseCode(one.code))

    held = "SELECT role FROM memberships WHERE person = 'c1'"
    assert await found(new.db, held) == [("member",)]


async def test_the_office_invites_in_its_units(new: Hamlet) -> None:
    assert len(await made(new, Inviting("khoi", by="hanh"))) == 1


async def test_an_officer_invites_nobody(new: Hamlet) -> None:
    assert await made(new, Inviting("suoi-da", by="pao")) == []


async def test_nobody_gets_a_code_for_somebody_above_themselves(new: Hamlet) -> None:
    async with new.db.writing() as tx:
        admin = Joining("m-a", "chu", "khoi", LONG_AGO, "Trưởng ban", "admin", confirmed=True)
        await memberships.join(tx, [admin])

    assert await made(new, Inviting("khoi", by="hanh")) == []
    assert await made(new) == []
    assert len(await made(new, Inviting(name="vang a chu"))) == 1


async def test_nor_for_somebody_with_a_place_in_another_office(new: Hamlet) -> None:
    async with new.db.writing() as tx:
        office = Joining("m-o", "lua", "suoi-da", LONG_AGO, "", "office", confirmed=True)
        elsewhere = Joining("m-e", "chu", "giao-thong", LONG_AGO, "", "officer", confirmed=True)
        await memberships.join(tx, [office, elsewhere])

    assert await made(new, Inviting("suoi-da", by="lua")) == []


async def test_each_code_leaves_an_event_that_does_not_know_it(new: Hamlet) -> None:
    (one,) = await made(new)
    await made(new)

    events = await found(new.db, "SELECT act, person, after FROM events ORDER BY id")
    acts = [act for act, _, _ in events]
    assert acts == ["code-made", "code-ended", "code-made"]
    assert one.code not in str(await found(new.db, "SELECT * FROM codes")) + str(events)


async def test_there_are_never_more_live_codes_than_guessing_allows(new: Hamlet) -> None:
    many = [NewCode(f"h{n}", "return", 1, 2**50, 1, person="pao") for n in range(MOST_LIVE)]
    async with new.db.writing() as tx:
        await codes.add(tx, many)

    with pytest.raises(Refused, match="codes-too-many"):
        await made(new)


async def test_the_other_contacts_hear_who_has_come(new: Hamlet) -> None:
    (one,) = await made(new)
    _, told = await tell(new, FIRST, UseCode(one.code))

    (news,) = told
    assert (news.chat, news.person) == (PAO, "pao")
    assert news.say.text == "Đồng chí Vàng A Chư, Phó Bí thư, đã vào Chi bộ bản Suối Đá."


async def test_they_hear_it_once(new: Hamlet) -> None:
    (one,) = await made(new)
    await give(new, FIRST, UseCode(one.code))
    result, told = await tell(new, FIRST, UseCode(one.code))

    assert (result.again, told) == (True, [])


async def test_of_somebody_without_a_name_they_do_not_hear_yet(new: Hamlet) -> None:
    (one,) = await made(new, Inviting("suoi-da", contacts=False, members=True))
    _, told = await tell(new, FIRST, UseCode(one.code))

    assert told == []
