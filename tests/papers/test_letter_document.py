"""Documents in the layout of the Party, opened as Word opens them."""

import io
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import docx
import orjson
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.letter_document import letter_of, write_letter
from rules.letter import Block, Grid, Letter

HOUSE = Path(__file__).parents[2]
NAMED = Grid((), (("Tên", "Nuôi ong"), ("Nội dung", "")), (45, 120), high=((1, 42),))
COUNTED = Grid(("STT", "Nội dung", "Số"), (("1", "Đủ chỉ tiêu", "61"),), (15, 120, 30), (0, 2))


def letter(*grids: Grid, **more: Any) -> Letter:
    blocks = (Block("I- ĐƠN VỊ", heading=True), *(Block(grid=grid) for grid in grids))
    told: dict[str, Any] = {
        "above": "ĐẢNG ỦY KHỐI",
        "issuer": "BAN TUYÊN GIÁO",
        "party": "ĐẢNG CỘNG SẢN VIỆT NAM",
        "place_day": "Cần Thơ, ngày 17 tháng 3 năm 2027",
        "titles": ("BIỂU TỔNG HỢP", "đăng ký năm 2027"),
        "blocks": blocks,
        "signers": ("NGƯỜI LẬP BIỂU", "BAN TUYÊN GIÁO"),
        "sign": "(Ký, ghi rõ họ tên)",
    }
    return Letter(**(told | more))


def opened(told: Letter) -> Any:
    return docx.Document(io.BytesIO(write_letter(told)))


def words_of(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_page_is_a4_with_the_margins_of_the_party() -> None:
    (page,) = opened(letter()).sections

    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [round(side.mm) for side in (page.page_width, page.page_height)] == [210, 297]
    assert [round(side.mm) for side in margins] == [20, 20, 30, 15]


def test_the_head_has_the_office_at_the_left_and_the_party_at_the_right() -> None:
    ((left, right),) = words_of(opened(letter()).tables[0])

    assert left.split("\n") == ["ĐẢNG ỦY KHỐI", "BAN TUYÊN GIÁO", "*"]
    assert right.split("\n") == ["ĐẢNG CỘNG SẢN VIỆT NAM", "Cần Thơ, ngày 17 tháng 3 năm 2027"]


def test_an_office_under_nobody_has_one_line_less() -> None:
    ((left, _),) = words_of(opened(letter(above="")).tables[0])

    assert left.split("\n") == ["BAN TUYÊN GIÁO", "*"]


def test_everything_is_in_times_new_roman_in_the_sizes_of_the_party() -> None:
    document = opened(letter())

    style = document.styles["Normal"].font
    sizes = {p.text: p.runs[0].font.size for p in document.paragraphs if p.runs}
    assert (style.name, style.size) == ("Times New Roman", Pt(14))
    assert (sizes["BIỂU TỔNG HỢP"], sizes["đăng ký năm 2027"]) == (Pt(16), Pt(14))


def test_a_table_says_all_its_words_and_its_head_stands_on_each_page() -> None:
    table = opened(letter(COUNTED)).tables[1]

    assert words_of(table) == [["STT", "Nội dung", "Số"], ["1", "Đủ chỉ tiêu", "61"]]
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_what_is_written_by_hand_has_room() -> None:
    table = opened(letter(NAMED)).tables[1]

    assert table.rows[0].height is None
    assert round(table.rows[1].height.mm) == 42


def test_two_sign_each_with_room_above_the_next_line() -> None:
    ((left, right),) = words_of(opened(letter()).tables[-1])

    assert left.split("\n") == ["NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "", "", "", ""]
    assert right.startswith("BAN TUYÊN GIÁO")


def test_row_1_6_a_very_long_name_is_wrapped_and_nothing_of_it_is_cut() -> None:
    name = (
        "Vận động các tổ chức, cá nhân kinh doanh vận tải hành khách, hàng hóa bằng xe ô tô chấp "
        "hành nghiêm các quy định của pháp luật về vận tải, lắp thiết bị giám sát hành trình, "
        "không chở quá tải, quá số người quy định trên các tuyến đường của tỉnh"
    )

    table = opened(letter(Grid((), (("Tên", name),), (45, 120)))).tables[1]

    assert table.cell(0, 1).text == name
    assert table.rows[0].height is None


def test_row_0_6_and_1_7_quotes_stay_as_typed() -> None:
    nested = '"Tuyên truyền, đẩy mạnh phong trào xây dựng "Cơ quan, đơn vị hạnh phúc""'
    odd = "Cổng trường an toàn giao thông “Văn hóa xếp hàng, học sinh tới trường"

    table = opened(letter(Grid((), ((nested, odd),), (45, 120)))).tables[1]

    assert words_of(table) == [[nested, odd]]


def test_documents_travel_whole_to_the_child_that_writes_them() -> None:
    told = letter(NAMED, COUNTED)
    command = [sys.executable, "-m", "papers.letter_document"]

    done = subprocess.run(
        command, input=orjson.dumps(told), capture_output=True, check=True, cwd=HOUSE
    )

    assert letter_of(orjson.dumps(told)) == told
    assert words_of(docx.Document(io.BytesIO(done.stdout)).tables[2]) == [
        ["STT", "Nội dung", "Số"],
        ["1", "Đủ chỉ tiêu", "61"],
    ]


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=1000) | st.sampled_from(["=1+1", "\x00\x0b\x0c", "🐝" * 500, "<w:p/>"]))
def test_whatever_people_typed_the_document_opens_and_says_it(words: str) -> None:
    table = opened(letter(Grid((), (("Tên", words),), (45, 120)))).tables[1]

    seen = "".join(letter for letter in words if unicodedata.category(letter)[0] not in "CZ")
    told = "".join(letter for letter in table.cell(0, 1).text if not letter.isspace())
    assert "".join(x for x in told if unicodedata.category(x)[0] not in "CZ") == seen
