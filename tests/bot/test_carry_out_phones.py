import asyncio
from typing import Any

import pytest

from rules.commands import KeepPhone
from rules.member_commands import BecomeContact
from rules.member_results import PhoneRecognised
from rules.results import CodeUsed, PhoneKept, TooLate
from storage import contacts, memberships, people
from storage.contacts import Contact
from storage.memberships import Joining
from tests.bot.ordering import found, give
from tests.bot.scene import agree, reach, telegram, web
from tests.hamlet import LONG_AGO, Hamlet

DIN, OTHER = telegram("7001"), telegram("7002")
PAOS = "+84912000001"


@pytest.fixture
async def here(world: Hamlet) -> Hamlet:
    """Let two newcomers be at Telegram; the contacts of the hamlet have not come yet."""
    await agree(world, DIN, OTHER)
    return world


async def people_at(world: Hamlet, chat: Any) -> list[Any]:
    return await found(world.db, "SELECT person FROM addresses WHERE chat = :chat", chat=chat.chat)


async def test_a_number_that_is_an_expected_contacts_is_asked_about(here: Hamlet) -> None:
    result = await give(here, DIN, KeepPhone(PAOS))

    assert result == PhoneRecognised(PAOS, "pao", "Giàng A Páo", "Chi bộ bản Suối Đá")


async def test_whoever_says_yes_is_that_contact_with_everything(here: Hamlet) -> None:
    await give(here, DIN, KeepPhone(PAOS))
    result = await give(here, DIN, BecomeContact("pao"))

    assert isinstance(result, CodeUsed)
    assert result.joined
    assert result.joined.role == "officer"
    assert await people_at(here, DIN) == [("pao",)]


async def test_nobody_becomes_a_contact_whose_number_they_did_not_share(here: Hamlet) -> None:
    await give(here, DIN, KeepPhone(PAOS))
    refused = [
        await give(here, OTHER, BecomeContact("pao")),
        await give(here, DIN, BecomeContact("lua")),
    ]

    assert refused == [TooLate(None)] * 2
    assert await people_at(here, OTHER) == [("7002",)]


async def test_a_number_changed_by_typing_since_is_no_proof(here: Hamlet) -> None:
    await give(here, DIN, KeepPhone("+84912000077"))
    async with here.db.writing() as tx:
        await people.set_phone(tx, "7001", phone=PAOS)  # as whoever corrects their data does

    assert await give(here, DIN, BecomeContact("pao")) == TooLate(None)


async def test_a_number_two_contacts_share_tells_nothing(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await contacts.add_contacts(tx, [Contact("vo", "Sùng Thị Mỷ", PAOS, 1)])
        await memberships.join(tx, [Joining("m-vo", "vo", "nong-dan", LONG_AGO, confirmed=True)])

    assert await give(here, DIN, KeepPhone(PAOS)) == PhoneKept(PAOS)


async def test_a_contact_who_came_already_is_not_asked_about(here: Hamlet) -> None:
    await reach(here, "pao", web("w-pao"))

    assert await give(here, DIN, KeepPhone(PAOS)) == PhoneKept(PAOS)


async def test_somebody_who_is_called_otherwise_is_not_asked(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await people.name_person(tx, "7001", name="Lù Seo Dìn")

    assert await give(here, DIN, KeepPhone(PAOS)) == PhoneKept(PAOS)


async def test_of_two_who_shared_the_number_one_becomes_the_contact(here: Hamlet) -> None:
    for chat in (DIN, OTHER):
        await give(here, chat, KeepPhone(PAOS))
    both = await asyncio.gather(*(give(here, chat, BecomeContact("pao")) for chat in (DIN, OTHER)))

    assert sorted(isinstance(one, CodeUsed) for one in both) == [False, True]
