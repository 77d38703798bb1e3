import pytest

from rules.commands import (
    AskForHelp,
    ChooseLanguage,
    GiveConsent,
    Introduce,
    KeepPhone,
    RefuseConsent,
)
from rules.results import Consented, Declined, HelpComing, Introduced
from storage.chats import Chat
from tests.bot.ordering import BINH, LUA, found, give
from tests.bot.scene import telegram, web
from tests.hamlet import Hamlet

NEW = web("c1")


@pytest.mark.parametrize("chat", [NEW, telegram("7")], ids=["web", "telegram"])
async def test_consent_is_kept_with_its_wording_version_channel_and_time(
    world: Hamlet, chat: Chat
) -> None:
    result = await give(world, chat, GiveConsent("2026-11", "Trợ lý lưu họ tên…"))

    assert result == Consented()
    kept = await found(world.db, "SELECT answer, version, wording, channel, at FROM consents")
    assert kept == [("given", "2026-11", "Trợ lý lưu họ tên…", chat.channel, world.clock.ms)]


async def test_who_refuses_is_told_whom_to_call_and_only_that_is_kept(world: Hamlet) -> None:
    result = await give(world, NEW, RefuseConsent("2026-11", "Trợ lý lưu họ tên…"))

    assert isinstance(result, Declined)
    assert result.human.name == "Trần Thị Hạnh"
    assert await found(world.db, "SELECT answer FROM consents") == [("refused",)]


async def test_the_last_answer_counts_and_all_are_kept(world: Hamlet) -> None:
    await give(world, NEW, RefuseConsent("1", "…"))
    world.clock.ms += 1
    await give(world, NEW, GiveConsent("1", "…"))

    answers = await found(world.db, "SELECT answer FROM consents ORDER BY at")
    assert answers == [("refused",), ("given",)]


async def test_who_comes_with_a_code_joins_by_consenting(world: Hamlet) -> None:
    result = await give(world, NEW, GiveConsent("1", "…", code="9W5-T2R"))

    assert result.joined.unit.id == "giao-thong"


async def test_a_code_that_is_no_longer_good_does_not_undo_consent(world: Hamlet) -> None:
    result = await give(world, NEW, GiveConsent("1", "…", code="222222A"))

    assert result == Consented(code_failed=True)
    assert await found(world.db, "SELECT answer FROM consents") == [("given",)]


async def test_who_introduces_themselves_is_asked_for_in_the_unit(world: Hamlet) -> None:
    result = await give(world, NEW, Introduce("Lò Văn Chiến", "suoi-da", "Chi bộ bản Suối Đá"))

    assert isinstance(result, Introduced)
    assert not result.membership.confirmed
    places = "SELECT unit, state, role FROM memberships WHERE id NOT LIKE 'm-%'"
    assert await found(world.db, places) == [("suoi-da", "asked", "member")]
    names = await found(world.db, "SELECT folded FROM people WHERE name = 'Lò Văn Chiến'")
    assert names == [("lo van chien",)]


async def test_a_unit_in_no_list_is_kept_as_asked_for(world: Hamlet) -> None:
    result = await give(world, NEW, Introduce("Lò Văn Chiến", "", "Chi bộ bản Nà Mới"))

    units = await found(world.db, "SELECT id FROM units WHERE state = 'asked'")
    assert units == [(result.membership.unit.id,)]


async def test_who_is_in_a_unit_already_only_tells_their_name(here: Hamlet) -> None:
    await give(here, BINH, Introduce("Nguyễn Văn Bình", "suoi-da", "Chi bộ bản Suối Đá"))

    units = await found(here.db, "SELECT unit FROM memberships WHERE person = 'w-binh'")
    assert units == [("nong-dan",)]


async def test_a_phone_number_is_kept(here: Hamlet) -> None:
    await give(here, BINH, KeepPhone("+84912345678"))

    phones = await found(here.db, "SELECT phone FROM people WHERE id = 'w-binh'")
    assert phones == [("+84912345678",)]


async def test_a_language_is_kept(here: Hamlet) -> None:
    await give(here, BINH, ChooseLanguage("en"))

    languages = await found(here.db, "SELECT language FROM people WHERE id = 'w-binh'")
    assert languages == [("en",)]


@pytest.mark.parametrize("chat", [LUA, NEW], ids=["known", "newcomer"])
async def test_words_nobody_understood_are_kept_for_a_human(here: Hamlet, chat: Chat) -> None:
    result = await give(here, chat, AskForHelp("cái kia kìa"))

    assert isinstance(result, HelpComing)
    assert result.human.phone == "+84912000009"
    assert await found(here.db, "SELECT words, state FROM help_requests") == [
        ("cái kia kìa", "open")
    ]
