"""The month's notice as it is printed, word for word."""

import datetime as dt

from conversations.papers.schedule_letter import schedule_letter
from papers.letter_document import write_letter
from rules.letter import Letter
from rules.person import Human, Unit
from rules.scheduling import PlannedMeeting, Schedule, ScheduleLine
from tests.scheduled import HAMLETS, SIZES
from tests.summarised import vietnamese

GOLDEN = """
THÔNG BÁO
Lịch sinh hoạt lệ tháng 4 năm 2027
STT | Chi bộ | Số lượng | Thời gian | Địa điểm | Bí thư, điện thoại
1 | Chi bộ ấp Bình Phú | 15 | 19h00, thứ Bảy 03/4 | hội trường xã | Trần Văn Út, 0912 000 456
2 | Chi bộ ấp An Bình | 12 | 19h30, Chủ nhật 04/4 | trụ sở ấp | Trần Văn Út, 0912 000 456
3 | Chi bộ ấp Bình Quới | 11 | 19h00, Chủ nhật 11/4 (thay đổi) | trụ sở ấp | Lê Thị Mười
4 | Chi bộ ấp An Hòa | 9 | chưa đăng ký |  |
5 | Chi bộ ấp Hòa Long | 14 | đã hoãn (thay đổi) |  |
 | TỔNG SỐ | 61 |  |  |
""".strip()
SUNDAY, ZONE = dt.date(2027, 4, 4), dt.UTC
SECRETARY = Human("Trần Văn Út", "+84912000456", "Bí thư chi bộ")


def planned(day: int, hour: str, place: str = "trụ sở ấp") -> PlannedMeeting:
    return PlannedMeeting(dt.date(2027, 4, day), dt.time.fromisoformat(hour), place)


def line(
    number: int, now: PlannedMeeting | None, was: PlannedMeeting | None, who: Human | None
) -> ScheduleLine:
    unit = Unit(f"ap-{number}", f"Chi bộ ấp {HAMLETS[number - 1]}", "chi_bo")
    return ScheduleLine(unit, now, was, SIZES[number - 1], who)


def notice(*, revision: int = 1) -> Letter:
    first, third = planned(4, "19:30"), planned(3, "19:00", "hội trường xã")
    lines = (
        line(1, first, first, SECRETARY),
        line(2, None, None, None),
        line(3, third, third, SECRETARY),
        line(4, planned(11, "19:00"), planned(4, "19:00"), Human("Lê Thị Mười", "")),
        line(5, None, planned(4, "19:00"), None),
    )
    office = Unit("k", "Đảng ủy bộ phận Bình Mỹ", "", "Bình Mỹ")
    at = dt.datetime(2027, 3, 25, 9, tzinfo=ZONE)
    told = Schedule(office, "2027-04", lines, revision, "Tám", at)
    return schedule_letter(told, dt.date(2027, 3, 25), vietnamese())


def test_the_notice_reads_as_a_committee_writes_it() -> None:
    letter = notice()
    grid = letter.blocks[0].grid
    assert grid

    rows = [" | ".join(row).rstrip() for row in (grid.head, *grid.rows)]
    assert "\n".join((*letter.titles, *rows)) == GOLDEN
    assert (letter.issuer, letter.place_day) == (
        "ĐẢNG ỦY BỘ PHẬN BÌNH MỸ",
        "Bình Mỹ, ngày 25 tháng 3 năm 2027",
    )


def test_a_notice_nobody_has_agreed_on_says_so() -> None:
    assert [block.words for block in notice(revision=0).blocks if block.words] == [
        "Lịch này cấp ủy chưa thống nhất."
    ]


def test_it_is_a_word_file_on_the_width_of_a_page() -> None:
    letter = notice()
    grid = letter.blocks[0].grid

    assert write_letter(letter)[:2] == b"PK"
    assert grid
    assert sum(grid.widths) <= 165
