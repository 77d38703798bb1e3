"""What people ask for about their own data is done, kept as a request and noted as an event."""

import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.making import MAKERS
from bot.making.making import Making
from rules.results import TooLate
from rules.rights import CopyMyData, CorrectMyData, EraseMe, SeeMyData, WithdrawConsent
from rules.rights_results import ConsentWithdrawn, CopyComing, DataShown, Erased
from storage import data_requests, dialogs, outbox, withdrawing
from storage.database import Database
from storage.dialogs import StoredDialog
from storage.outbox import OutboxRow
from tests.bot.filing import Desk, desk
from tests.bot.ordering import BINH, LUA, PAO, found, give, registered, tell
from tests.bot.scene import web
from tests.hamlet import Hamlet
from tests.talk import Talk

SHEETS = [
    "Người",
    "Nơi nhắn tin",
    "Đơn vị",
    "Đồng ý",
    "Mô hình đã gửi",
    "Bản ghi dở",
    "Tin nhắn",
    "Bản giấy",
    "Trao đổi với đơn vị",
    "Đề nghị sửa",
    "Cuộc gọi tới đơn vị",
    "Kế hoạch",
    "Mô hình phát động",
    "Thông báo",
    "Những lần nhắc",
    "Nhắc việc",
    "Kênh nhắc",
    "Trả lời nhắc việc",
    "Đã báo gửi bản giấy",
    "Lịch họp",
    "Lời nhờ giúp",
    "Ảnh",
    "Tệp",
    "Yêu cầu",
    "Nhật ký",
]


async def requests(db: Database) -> list[Any]:
    """Return kind, state and last day of each request there is."""
    return await found(db, "SELECT kind, state, due_day FROM data_requests ORDER BY id")


async def test_who_asks_is_shown_everything_and_that_is_noted(here: Hamlet) -> None:
    result = await give(here, BINH, SeeMyData())

    assert isinstance(result, DataShown)
    kept = result.kept
    assert (kept.person.name, kept.channels, kept.agreed_to) == ("Nguyễn Văn Bình", ("web",), "1")
    assert await requests(here.db) == [("see", "done", "2027-03-18")]
    acts = await found(here.db, "SELECT act, subject, before, after FROM events")
    assert acts == [("data-see", "w-binh", "", "")]


async def test_what_was_registered_written_and_asked_is_counted(here: Hamlet) -> None:
    await registered(here)
    async with here.db.writing() as tx:
        drafts = [StoredDialog(key, key, touched_at=1) for key in ("register", "consent")]
        await dialogs.keep(tx, [("w-binh", draft) for draft in drafts])
    kept = (await give(here, BINH, SeeMyData())).kept

    assert (kept.entries, kept.drafts, kept.photos, kept.calls) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("command", "column", "now"),
    [
        (CorrectMyData("name", "Nguyễn Văn Bính"), "name", "Nguyễn Văn Bính"),
        (CorrectMyData("phone", "+84912000008"), "phone", "+84912000008"),
    ],
    ids=["name", "phone"],
)
async def test_people_correct_what_is_kept_of_them(
    here: Hamlet, command: CorrectMyData, column: str, now: str
) -> None:
    await give(here, BINH, command)

    assert await found(here.db, f"SELECT {column} FROM people WHERE id = 'w-binh'") == [(now,)]  # noqa: S608 - a column of the test
    assert await requests(here.db) == [("correct", "done", "2027-03-18")]
    assert await found(here.db, "SELECT after FROM events") == [(column,)]


async def test_the_words_for_a_position_are_ones_own_and_give_no_rights(here: Hamlet) -> None:
    await give(here, BINH, CorrectMyData("position", "Bí thư Đảng ủy", "m-binh"))

    place = await found(here.db, "SELECT position, role FROM memberships WHERE id = 'm-binh'")
    assert place == [("Bí thư Đảng ủy", "member")]


async def test_nobody_corrects_the_position_of_another(here: Hamlet) -> None:
    result = await give(here, BINH, CorrectMyData("position", "Không ai cả", "m-lua"))

    assert result == TooLate(None)
    assert await found(here.db, "SELECT id FROM memberships WHERE position = 'Không ai cả'") == []


