"""The picture that is passed on: what it says, that every letter is there, that grey tells all."""

import io
import itertools
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor, ImageStat

from papers.chart_pens import COLOURS, fill, pens
from papers.chart_picture import HIGHEST, chart_of, draw_chart
from rules.chart import Bar, Chart, Look

HOUSE = Path(__file__).parents[2]
TONES = ("", *"\u0300\u0301\u0303\u0309\u0323")
VOWELS = "aăâeêioôơuưy"
ALPHABET = sorted(
    {unicodedata.normalize("NFC", v + t) for v in VOWELS for t in TONES} | set("bcdđghklmnpqrstvx")
)
PENS = pens()


def chart(**more: Any) -> Chart:
    told: dict[str, Any] = {
        "title": "ĐĂNG KÝ “DÂN VẬN KHÉO” NĂM 2027",
        "office": "Đảng ủy Khối",
        "moment": "tính đến 15 giờ 32 phút, thứ Tư 17/3/2027",
        "lead": "84 đơn vị; 2 không thuộc diện; còn 82",
        "parts": (
            Bar("Đủ chỉ tiêu", "61 (74,39 %)", 61, "met"),
            Bar("Có nhưng thiếu", "9 (10,98 %)", 9, "short"),
            Bar("Chưa có", "12 (14,63 %)", 12, "none"),
        ),
        "bars_title": "Theo lĩnh vực",
        "bars": (Bar("Kinh tế", "38", 38), Bar("VH-XH", "0", 0)),
        "lines": ("Mô hình: 118",),
        "notes": ("Không thuộc diện: Chi bộ A.",),
        "source": "Nguồn: sổ đăng ký.",
    }
    return Chart(**(told | more))


def drawn(told: Chart) -> Any:
    return Image.open(io.BytesIO(draw_chart(told)))


def test_the_picture_is_as_wide_as_a_phone_and_light_enough_to_send() -> None:
    data = draw_chart(chart())

    assert Image.open(io.BytesIO(data)).width == 1080
    assert len(data) < 500_000


def test_every_word_and_figure_told_is_drawn_and_kept_as_text() -> None:
    said = drawn(chart()).text["Description"].split("\n")

    assert said == [
        "ĐĂNG KÝ “DÂN VẬN KHÉO” NĂM 2027",
        "tính đến 15 giờ 32 phút, thứ Tư 17/3/2027",
        "Đảng ủy Khối",
        "84 đơn vị; 2 không thuộc diện; còn 82",
        "Đủ chỉ tiêu: 61 (74,39 %)",
        "Có nhưng thiếu: 9 (10,98 %)",
        "Chưa có: 12 (14,63 %)",
        "Theo lĩnh vực",
        "Kinh tế: 38",
        "VH-XH: 0",
        "Mô hình: 118",
        "Không thuộc diện: Chi bộ A.",
        "Nguồn: sổ đăng ký.",
    ]


@pytest.mark.parametrize("pen", PENS)
def test_the_fonts_have_every_vietnamese_letter(pen: str) -> None:
    letters = {*ALPHABET, *(letter.upper() for letter in ALPHABET), *"0123456789“”‘’–…•%/().,:;"}

    assert [letter for letter in sorted(letters) if not PENS[pen].has(letter)] == []


def test_letters_the_fonts_do_not_have_are_known() -> None:
    assert not PENS["text"].has("\ue000")


def luminance(look: Look) -> float:
    """Return how light a box of this look is on the whole, from 0 to 255."""
    sheet = Image.new("RGB", (200, 100), "white")
    fill(sheet, (0, 0, 200, 100), look)
    return float(ImageStat.Stat(sheet.convert("L")).mean[0])


def test_parts_are_told_apart_without_colour() -> None:
    seen = [luminance(look) for look in ("met", "short", "none")]

    assert all(abs(one - other) > 40 for one, other in itertools.combinations(seen, 2))


def test_each_colour_is_one_the_colour_blind_tell_from_the_others() -> None:
    blue = {ImageColor.getrgb(colour)[2] for colour in COLOURS.values()}

    assert len(blue) == len(COLOURS)  # which they all see


def test_nothing_registered_at_all_is_drawn_too() -> None:
    none = chart(parts=(Bar("Chưa có", "0", 0, "none"),), bars=(), lines=(), notes=())

    assert drawn(none).height > 200


def test_long_names_are_wrapped_within_the_picture() -> None:
    name = "Đảng bộ Trung tâm Kiểm soát bệnh tật và Phòng, chống dịch bệnh " * 16
    told = PENS["text"].wrapped(name, 900)

    assert all(PENS["text"].font.getlength(line) <= 900 for line in told)
    assert drawn(chart(office=name)).height > drawn(chart()).height


def test_charts_travel_whole_to_the_child_that_draws_them() -> None:
    told = orjson.dumps(chart())
    command = [sys.executable, "-m", "papers.chart_picture"]

    data = subprocess.run(command, input=told, capture_output=True, check=True, cwd=HOUSE).stdout

    assert chart_of(told) == chart()
    assert data == draw_chart(chart())


@settings(deadline=None, max_examples=15)
@given(st.text(max_size=300), st.integers(0, 10**9))
def test_whatever_people_typed_there_is_a_picture(words: str, amount: int) -> None:
    told = chart(office=words, bars=(Bar(words, str(amount), amount), Bar("Khác", "1", 1)))

    image = drawn(told)

    assert (image.width, image.height <= HIGHEST) == (1080, True)
