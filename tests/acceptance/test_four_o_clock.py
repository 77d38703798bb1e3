"""At four o'clock: the office's text, picture, Excel, Word and list say the same, to the minute."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from PIL import Image

from bot.carry_out.order import answers
from conversations.papers.summary_chart import summary_chart
from rules.office_requests import SummaryOf
from rules.programme import Launched, Programme
from rules.summary import Summary
from storage import entries
from storage.chats import Chat
from storage.database import Database
from storage.summaries import kept_summary
from tests.bot.filing import desk
from tests.bot.scene import reach
from tests.four_o_clock import CODE, YEAR, stand_as_at_four
from tests.hamlet import ZONE, Hamlet, hamlet, programme, settle_in
from tests.registered import registered_in
from tests.talk import Talk

pytestmark = pytest.mark.usefixtures("papers_once")
MOMENT = "tính đến 15 giờ 32 phút, thứ Tư 17/3/2027"
# What each paper calls a figure that the text has, and the figure at that moment.
FIGURES = {
    "Đơn vị": 84,
    "Không thuộc diện": 2,
    "Đơn vị thuộc diện đăng ký": 82,
    "Đủ chỉ tiêu": 61,
    "Có nhưng thiếu": 9,
    "Chưa có": 12,
    "Chưa có, đã gửi bản giấy, chờ nhập": 3,
    "Tổng số mô hình, điển hình đăng ký": 125,
    "Mô hình": 118,
    "Điển hình": 7,
    "Đăng ký mới": 64,
    "Duy trì": 41,
    "Nhân rộng": 20,
    "Xây dựng Đảng, hệ thống chính trị": 30,
    "Phát triển kinh tế": 38,
    "Văn hóa – xã hội": 36,
    "Quốc phòng – an ninh": 21,
}
TEXT = """ĐĂNG KÝ “DÂN VẬN KHÉO” NĂM 2027 – tính đến 15 giờ 32 phút, thứ Tư 17/3/2027