async def test_of_the_only_contact_who_is_forgotten_the_office_hears(here: Hamlet) -> None:
    _, told = await tell(here, LUA, EraseMe())

    (heard,) = told
    assert (heard.person, heard.always) == ("hanh", ("lua",))
    assert "chưa có đầu mối" in heard.say.text
    assert "Lúa" not in heard.say.text


async def test_the_contact_who_is_left_hears_how_many_they_are(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await tx.run("UPDATE memberships SET role = 'officer' WHERE id = 'm-binh'")
    _, told = await tell(here, BINH, EraseMe())

    (heard,) = told
    assert heard.person == "lua"
    assert heard.say.text.endswith("Đơn vị còn 1 đầu mối.")


async def test_who_is_no_contact_is_forgotten_in_silence(here: Hamlet) -> None:
    assert (await tell(here, BINH, EraseMe()))[1] == []


async def test_who_withdraws_consent_keeps_no_draft_and_is_told_nothing_more(here: Hamlet) -> None:
    await registered(here)
    async with here.db.writing() as tx:
        await dialogs.keep(tx, [("w-binh", StoredDialog("d9", "register", touched_at=1))])
        await outbox.add(tx, [OutboxRow("o1", *BINH, "w-binh", urgency="bulk")])
    result = await give(here, BINH, WithdrawConsent())

    assert isinstance(result, ConsentWithdrawn)
    assert result.listed
    assert await found(here.db, "SELECT id FROM dialogs WHERE person = 'w-binh'") == []
    assert await found(here.db, "SELECT id FROM outbox WHERE id = 'o1'") == []
    assert await found(here.db, "SELECT state FROM entries") == [("sent",)]
    async with here.db.reading() as tx:
        assert await withdrawing.silent(tx, ["w-binh", "lua"]) == {"w-binh"}


async def test_who_is_forgotten_leaves_the_count(here: Hamlet) -> None:
    await registered(here)

    result = await give(here, BINH, EraseMe())
    assert isinstance(result, Erased)
    assert result.entries == 1
    assert await found(here.db, "SELECT typed_by FROM entries") == [("w-binh",)]


async def test_a_stranger_may_ask_too(here: Hamlet) -> None:
    result = await give(here, web("new"), SeeMyData())

    assert (result.kept.person.name, result.kept.agreed_at) == ("", None)


async def copy_made(world: Hamlet, kind: str, person: str, request: str = "") -> bytes:
    """Return the bytes of a copy."""
    making = Making(world.db, world.shell, person, {"request": request})
    return await MAKERS[kind].make(making)


@pytest.fixture
async def office(here: Hamlet, tmp_path: Path) -> Desk:
    """Give the place where files are made."""
    return desk(here, tmp_path)


async def test_a_copy_comes_as_two_files_and_settles_its_request(
    here: Hamlet, office: Desk
) -> None:
    assert isinstance(await give(here, BINH, CopyMyData()), CopyComing)
    assert await requests(here.db) == [("export", "open", "2027-03-18")]
    await office.work()
    await office.work()

    names = await found(here.db, "SELECT name, state FROM files ORDER BY id")
    assert names == [
        ("Dữ liệu của tôi 16-03-2027.json", "kept"),
        ("Dữ liệu của tôi 16-03-2027.xlsx", "kept"),
    ]
    assert await requests(here.db) == [("export", "done", "2027-03-18")]
    async with here.db.reading() as tx:
        assert await data_requests.open_ones(tx) == []


async def test_the_copy_for_machines_says_everything_of_the_person(here: Hamlet) -> None:
    await registered(here)
    copy = json.loads(await copy_made(here, "mine-json", "w-binh"))

    assert copy["person"][0]["name"] == "Nguyễn Văn Bình"
    assert copy["units"][0]["name"] == "Hội Nông dân phường Thường Thạnh"
    assert copy["consents"][0] | {"at": ""} == {
        "answer": "given",
        "version": "1",
        "wording": "wording",
        "channel": "web",
        "at": "",
    }
    assert copy["entries"][0]["content"] == "Mười hộ nuôi lươn."
    assert copy["entries"][0]["created_at"] == "2027-03-16T19:42:00+07:00"
    assert [event["act"] for event in copy["events"]] == ["register"]


async def test_the_copy_to_read_has_a_sheet_for_each_thing(here: Hamlet) -> None:
    await registered(here)
    data = await copy_made(here, "mine-xlsx", "w-binh")

    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == SHEETS
    entries = list(book["Mô hình đã gửi"].values)
    assert entries[1][:5] == (
        "DVK-2027-0001",
        2027,
        "Nuôi lươn không bùn d1",
        "ấp 3",
        "Phát triển kinh tế",
    )
    assert "gửi đăng ký" in list(book["Nhật ký"].values)[1]


@pytest.mark.parametrize("kind", ["mine-json", "mine-xlsx"])
async def test_a_copy_has_nothing_of_anybody_else(here: Hamlet, kind: str) -> None:
    await registered(here)
    await registered(here, LUA, dialog="d2")
    data = await copy_made(here, kind, "pao")
    text = data.decode() if kind == "mine-json" else _words(data)

    assert "Giàng A Páo" in text
    for canary in ("Bình", "Lúa", "lươn", "nong-dan", "w-binh", BINH.chat):
        assert canary not in text


async def test_a_copy_has_the_own_words_and_nothing_others_said_or_did(here: Hamlet) -> None:
    talk = Talk(here, chat=LUA.chat)
    await talk.says("thành viên")
    await registered(here)
    copy = json.loads(await copy_made(here, "mine-json", "lua"))

    assert [message["text"] for message in copy["messages"]] == ["thành viên"]
    assert "Bình" not in str(copy)


async def test_a_draft_in_the_copy_says_what_was_typed_and_no_key_of_ours(here: Hamlet) -> None:
    state = {"answers": {"_for": "nong-dan", "name": "Nuôi vịt"}}
    async with here.db.writing() as tx:
        await dialogs.keep(tx, [("lua", StoredDialog("d9", "register", state, touched_at=1))])
    copy = json.loads(await copy_made(here, "mine-json", "lua"))

    assert copy["drafts"][0]["said"] == {"name": "Nuôi vịt"}


async def test_the_copy_to_read_says_roles_and_requests_in_words(here: Hamlet) -> None:
    await give(here, LUA, CopyMyData())
    book = openpyxl.load_workbook(io.BytesIO(await copy_made(here, "mine-xlsx", "lua")))

    (_, place), (_, request) = (list(book[name].values) for name in ("Đơn vị", "Yêu cầu"))
    assert place[1:4] == ("Chủ tịch", "đầu mối của đơn vị", "đã xác nhận")
    assert (request[1], request[2]) == ("một bản sao", dt.datetime(2027, 3, 18))  # noqa: DTZ001 - a day


def _words(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return "\n".join(str(row) for sheet in book for row in sheet.values)


async def test_whoever_was_forgotten_gets_an_empty_copy(here: Hamlet) -> None:
    await give(here, PAO, EraseMe())
    copy = json.loads(await copy_made(here, "mine-json", "pao"))

    assert copy["person"][0]["name"] == ""
    assert copy["channels"] == copy["messages"] == copy["drafts"] == []


@pytest.mark.parametrize("command", [WithdrawConsent(), EraseMe()], ids=["withdrawn", "erased"])
async def test_whoever_is_no_longer_with_us_hears_nothing_of_others(
    here: Hamlet, command: WithdrawConsent | EraseMe
) -> None:
    await give(here, LUA, command)
    talk = Talk(here, chat=BINH.chat)
    await talk.says("Tên: Nuôi lươn\nĐịa chỉ: ấp 3\nLĩnh vực: kinh tế\nNội dung: Mười hộ nuôi.")
    await talk.presses("Gửi")

    assert await found(here.db, "SELECT id FROM entries") != []
    assert await found(here.db, "SELECT say FROM outbox WHERE chat = 'w-lua'") == []
