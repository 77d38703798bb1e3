"""A year of reminders, listed before anybody gets one."""

import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.terminal import HOUSE, Terminal

UNITS = "Tên đơn vị;Loại hình\nĐảng ủy xã Mường Mẫu;Đảng bộ cơ sở\nHội Phụ nữ;Đoàn thể\n"
# "Trước ngày 29/3" of 2024: hết 17 giờ thứ Năm 28/3.
TOLD = {
    "thứ Năm 21/3/2024": "Đăng ký mô hình, trước 7 ngày",
    "thứ Hai 25/3/2024": "Đăng ký mô hình, trước 3 ngày",
    "thứ Tư 27/3/2024": "Đăng ký mô hình, trước 1 ngày",
    "thứ Sáu 29/3/2024": "Đăng ký mô hình, sau hạn",
}


def rehearse(terminal: Terminal, *words: str) -> "subprocess.CompletedProcess[str]":
    return terminal.run(("rehearse", *words), folder=HOUSE, env={"COLUMNS": "200"})


def test_row_2_18_the_reminders_of_2024_go_before_the_29th_of_march(
    terminal: Terminal, tmp_path: Path
) -> None:
    units, excel = tmp_path / "don-vi.csv", tmp_path / "nhac.xlsx"
    units.write_text(UNITS, "utf-8")
    files = ("--units", str(units), "--excel", str(excel))
    words = ("--year", "2024", "--meetings", "ngày 3 hằng tháng")
    done = rehearse(terminal, "can-tho-khoi", *words, *files)

    assert done.returncode == 0, done.stderr
    sheet = load_workbook(excel).worksheets[0]
    rows = list(sheet.iter_rows(min_row=7, values_only=True))
    sent = {row[0]: (row[2], row[3]) for row in rows if row[3] and "Đăng ký" in str(row[2])}
    assert sent == {day: (words, 4) for day, words in TOLD.items()}
    assert {row[1] for row in rows if row[0] in TOLD} == {"6 giờ 45 phút"}
    invitations = [row[3] for row in rows if "mời" in str(row[2])]
    assert invitations == [4] * 13  # the last one is to the meeting of January
    assert "Thursday 21/3/2024" in done.stdout
    assert "would get 3 messages" in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere",), "names “nowhere”"),
        (("minimal", "--meetings", "đôi khi"), "--meetings: write for example"),
        (("minimal", "--units", "README.md"), "is no list of units"),
    ],
)
def test_what_cannot_be_rehearsed_is_told(
    terminal: Terminal, words: tuple[str, ...], told: str
) -> None:
    done = rehearse(terminal, *words, "--year", "2024")

    assert done.returncode == 2
    assert told in done.stderr.replace("\n", " ")
