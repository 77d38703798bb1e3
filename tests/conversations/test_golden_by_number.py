"""Every conversation goes on a channel without buttons as it is written for those with them."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conversations.numbered import listed, numbers
from conversations.say import Say
from storage.database import Database
from tests.conversations.test_transcripts import FOLDER, programme_of
from tests.conversations.transcript import Transcript, read
from tests.conversations.typed import Typed
from tests.hamlet import hamlet, settle_in

# What cannot be done there, so that a conversation with it is none of that channel's.
NOT_THERE = {
    r"\(gửi bảng ": "no file arrives: a table is sent on the web page",
    r"\(gửi vị trí\)": "no position arrives: where it is is written",
    r"\(gửi số điện thoại ": "nobody vouches for a phone number",
    r"\(sửa tin ": "nothing that was said can be changed",
}
# How the answers begin that are others there, and why.
OTHERWISE = {
    "anh": "Đã giữ ",  # of an album the question is asked again, for a list without it says nothing
    "de-do": "Câu này trợ lý hỏi đã lâu",  # of a list of days ago; elsewhere its number is none
    "dung-thong-bao": "Ghi lại cho đúng",  # an answer said by its name is taken for it
    "hoi-giua-chung": "Đồng chí chọn một trong",  # words, where nobody hears of a chat opened anew
}
ABOUT_CHANNELS = {"kenh-nhac"}
# Bubbles that no button would have needed: of more than seven answers, or which of two was meant.
BESIDE = {
    "hai-nguoi": 1,
    "khong-phai-nguoi-don-vi": 1,
    "lich-hop-dinh-ky": 1,
    "muc-chinh-cua-ban": 1,
    "nhac-viec-cua-toi": 1,
    "phat-dong": 1,
    "phieu-viet-tay": 1,
    "to-chuc-doi-ten": 1,
    "to-chuc-gop-hai-tinh": 2,
    "to-chuc-mien": 1,
    "to-chuc-tach": 1,
}
# What every channel says in its own words.
_OWN_WORDS = {
    r"(Tin nhắn lưu trên máy chủ của|Tin nhắn đi qua|Messages go through) [^.]*\.": "",
    r"\n\n  (Đồng chí nhắn số 1 hoặc 2|Say 1 or 2):": "",
    r"qua(:?) (trang trò chuyện|Telegram|Zalo)": r"qua\1 …",
    r" Trang để nhập mã: .*|\n  Hoặc mở:\n  • Trang trò chuyện: .*": "",
    r"\n\n *Mã vào lại của đồng chí: .*": "",
    r" Nếu Ban đã có số điện thoại .* bên dưới\.|\n  \[Gửi số điện thoại của tôi\]": "",
}


def conversations() -> Iterator[Path]:
    """Yield the conversations that can be had without buttons."""
    for path in sorted(FOLDER.glob("*.txt")):
        text = path.read_text("utf-8")
        there = not any(re.search(what, text) for what in NOT_THERE)
        if there and path.stem not in ABOUT_CHANNELS and read(text).channels != ["zalo"]:
            yield path


@pytest.mark.parametrize("path", [pytest.param(p, id=p.stem) for p in conversations()])
async def test_a_conversation_goes_by_numbers_as_it_is_written(path: Path, db: Database) -> None:
    written = path.read_text("utf-8")  # noqa: ASYNC240 - nothing else runs

    goes, stage = await typed(read(written), db)

    pairs = zip(turns(goes), turns(written), strict=True)
    others = [there for there, elsewhere in pairs if there != elsewhere]
    expected = OTHERWISE.get(path.stem)
    assert all(f"« {expected}" in there for there in others)
    assert bool(others) == (expected is not None)
    assert stage.beside == BESIDE.get(path.stem, 0)
    assert [say for talk in stage.talks.values() for say in talk.bubbles if twice(say)] == []


def turns(text: str) -> list[str]:
    """Return the head of a transcript and each line with its answers, without own words."""
    return re.split(r"\n(?=(?:[^»«#\n]{1,20} )?» )", without_own_words(text))


def twice(say: Say) -> list[str]:
    """Return the numbers in a bubble with a list that stand for two things, or for nothing."""
    shown = re.findall(r"^(\d+)\. ", listed(say), re.MULTILINE)
    known = [one.number for one in numbers(say)]
    wrong = {n for n in shown if shown.count(n) > 1 or n not in known}
    return sorted(wrong) if known else []


async def typed(transcript: Transcript, db: Database) -> tuple[str, Typed]:
    """Return the transcript as it goes where all is typed, and the stage it went on."""
    moment = dt.datetime.strptime(transcript.header["Lúc"], "%d/%m/%Y %H:%M")  # noqa: DTZ007 - local
    world = hamlet(db, *programme_of(transcript), moment=moment.isoformat(" ", "minutes"))
    async with db.writing() as tx:
        await settle_in(tx)
    stage = Typed(world, "zalo", alone=False)
    return await stage.play(transcript), stage


def without_own_words(text: str) -> str:
    """Return a transcript without what each channel says in words of its own."""
    for own, shared in _OWN_WORDS.items():
        text = re.sub(own, shared, text)
    return text
