"""Tables in and files out, over both channels, of a bot that runs; and after it was killed."""

import io
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import openpyxl
import pytest

from tests.acceptance.browsing import Visitor, visiting
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import Service, mortal, on, settings
from tests.acceptance.touching import arrives, presses
from tests.bot.channels.web.phone import OURS
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram, Person
from tests.terminal import Terminal

CANARY = "Chi bộ bản Kanari"
TABLE = f"Tên đơn vị;Loại\n{CANARY};Chi bộ\n".encode()
TO_THE_OFFICE = "UPDATE memberships SET role = 'office' WHERE state = 'confirmed'"


@pytest.fixture
async def bot(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot that polls, on an SQLite database."""
    async with inside(settings(tmp_path / "data", **on(telegram))) as bot:
        yield bot


async def all_of_the_office(bot: Inside) -> None:
    async with bot.db.writing() as tx:
        await tx.run(TO_THE_OFFICE, {})


async def waits_for(visitor: Visitor, words: str) -> None:
    """Wait until the page has been told something."""

    async def is_told() -> bool:
        await visitor.reads()
        return any(words in bubble["text"] for bubble in visitor.told)

    await eventually(is_told)


@pytest.fixture
async def hanh(bot: Inside) -> AsyncIterator[Visitor]:
    """Give somebody of the office at the page."""
    async with visiting(bot) as visitor:
        await visitor.registers()
        await all_of_the_office(bot)
        yield visitor


async def sends_table(visitor: Visitor, data: bytes = TABLE) -> int:
    path = "/chat/table?id=table-0001&name=danh-s%C3%A1ch.csv"
    return (await visitor.phone.post(path, data=io.BytesIO(data), headers=OURS))[0]


async def template_of(visitor: Visitor) -> str:
    """Let somebody have a template made; return the address it is at."""
    await visitor.says("mẫu nhập")
    await visitor.presses("Mẫu đơn vị")
    await waits_for(visitor, "Tệp đồng chí cần")
    id_, *_ = visitor.told[-1]["file"]
    return f"/tep/{id_}"


async def test_a_template_is_saved_from_the_page_and_shown_nowhere(hanh: Visitor) -> None:
    address = await template_of(hanh)

    async with hanh.phone.session.get(address) as response:
        data, headers = await response.read(), response.headers
    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''M%E1%BA%ABu")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


async def test_another_persons_page_does_not_have_the_file(bot: Inside, hanh: Visitor) -> None:
    address = await template_of(hanh)

    async with visiting(bot) as other:
        await other.opens()
        for path in (address, "/tep/0000000000000001", "/tep/..%2F..%2Fkheo.db"):
            async with other.phone.session.get(path) as response:
                assert response.status == 404


async def test_a_file_is_had_as_long_as_it_is_kept_and_then_words_say_so(
    bot: Inside, hanh: Visitor
) -> None:
    address = await template_of(hanh)
    async with bot.db.writing() as tx:
        await tx.run("UPDATE files SET expires_at = 1", {})

    async with hanh.phone.session.get(address) as response:
        assert (response.status, await response.text()) == (
            410,
            "Tệp này đã hết hạn. Mời đồng chí yêu cầu lại.",
        )


async def test_a_table_from_the_page_is_read(hanh: Visitor) -> None:
    assert await sends_table(hanh) == 200

    await waits_for(hanh, "Đã đọc tệp danh-sách.csv: 2 dòng")
    assert any(bubble["text"] == "📄 danh-sách.csv" for bubble in await hanh.phone.bubbles())


async def test_no_byte_of_a_table_is_in_the_log(
    hanh: Visitor, capsys: pytest.CaptureFixture[str]
) -> None:
    await sends_table(hanh)
    await waits_for(hanh, "Đã đọc tệp")

    written = capsys.readouterr()
    assert "Kanari" not in written.out + written.err


async def test_a_table_of_somebody_else_leaves_nothing(bot: Inside, tmp_path: Path) -> None:
    async with visiting(bot) as visitor:
        await visitor.registers()
        assert await sends_table(visitor) == 200
        await visitor.reads()

    assert visitor.told[-1]["text"].startswith("Trợ lý không nhận nghị quyết")
    assert await bot.rows("SELECT id FROM files") == []
    assert not [path for path in (tmp_path / "data" / "files").rglob("*") if path.is_file()]


async def test_a_table_too_large_is_given_up_on_the_way(hanh: Visitor) -> None:
    assert await sends_table(hanh, b"x" * (5 * 2**20 + 1)) == 422


async def test_a_table_and_a_template_on_telegram(
    bot: Inside, lan: Person, telegram: FakeTelegram
) -> None:
    await arrives(lan)
    await all_of_the_office(bot)
    await lan.sends_document("danh-sách.csv", "text/csv", TABLE)
    await lan.sees("Đã đọc tệp danh-sách.csv: 2 dòng")
    await lan.says("mẫu nhập")
    await lan.sees("lấy mẫu")
    await lan.presses("Mẫu đầu mối")

    bubble = await lan.sees("Tệp đồng chí cần")
    assert bubble.file_name == "Mẫu nhập đầu mối.xlsx"
    assert openpyxl.load_workbook(io.BytesIO(bubble.file)).worksheets
    assert [call.method for call in telegram.calls].count("sendDocument") == 1


async def test_killed_before_a_file_is_made_it_comes_after_all_and_once(
    terminal: Terminal, telegram: FakeTelegram, lan: Person, tmp_path: Path
) -> None:
    env = settings(tmp_path / "data", **on(telegram))
    async with mortal(Service(terminal, env, tmp_path / "log")) as bot:
        await bot.start()
        await arrives(lan)
        with sqlite3.connect(tmp_path / "data" / "kheo.db") as database:
            database.execute(TO_THE_OFFICE)
        await lan.says("mẫu nhập")
        await lan.sees("lấy mẫu")
        await presses(lan, "Mẫu đơn vị")
        await bot.kill()
        assert not any(bubble.document for bubble in telegram.bubbles(lan))
        await bot.start()

        await lan.sees("Tệp đồng chí cần")
        assert sum(bubble.document for bubble in telegram.bubbles(lan)) == 1
        await bot.stop()
