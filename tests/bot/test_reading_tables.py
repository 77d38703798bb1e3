"""A table the office sends is read beside the bot; of everybody else's nothing is kept."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from bot.bell import Bell
from bot.files.keeper import FileKeeper
from bot.files.parts import filing
from bot.files.tables import table_of
from bot.files.telling import Teller
from conversations.say import Say
from rules.refused import Refused
from storage.chats import Chat
from tests.bot.contents import contents
from tests.bot.filing import Desk, desk
from tests.bot.ordering import BINH, HANH, LUA, everybody_is_here
from tests.bot.posting import Post
from tests.bot.scene import reach
from tests.fakes.telegram import Fault, Person
from tests.hamlet import Hamlet
from tests.talk import Talk

UNITS = "Tên đơn vị;Loại\nChi bộ bản Cốc;Chi bộ\nChi bộ bản Phìn;Chi bộ\n".encode()
NO_DOCUMENTS = "Trợ lý không nhận nghị quyết, biên bản, tài liệu của Đảng."


@pytest.fixture
async def office(world: Hamlet, tmp_path: Path) -> Desk:
    await everybody_is_here(world)
    return desk(world, tmp_path)


async def sends(office: Desk, data: bytes, *, name: str = "don-vi.csv", chat: Chat = HANH) -> Say:
    """Let somebody send a table; return what they are told last."""
    await Talk(office.world, chat.channel, chat.chat).sends_table(name, data)
    await office.work()
    return (await office.says(chat))[-1]


async def test_a_table_is_read_and_its_sender_asked_what_it_is(office: Desk) -> None:
    said = await sends(office, UNITS)

    assert said.text.startswith("Đã đọc tệp don-vi.csv: 3 dòng")
    labels = [option.label for row in said.rows for option in row]
    assert labels == [
        "Nhập đơn vị",
        "Nhập đầu mối",
        "Nhập sổ các năm",
        "Nhập xếp loại",
        "Bỏ tệp này",
    ]


async def test_what_a_table_says_is_kept_and_its_own_bytes_are_not(office: Desk) -> None:
    said = await sends(office, UNITS)
    (path,) = office.on_disk()
    key = said.rows[0][0].data.split(":")[2]

    async with office.world.db.reading() as tx:
        table = await table_of(tx, key, person="hanh", shell=office.world.shell)
        with pytest.raises(Refused, match="file-gone"):
            await table_of(tx, key, person="lua", shell=office.world.shell)
    assert table.rows[1] == ("Chi bộ bản Cốc", "Chi bộ")
    assert path.read_bytes() != UNITS


@pytest.mark.parametrize("chat", [BINH, LUA], ids=["a-member", "an-officer"])
async def test_a_table_of_anybody_else_is_answered_like_any_document(
    office: Desk, chat: Chat
) -> None:
    said = await sends(office, UNITS, chat=chat)

    assert said.text.startswith(NO_DOCUMENTS)
    assert await office.states() == []


async def test_the_web_page_keeps_nothing_of_a_table_that_is_not_the_offices(
    office: Desk,
) -> None:
    assert await office.parts.door.keep(UNITS, LUA) == ""
    assert await office.parts.door.keep(UNITS, Chat("web", "", "nobody")) == ""
    assert office.on_disk() == []
    assert await office.parts.door.keep(UNITS, HANH) != ""


def with_macros() -> bytes:
    """Return a workbook with a macro in it."""
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.xlsx", with_macros(), "macro"),
        ("a.xlsx", b"PK\x03\x04 broken", "không mở được"),
        ("a.csv", b"", "trống"),
        ("a.csv", "Tên;Ghi chú\nChi bộ A;TUYỆT MẬT\n".encode(), "tài liệu mật"),
    ],
    ids=["macros", "broken", "empty", "secret"],
)
async def test_a_table_that_is_not_taken_leaves_nothing_and_says_why(
    office: Desk, name: str, data: bytes, why: str
) -> None:
    said = await sends(office, data, name=name)

    assert why in said.text
    assert "0912 000 009" not in said.text  # who sends a table is the office
    assert (await office.states(), office.on_disk()) == (["refused"], [])


async def test_nothing_of_a_secret_table_is_in_the_database(office: Desk, tables_url: str) -> None:
    await sends(office, "Tên;Ghi chú\nChi bộ Kanari;TUYỆT MẬT\n".encode())

    assert "Kanari" not in await contents(tables_url)


async def test_a_table_too_large_is_refused_at_once(office: Desk) -> None:
    said = await sends(office, b"x" * (5 * 2**20 + 1))

    assert "5 MB" in said.text
    assert await office.states() == []


async def test_the_name_of_a_table_may_be_secret_too(office: Desk) -> None:
    said = await sends(office, UNITS, name="Tài liệu tuyệt mật.xlsx")

    assert "tài liệu mật" in said.text
    assert await office.states() == []


async def test_a_table_put_away_is_gone_with_what_it_said(office: Desk) -> None:
    await sends(office, UNITS)
    talk = Talk(office.world, "web", HANH.chat)
    await talk.reads()
    (said,) = await talk.presses("Bỏ tệp này")
    office.world.clock.ms += 3_600_000
    await office.work()

    assert said.text.startswith("Đã bỏ tệp")
    assert (await office.states(), office.on_disk()) == (["gone"], [])


async def test_a_table_expires_after_a_week(office: Desk) -> None:
    await sends(office, UNITS)
    office.world.clock.ms += 7 * 86_400_000
    await office.work()

    assert (await office.states(), office.on_disk()) == (["gone"], [])


@pytest.fixture
async def phoned(office: Desk, post: Post, tmp_path: Path) -> Desk:
    """Give the desk with a Telegram that tables are fetched from."""
    world = office.world
    world.shell = replace(world.shell, files=FileKeeper(tmp_path))
    teller = Teller(world.shell, post.deliver, Bell())
    office.parts = filing(world.db, world.shell, teller, channels={"telegram": post.telegram})
    return office


async def sends_on_telegram(office: Desk, post: Post, person: Person, data: bytes) -> Say:
    """Let Hạnh send a table from her phone; return what she is told last."""
    sent = await person.sends_document("don-vi.csv", "text/csv", data)
    chat = post.chat(person)
    await reach(office.world, "hanh", chat)
    body = person.chat.messages[sent.message_id].body
    talk = Talk(office.world, "telegram", chat.chat, bot=post.telegram.bot)
    await talk.sends_remote_table("don-vi.csv", body["document"]["file_id"])
    await office.work()
    return (await office.says(chat))[-1]


async def test_a_table_on_telegram_is_fetched_and_read(
    phoned: Desk, post: Post, lan: Person
) -> None:
    said = await sends_on_telegram(phoned, post, lan, UNITS)

    assert said.text.startswith("Đã đọc tệp don-vi.csv: 3 dòng")


async def test_a_table_telegram_cannot_give_now_is_fetched_later(
    phoned: Desk, post: Post, lan: Person
) -> None:
    post.fake.fault("download", Fault(status=500))
    await sends_on_telegram(phoned, post, lan, UNITS)
    assert await phoned.states() == ["wanted"]

    phoned.world.clock.ms += 60_000
    await phoned.work()
    assert await phoned.states() == ["kept"]


async def test_a_table_telegram_has_no_more_is_told_of(
    phoned: Desk, post: Post, lan: Person
) -> None:
    post.fake.fault("getFile", Fault(status=400, description="Bad Request: wrong file_id"))

    said = await sends_on_telegram(phoned, post, lan, UNITS)

    assert "gửi lại" in said.text
    assert await phoned.states() == ["refused"]
