"""Searching page by page, in the middle of something else, and what is kept of it: nothing."""

from dataclasses import replace

import pytest

from storage import entries
from tests.bot.contents import contents
from tests.bot.scene import reach, web
from tests.conversations.directions import _entry
from tests.hamlet import Hamlet
from tests.talk import Talk

SOUGHT = "lươn không bùn nâu đất"


async def office(world: Hamlet, *, models: int) -> Talk:
    """Come as the office, with so many models of last year in the register."""
    named = [f"Nuôi lươn không bùn {n}" for n in range(1, models + 1)]
    rows = [_entry(2026, n, "nong-dan", name) for n, name in enumerate(named, 1)]
    async with world.db.writing() as tx:
        await entries.add(tx, [replace(row, created_at=n) for n, row in enumerate(rows)])
    await reach(world, "hanh", web("office"))
    return Talk(world, chat="office")


def lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("•")]


async def test_more_than_seven_hits_come_in_pages(world: Hamlet) -> None:
    talk = await office(world, models=16)

    (first,) = await talk.says("tìm lươn")
    (second,) = await talk.presses("Xem thêm")
    (third,) = await talk.presses("Xem thêm")

    assert first.text.startswith("Tìm thấy 16.")
    assert second.text.startswith("Kết quả 8–14:")
    assert [len(lines(page.text)) for page in (first, second, third)] == [7, 7, 2]
    assert len({line for page in (first, second, third) for line in lines(page.text)}) == 16
    assert not any(o.label == "Xem thêm" for row in third.rows for o in row)


async def test_one_can_look_at_a_hit_and_go_on_to_the_next_page(world: Hamlet) -> None:
    talk = await office(world, models=9)
    await talk.says("tìm lươn")
    await talk.presses("Xem số DVK-2026-0009")

    (second,) = await talk.presses("Xem thêm")

    assert len(lines(second.text)) == 2


async def test_a_page_of_another_search_is_no_longer_there(world: Hamlet) -> None:
    talk = await office(world, models=9)
    await talk.says("tìm lươn")
    await talk.says("tìm giao thông")

    (said,) = await talk.presses("Xem thêm")

    assert said.text == "Kết quả này đã cũ. Đồng chí tìm lại."


async def test_so_many_hits_that_more_words_are_needed(world: Hamlet) -> None:
    talk = await office(world, models=60)

    (said,) = await talk.says("tìm lươn")

    assert said.text.startswith("Tìm thấy 60.")
    assert "chỉ xem được 49 kết quả gần nhất" in said.text


async def test_what_was_looked_for_is_kept_nowhere(world: Hamlet, tables_url: str) -> None:
    talk = await office(world, models=1)
    await talk.says(f"tìm {SOUGHT}")
    await talk.says("tìm")
    await talk.says(f"{SOUGHT} nhé")

    kept = await contents(tables_url)

    assert "nâu đất" not in kept
    assert "nau dat" not in kept


async def test_in_the_middle_of_a_form_the_question_is_asked_again(world: Hamlet) -> None:
    talk = Talk(world, chat="first")
    await talk.opens("7K3M2P")
    await talk.presses("Đồng ý")
    await talk.presses("Mô hình mới của tập thể")

    found = await talk.says("/tim suối đá")
    asked = await talk.says("tìm nguồn nước sạch cho bản")

    assert [say.text.split("\n")[0] for say in found] == [
        "Tìm thấy 1.",
        "Câu 1/4. Tên mô hình là gì?",
    ]
    assert asked[-1].text.startswith("Câu 2/4")


async def test_who_is_asked_what_to_find_goes_on_with_the_form_afterwards(world: Hamlet) -> None:
    talk = Talk(world, chat="first")
    await talk.opens("7K3M2P")
    await talk.presses("Đồng ý")
    await talk.presses("Mô hình mới của tập thể")
    await talk.says("/tim")

    said = await talk.says("suối đá")

    assert said[0].text.startswith("Tìm thấy 1.")
    assert said[-1].text.startswith("Câu 1/4")


async def test_a_query_that_looks_secret_is_refused(world: Hamlet) -> None:
    talk = await office(world, models=1)

    (said,) = await talk.says("tìm văn bản tối mật")

    assert "không nhận" in said.text
    assert "Tìm thấy" not in said.text


async def test_a_last_page_of_one_is_called_by_its_number(world: Hamlet) -> None:
    talk = await office(world, models=8)
    await talk.says("tìm lươn")

    (second,) = await talk.presses("Xem thêm")

    assert second.text.startswith("Kết quả thứ 8:")


@pytest.mark.parametrize("words", ["tìm số 2", "tìm dk số 2", "tìm đăng ký số 2"])
async def test_a_registration_is_found_by_its_number_in_words(world: Hamlet, words: str) -> None:
    talk = await office(world, models=3)

    (said,) = await talk.says(words)

    assert "“Nuôi lươn không bùn 2”" in said.text
