"""The sheet of invitations and the slips made of it, opened as the office opens them."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import openpyxl
import segno
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.code_sheet import write_code_sheet
from papers.code_slips import Slip, slips_of, write_code_slips
from papers.qr import BORDER, SCALE, qr_picture

HOUSE = Path(__file__).parents[2]
HEAD = ("STT", "Đơn vị", "Họ tên", "Chức vụ", "Điện thoại", "Mã", "Địa chỉ", "Dùng đến ngày",
        "Lời mời", "Quét")  # fmt: skip
LONG = (
    "Đảng bộ Trung tâm Kiểm soát bệnh tật và Phòng, chống dịch bệnh, Chi cục An toàn vệ sinh thực "
    "phẩm và Chi cục Dân số – Kế hoạch hóa gia đình thuộc Sở Y tế tỉnh Hưng Yên"
)
HOW = ("Quét hình bên cạnh.", "Dùng đến hết ngày {day}.")


def row(unit: str = "Chi bộ bản Suối Đá", code: str = "7K3M2-P9T4X") -> tuple[str, ...]:
    address = f"https://kheo.example/vao/{code.replace('-', '')}"
    words = f"Kính gửi đồng chí.\nMở {address}."
    return (unit, "Giàng A Páo", "Bí thư", "0912 000 001", code, address, "15/5/2027", words)


def opened(*rows: tuple[str, ...]) -> openpyxl.worksheet.worksheet.Worksheet:
    data = write_code_sheet("Mã mời", HEAD, rows)
    return openpyxl.load_workbook(io.BytesIO(data)).active


def slips(*rows: tuple[str, ...]) -> bytes:
    made = slips_of(write_code_sheet("Mã mời", HEAD, rows))
    return write_code_slips(made, everybody="Các đồng chí trong đơn vị", how=HOW)


def pictures(file: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return [parts.read(name) for name in parts.namelist() if "media/" in name]


def test_a_row_says_everything_that_is_handed_over() -> None:
    page = opened(row())

    assert [cell.value for cell in page[1]] == list(HEAD)
    assert [cell.value for cell in page[2]] == [1, *row(), None]


def test_the_sheet_prints_on_a4_across_with_its_head_on_each_page() -> None:
    page = opened(row())

    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.page_setup.fitToHeight == 0  # as many pages as it takes, each as wide as the paper
    assert page.print_title_rows == "$1:$1"


def test_each_row_has_its_own_picture_in_its_last_cell() -> None:
    page = opened(row(), row(code="4BV8H-MKPGQ"))

    corners = [(image.anchor._from.row, image.anchor._from.col) for image in page._images]
    assert corners == [(1, len(HEAD) - 1), (2, len(HEAD) - 1)]


def test_the_picture_is_the_one_of_the_address() -> None:
    address = row()[5]
    expected = segno.make(address, micro=False, error="m")
    out = io.BytesIO()
    expected.save(out, kind="png", scale=SCALE, border=BORDER)

    assert pictures(write_code_sheet("Mã mời", HEAD, [row()])) == [out.getvalue()]
    assert pictures(slips(row())) == [qr_picture(address)] == [out.getvalue()]
    assert expected.matrix[0][:7] == bytearray(b"\x01" * 7)  # the corner phones look for


def test_row_1_6_a_name_of_more_than_150_characters_is_whole_and_wrapped() -> None:
    page = opened(row(LONG))
    document = docx.Document(io.BytesIO(slips(row(LONG))))

    assert len(LONG) > 150
    assert page["B2"].value == LONG
    assert page["B2"].alignment.wrap_text
    assert page.row_dimensions[2].height > len(LONG) / page.column_dimensions["B"].width * 14
    assert document.tables[0].cell(0, 0).paragraphs[0].text == LONG


@settings(max_examples=20)
@given(st.sampled_from("=+-@\t"), st.text(st.characters(min_codepoint=32, max_codepoint=0x1EF9)))
def test_what_people_typed_is_never_a_formula(sign: str, words: str) -> None:
    page = opened(row(sign + words))

    assert page["B2"].data_type == "s"


def test_a_slip_says_for_whom_by_which_code_and_until_when() -> None:
    document = docx.Document(io.BytesIO(slips(row())))
    text, picture = document.tables[0].rows[0].cells[:2]

    assert [line.text for line in text.paragraphs] == [
        "Chi bộ bản Suối Đá",
        "Giàng A Páo",
        "7K3M2-P9T4X",
        "Quét hình bên cạnh.",
        "Dùng đến hết ngày 15/5/2027.",
    ]
    assert picture.paragraphs[1].text == row()[5]


def test_a_slip_for_a_whole_unit_says_so() -> None:
    shared = ("Hội Nông dân", "", "", "", *row()[4:])
    document = docx.Document(io.BytesIO(slips(shared)))

    assert document.tables[0].cell(0, 0).paragraphs[1].text == "Các đồng chí trong đơn vị"


def test_eight_slips_fit_on_a_page_of_a4() -> None:
    document = docx.Document(io.BytesIO(slips(*[row()] * 9)))
    (page,) = document.sections
    sizes = (page.page_width, page.page_height, page.top_margin, page.bottom_margin)
    width, height, top, bottom = (round((size or 0) / Mm(1)) for size in sizes)
    rows = [round((row.height or 0) / Mm(1)) for row in document.tables[0].rows]

    assert (width, height) == (210, 297)
    assert len(rows) == 5
    assert sum(rows[:4]) + top + bottom < height


def test_slips_are_framed_by_dashes_to_cut_along() -> None:
    document = docx.Document(io.BytesIO(slips(row())))
    borders = document.tables[0].cell(0, 0)._tc.xpath(".//w:tcBorders/*/@w:val")

    assert borders == ["dashed"] * 3


def test_the_slips_are_those_of_the_sheet() -> None:
    sheet = write_code_sheet("Mã mời", HEAD, [row(), row("Hội Nông dân", "4BV8H-MKPGQ")])

    assert slips_of(sheet) == [
        Slip("Chi bộ bản Suối Đá", "Giàng A Páo", row()[4], row()[5], "15/5/2027"),
        Slip("Hội Nông dân", "Giàng A Páo", "4BV8H-MKPGQ", row(code="4BV8H-MKPGQ")[5], "15/5/2027"),
    ]


def child(module: str, data: bytes) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", module], input=data, cwd=HOUSE, capture_output=True, check=True
    )
    return done.stdout


def test_two_children_write_hundreds_of_them_within_their_limits() -> None:
    told = {"name": "Mã mời", "head": HEAD, "rows": [row(LONG)] * 300}
    sheet = child("papers.code_sheet", json.dumps(told).encode())
    words = json.dumps({"everybody": "", "how": HOW}).encode()
    made = child("papers.code_slips", words + b"\n" + sheet)

    assert len(docx.Document(io.BytesIO(made)).tables[0].rows) == 150