84 đơn vị; 2 không thuộc diện (đang sắp xếp tổ chức); còn 82:
• Đủ chỉ tiêu: 61 (74,39 %)
• Có nhưng thiếu: 9
• Chưa có: 12, trong đó 3 đã gửi bản giấy, chờ nhập
Tổng số 125: 118 mô hình, 7 điển hình. Mới 64, duy trì 41, nhân rộng 20.
XDĐ, HTCT 30 · KT 38 · VH-XH 36 · QP-AN 21"""


# What else a programme may ask: as the text says it, and as each paper does.
DUTIES_SAID = (
    "Đoàn thể: 0/1 đơn vị có từ 2 mô hình hiệu quả trở lên (0,00 %).",
    "Mô hình cấp trên phát động: 1/83 đơn vị thực hiện đủ (1,20 %).",
)
DUTIES = {
    "Đoàn thể có từ 2 mô hình hiệu quả trở lên, trên 1": 0,
    "Thực hiện đủ mô hình cấp trên phát động, trên 83 đơn vị": 1,
}


def rules() -> Programme:
    """Return a programme that asks two entries of a party committee, one of a cell."""
    read = programme(quotas=False)
    known = {name: getattr(read, name) for name in Programme.__slots__}
    return Programme(**{**known, "quotas": (("dang_bo", 2), ("chi_bo", 1))})


def more_is_asked() -> Programme:
    """Return one that asks associations for two effective models, and all to take up two."""
    launched = (Launched("one", "Một"), Launched("two", "Hai"))
    return replace(rules(), effective=(("doan_the", 2),), launched=launched)


@dataclass(slots=True)
class Afternoon:
    """The office of 84 units, and Hạnh at one of her chats."""

    world: Hamlet
    talk: Talk
    folder: Path

    async def registers_meanwhile(self) -> None:
        """Let a unit register that had nothing."""
        async with self.world.db.writing() as tx:
            await entries.add(tx, registered_in("suoi-da", YEAR, first=900))

    async def carry_out_what_is_launched(self) -> None:
        """Let one unit take up both models, another one of them; one has an effective model."""
        told = [("hai-1", "launched:one"), ("hai-1", "launched:two"), ("hai-2", "launched:one")]
        made = [
            replace(one, source=source, counts=False, state="accepted")
            for n, (unit, source) in enumerate([*told, ("nong-dan", "")], 900)
            for one in registered_in(unit, YEAR, first=n)
        ]
        made[-1] = replace(made[-1], counts=True, state="recognised")
        async with self.world.db.writing() as tx:
            await entries.add(tx, made)

    async def gets_papers(self) -> Mapping[str, bytes]:
        """Press for the picture and the files; return them by kind."""
        await self.talk.presses("Ảnh bảng để chuyển tiếp")
        await self.talk.presses("Tệp Excel, Word")
        await desk(self.world, self.folder).work()
        async with self.world.db.reading() as tx:
            found = await tx.rows("SELECT kind, hash FROM files WHERE state = 'kept'")
        return {kind: await self.world.shell.files.read(hash_) for kind, hash_ in found}

    async def kept(self) -> Summary:
        """Return the table that was taken."""
        async with self.world.db.reading() as tx:
            ((key,),) = await tx.rows("SELECT id FROM summaries")
            summary = await kept_summary(tx, key, zone=ZONE)
        assert summary is not None
        return summary

    async def now(self) -> Summary:
        """Return the table as it is asked for now."""
        async with self.world.db.reading() as tx:
            asked = [("hanh", SummaryOf("khoi", CODE, YEAR))]
            (found,) = await answers(tx, [*asked], self.world.shell)
        assert isinstance(found, Summary)
        return found


@pytest.fixture(params=["web", "telegram"])
async def afternoon(db: Database, tmp_path: Path, request: pytest.FixtureRequest) -> Afternoon:
    """Give the office at 15:32, on each channel."""
    return await opened(db, tmp_path, rules(), channel=request.param)


async def opened(db: Database, folder: Path, asked: Programme, *, channel: str) -> Afternoon:
    """Return the office at 15:32, of which a programme asks something."""
    world = hamlet(db, asked, moment="2027-03-17 15:32")
    async with db.writing() as tx:
        await settle_in(tx)
        await stand_as_at_four(tx, two="dang_bo", today="2027-03-16")
    bot = "" if channel == "web" else "kheo_bot"
    await reach(world, "hanh", Chat(channel, bot, "hanh"))
    desk(world, folder)
    return Afternoon(world, Talk(world, channel, "hanh"), folder)


def workbook_figures(data: bytes) -> dict[str, Any]:
    """Return the figures above the list of units: what is counted, and how many."""
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    return {str(row[0]): row[1] for row in rows if len(row) in {2, 3}}


def document_figures(data: bytes) -> dict[str, int]:
    """Return what the tables of the document count."""
    tables = docx.Document(io.BytesIO(data)).tables
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    return {row[1]: int(row[2]) for row in rows if len(row) == 4 and row[2].isdecimal()}


def document_words(data: bytes) -> str:
    """Return the paragraphs of a document."""
    return "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)


def picture_figures(summary: Summary) -> dict[str, str]:
    """Return what the picture is told to draw: label and figure."""
    chart = summary_chart(summary, rules(), lambda message: message)
    lines = (line.rpartition(": ") for line in chart.lines)
    parts = {part.label: part.said for part in (*chart.parts, *chart.bars)}
    return {**parts, **{label: figure for label, _, figure in lines}}


async def test_the_text_says_how_84_units_stand(afternoon: Afternoon) -> None:
    (say,) = await afternoon.talk.says("bảng")

    assert say.text.startswith(TEXT)


async def test_every_paper_says_what_the_text_said_also_when_somebody_registers_meanwhile(
    afternoon: Afternoon,
) -> None:
    await afternoon.talk.says("16h")
    before = await afternoon.now()
    await afternoon.registers_meanwhile()
    afternoon.world.clock.ms += 600_000

    papers = await afternoon.gets_papers()

    counted = workbook_figures(papers["summary-xlsx"])
    assert {label: counted[label] for label in FIGURES} == FIGURES
    assert f"{counted['Số liệu tính đến']:%d/%m/%Y %H:%M}" == "17/03/2027 15:32"
    written = document_figures(papers["summary-docx"])
    assert {label: written[label] for label in FIGURES} == FIGURES
    assert MOMENT in document_words(papers["summary-docx"])
    kept = await afternoon.kept()
    assert (kept.lines, kept.entries) == (before.lines, before.entries)


async def test_the_picture_draws_what_the_text_said(afternoon: Afternoon) -> None:
    await afternoon.talk.says("bang")
    papers = await afternoon.gets_papers()
    drawn = picture_figures(await afternoon.kept())

    figures = [int(re.findall(r"\d+", said)[0]) for said in drawn.values()]
    assert figures == [61, 9, 12, 30, 38, 36, 21, 125, 118, 7, 64, 41, 20, 0]
    with Image.open(io.BytesIO(papers["summary-picture"])) as picture:
        assert (picture.format, picture.width) == ("PNG", 1080)


async def test_what_is_asked_besides_is_in_every_paper_as_in_the_text(
    db: Database, tmp_path: Path
) -> None:
    asked = more_is_asked()
    office = await opened(db, tmp_path, asked, channel="web")
    await office.carry_out_what_is_launched()

    (say,) = await office.talk.says("bảng")
    papers = await office.gets_papers()

    for line in DUTIES_SAID:
        assert line in say.text
    counted, written = (
        workbook_figures(papers["summary-xlsx"]),
        document_figures(papers["summary-docx"]),
    )
    drawn = summary_chart(await office.kept(), asked, office.world.shell.language("vi")).lines
    for label, figure in DUTIES.items():
        assert (counted[label], written[label]) == (figure, figure)
        assert [one for one in drawn if one.startswith(f"{label}: {figure} (")]


async def test_a_new_table_has_what_came_in_since_and_its_own_moment(
    afternoon: Afternoon,
) -> None:
    await afternoon.talk.says("bảng")
    await afternoon.registers_meanwhile()
    afternoon.world.clock.ms += 600_000

    (say,) = await afternoon.talk.says("bảng")

    assert "tính đến 15 giờ 42 phút" in say.text
    assert "• Đủ chỉ tiêu: 62 (75,61 %)" in say.text
    assert "Tổng số 126" in say.text


async def test_each_unit_stands_in_the_workbook_as_in_the_list(afternoon: Afternoon) -> None:
    await afternoon.talk.says("bảng")
    papers = await afternoon.gets_papers()
    summary = await afternoon.now()

    sheet = openpyxl.load_workbook(io.BytesIO(papers["summary-xlsx"]), data_only=True).worksheets[0]
    rows = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
    assert [(row[1], row[4], row[5]) for row in rows] == [
        (line.now.unit.name, line.registered, line.missing) for line in summary.lines
    ]
    assert len(rows) == 84
