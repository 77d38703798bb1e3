import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.moments import say_day
from rules.dates import read_date, read_time
from rules.refused import Refused
from tests.conversations.alone import strict

TODAY = dt.date(2027, 3, 16)  # a Tuesday
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2/4/2024", "2024-04-02"),
        ("15/03/2024", "2024-03-15"),
        ("20/3/27", "2027-03-20"),
        ("20-3-2027", "2027-03-20"),
        ("20.3.2027.", "2027-03-20"),
        ("2027-03-19", "2027-03-19"),
        ("ngày 20 tháng 3 năm 2028", "2028-03-20"),
        ("ngay 20 thang 3 nam 2028", "2028-03-20"),
        ("Thứ Sáu, 1/7/2022", "2022-07-01"),
        ("thứ 2 ngày 22/3", "2027-03-22"),
        ("29/2/2028", "2028-02-29"),
        ("14/03/2023 08:57:38", "2023-03-14"),
        ("15.3.2024 6:28", "2024-03-15"),
        ("2/4/2024 3:08 pm", "2024-04-02"),
    ],
)
def test_the_day_comes_before_the_month(said: str, day: str) -> None:
    assert read_date(said, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("20-3", "2027-03-20"),
        ("20.3", "2027-03-20"),
        ("16/3", "2027-03-16"),
        ("15/3", "2028-03-15"),
        ("ngày 20 tháng 3", "2027-03-20"),
        ("mùng 2 tháng 9", "2027-09-02"),
        ("20 tháng ba", "2027-03-20"),
        ("20 tháng sáu", "2027-06-20"),
        ("20 tháng mười một", "2027-11-20"),
        ("ngày 20", "2027-03-20"),
        ("ngay 15", "2027-04-15"),
        ("ngày 31 tháng này", "2027-03-31"),
        ("29/2", "2028-02-29"),
    ],
)
def test_a_day_without_a_year_is_the_next_one(said: str, day: str) -> None:
    assert read_date(said, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("hôm nay", "2027-03-16"),
        ("tối nay", "2027-03-16"),
        ("mai", "2027-03-17"),
        ("ngay mai nhe", "2027-03-17"),
        ("mốt", "2027-03-18"),
        ("thứ ba", "2027-03-16"),
        ("thứ ba tới", "2027-03-23"),
        ("thu sau", "2027-03-19"),
        ("CN", "2027-03-21"),
        ("chủ nhật tuần sau", "2027-03-28"),
        ("thứ hai tuần sau", "2027-03-22"),
        ("t2 tuan sau", "2027-03-22"),
        ("thứ hai này", "2027-03-15"),
        ("sáng thứ hai", "2027-03-22"),
        ("cuối tháng", "2027-03-31"),
        ("cuoi thang sau", "2027-04-30"),
        ("cuối tháng sáu", "2027-06-30"),
        ("hết tháng 2", "2028-02-29"),
        ("10 ngày nữa", "2027-03-26"),
        ("sau 2 tuần nữa", "2027-03-30"),
        ("hết quý I", "2027-03-31"),
        ("cuối quý IV/2026", "2026-12-31"),
        ("cuối quý này", "2027-03-31"),
        ("hết 6 tháng đầu năm", "2027-06-30"),
        ("cuối năm", "2027-12-31"),
        ("đến hết năm 2028", "2028-12-31"),
    ],
)
def test_days_are_understood_as_they_are_spoken_of(said: str, day: str) -> None:
    assert read_date(said, TODAY).isoformat() == day


@pytest.mark.parametrize("said", ["31/2", "3/20", "0/3", "30/2/2027", "thứ Năm 1/7/2022",
                                  "cuối tháng 13", "ngày 32"])  # fmt: skip
def test_a_day_the_calendar_lacks_is_refused(said: str) -> None:
    with pytest.raises(Refused, match="not-a-day"):
        read_date(said, TODAY)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "1",
        "20",
        "một",
        "20 3",
        "Mai Lan",
        "mùng 5 tháng 3 âm",
        "quý I",
        "2/4/2024/5",
        "20/3 6:28",
        "2/4/2024 25:08",
        "2/4/2024 3",
        "2/4/2024 | 3:08 họp",
        "6:28",
    ],
)
def test_what_is_no_date_is_refused(said: str) -> None:
    with pytest.raises(Refused, match="not-a-date"):
        read_date(said, TODAY)


@given(DAYS, DAYS, st.sampled_from(["%d/%m/%Y", "%d-%m-%y", "ngày %d tháng %m năm %Y", "%Y-%m-%d"]))
def test_a_full_date_is_itself_on_any_day(day: dt.date, today: dt.date, written: str) -> None:
    assert read_date(day.strftime(written), today) == day


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31)), DAYS)
def test_a_day_as_the_assistant_says_it_is_read_back(day: dt.date, today: dt.date) -> None:
    assert read_date(say_day(day, strict("vi")), today) == day


@given(DAYS, DAYS)
def test_without_a_year_it_is_never_past_and_never_far(day: dt.date, today: dt.date) -> None:
    found = read_date(f"{day.day}/{day.month}", today)

    assert (found.day, found.month) == (day.day, day.month)
    assert today <= found < today.replace(day=1, year=today.year + 9)


@given(st.text(st.sampled_from("0123456789/.- thángàyứsucốim")), DAYS)
def test_any_text_is_a_day_or_refused(said: str, today: dt.date) -> None:
    try:
        found = read_date(said, today)
    except Refused:
        return

    assert read_date(found.isoformat(), today) == found


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("19h", "19:00"),
        ("19h30", "19:30"),
        ("19 giờ 30", "19:30"),
        ("19 gio 30 phut", "19:30"),
        ("7 rưỡi tối", "19:30"),
        ("7 giờ rưỡi tối", "19:30"),
        ("19:30", "19:30"),
        ("19.30", "19:30"),
        ("14g30", "14:30"),
        ("7h tối", "19:00"),
        ("7h30 sáng", "07:30"),
        ("lúc 7 giờ ạ", "07:00"),
        ("8 giờ kém 15", "07:45"),
        ("12 giờ trưa", "12:00"),
        ("1 giờ chiều", "13:00"),
        ("12h đêm", "00:00"),
        ("2 giờ đêm", "02:00"),
    ],
)
def test_a_time_is_understood_as_people_say_it(said: str, time: str) -> None:
    assert f"{read_time(said):%H:%M}" == time


@pytest.mark.parametrize("said", ["", "7", "19", "25h", "19h75", "15h sáng", "20/3", "bảy giờ"])
def test_what_is_no_time_is_refused(said: str) -> None:
    with pytest.raises(Refused, match="not-a-time"):
        read_time(said)


@given(st.times())
def test_a_time_kept_is_read_back(time: dt.time) -> None:
    kept = f"{time:%H:%M}"

    assert f"{read_time(kept):%H:%M}" == kept
