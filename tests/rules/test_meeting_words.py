"""A meeting said in one line, and the day of one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.meeting_words import announced, meeting_in, read_when
from rules.refused import Refused

NOW = dt.datetime(2027, 3, 16, 19, 42)  # noqa: DTZ001 - a Tuesday, local


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (
            "họp thường kỳ 19h thứ năm tuần sau tại nhà văn hóa",
            {"kind": "regular", "when": "2027-03-25 19:00", "place": "nhà văn hóa"},
        ),
        (
            "hop thuong ky 19h thu nam tuan sau tai nha van hoa",
            {"kind": "regular", "when": "2027-03-25 19:00", "place": "nha van hoa"},
        ),
        (
            "họp chi bộ tại nhà văn hóa bản 19h30 ngày 20/3",
            {"when": "2027-03-20 19:30", "place": "nhà văn hóa bản"},
        ),
        ("họp chi ủy 20/11 19h", {"kind": "committee", "when": "2027-11-20 19:00"}),
        (
            "họp định kỳ thứ năm tuần đầu hằng tháng 19 giờ 30, tại nhà đồng chí Mai",
            {"kind": "regular", "when": "m w1.3 19:30", "place": "nhà đồng chí Mai"},
        ),
        (
            "sinh hoạt chuyên đề 7 giờ tối mai ở trụ sở",
            {"kind": "thematic", "when": "2027-03-17 19:00", "place": "trụ sở"},
        ),
        (
            "họp chi bộ 19h tối mai tại nhà văn hóa bản, nội dung học nghị quyết",
            {"when": "2027-03-17 19:00", "place": "nhà văn hóa bản"},
        ),
        (
            "hop chi bo tai nha van hoa ban noi dung hoc nghi quyet, 19h toi mai",
            {"when": "2027-03-17 19:00", "place": "nha van hoa ban"},
        ),
        (
            "họp chi bộ 19h tối mai tại nhà văn hóa bản Suối Đá, xã Mường Mẫu.",
            {"when": "2027-03-17 19:00", "place": "nhà văn hóa bản Suối Đá, xã Mường Mẫu"},
        ),
        (
            "họp chi bộ 19h tối mai, tại trụ sở, chủ đề: chuyển đổi số",
            {"when": "2027-03-17 19:00", "place": "trụ sở"},
        ),
    ],
)
def test_a_meeting_is_taken_from_one_line(words: str, meant: dict[str, str]) -> None:
    assert announced(words)
    assert meeting_in(words, NOW.date()) == meant


@pytest.mark.parametrize(
    "words",
    [
        "họp khi nào",
        "mai có họp không",
        "họp",
        "ngày mai họp mấy giờ",
        "họp thứ năm à?",
        "mật ong",
        "họp 29/3 tôi vắng",
    ],
)
def test_a_question_makes_no_meeting(words: str) -> None:
    assert not announced(words)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("mai", "2027-03-17"),
        ("thứ hai tuần sau", "2027-03-22"),
        ("20/11 19h", "2027-11-20 19:00"),
        ("thứ hai tuần sau lúc 19 giờ", "2027-03-22 19:00"),
        ("ngày 3 hằng tháng 19h", "m d3 19:00"),
        ("thứ Năm tuần đầu hằng tháng 19:00", "m w1.3 19:00"),
        ("thu tu tuan dau hang thang luc 19h", "m w1.2 19:00"),
        ("thứ tư bắt đầu từ 19h", "2027-03-17 19:00"),
    ],
)
def test_a_day_is_kept_so_that_it_is_read_again(words: str, kept: str) -> None:
    read = read_when(NOW)

    assert read(words) == kept == read(kept)


@pytest.mark.parametrize(
    ("words", "why"), [("15/3/2027", "day-is-over"), ("19h hôm nay", "time-is-over")]
)
def test_a_meeting_is_not_made_in_the_past(words: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        read_when(NOW)(words)


@given(st.text())
def test_any_words_are_read_or_refused(words: str) -> None:
    assert set(meeting_in(words, NOW.date())) <= {"kind", "when", "time", "place"}
    try:
        kept = read_when(NOW)(words)
    except Refused:
        return
    assert read_when(NOW)(kept) == kept
