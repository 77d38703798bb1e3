"""What the programmes' own documents say, each row of it by its number, in their own figures."""

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from rules.dates import read_date
from rules.importing.control import differences, read_control
from rules.members import About, read_members
from rules.numbers import read_number, say_number, say_percent
from rules.progress import effective, percent, progress
from rules.quotas import standing
from rules.refused import Refused
from rules.rounds import is_on_time, round_of
from rules.search import FOLDED, SHORT, WORDS, place, query
from tests.rules.test_programme import programme

KHOI, TINH, HUNG_YEN = map(programme, ("yen-bai-khoi", "yen-bai-tinh", "hung-yen-khoi"))
HAPPY = 'Tuyên truyền, đẩy mạnh phong trào xây dựng "Cơ quan, đơn vị, doanh nghiệp hạnh phúc"'
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = dt.date(2027, 3, 16)
TUESDAY, THURSDAY, FRIDAY = 1, 3, 4


@pytest.mark.parametrize(
    ("written", "day", "weekday"),
    [
        pytest.param("Thứ ba, 2/4/2024 | 3:08:30 PM", "2024-04-02", TUESDAY, id="row_0_1"),
        pytest.param("Thứ sáu - 15/03/2024 06:28", "2024-03-15", FRIDAY, id="row_2_1"),
        pytest.param("Thứ Sáu, 1/7/2022", "2022-07-01", FRIDAY, id="row_3_1"),
        pytest.param("14/03/2023 08:57:38", "2023-03-14", TUESDAY, id="row_4_2"),
    ],
)
def test_rows_0_1_2_1_3_1_and_4_2_the_day_of_a_page_is_read_as_it_stands_there(
    written: str, day: str, weekday: int
) -> None:
    found = read_date(written, TODAY)

    assert (found.isoformat(), found.weekday()) == (day, weekday)


@pytest.mark.parametrize("written", ["Thứ hai, 2/4/2024 | 3:08:30 PM", "Thứ năm, 15/03/2024 06:28"])
def test_rows_0_1_and_2_1_a_day_of_another_weekday_is_refused(written: str) -> None:
    with pytest.raises(Refused, match="not-a-day"):
        read_date(written, TODAY)


@pytest.mark.parametrize(
    ("written", "day", "weekday"),
    [
        pytest.param("16/3/2023", "2023-03-16", THURSDAY, id="row_0_11_scheme_13"),
        pytest.param("13/05/2022", "2022-05-13", FRIDAY, id="row_1_22_inspection_at_phu_cu"),
        pytest.param("10/03/2022", "2022-03-10", THURSDAY, id="row_1_23_hong_nam"),
        pytest.param("16/12/2021", "2021-12-16", THURSDAY, id="row_1_23_hai_trieu"),
        pytest.param("02/07/2021", "2021-07-02", FRIDAY, id="row_1_24_an_vien"),
        pytest.param("22/09/2022", "2022-09-22", THURSDAY, id="rows_1_27_1_28_and_1_30"),
        pytest.param("16/09/2022", "2022-09-16", FRIDAY, id="row_1_32_directive_36"),
        pytest.param("20/10/2015", "2015-10-20", TUESDAY, id="row_3_12_directive_49"),
    ],
)
def test_rows_0_11_1_22_to_1_24_1_27_1_28_1_30_1_32_and_3_12_days_are_read_day_first(
    written: str, day: str, weekday: int
) -> None:
    found = read_date(written, TODAY)

    assert (found.isoformat(), found.weekday()) == (day, weekday)


def test_row_2_1_a_number_of_views_has_a_dot_for_thousands() -> None:
    assert read_number("2.200") == 2200
    assert say_number(2200) == "2.200"


def test_row_0_3_everything_of_the_bloc_stands_under_its_committee() -> None:
    for unit_type in ("dang_bo", "chi_bo", "khoi_mass_org", "base_mass_org"):
        assert KHOI.may_stand_under(unit_type, "khoi")
        assert not KHOI.may_stand_under("khoi", unit_type)


def test_row_0_5_the_first_model_is_found_without_marks_and_in_short() -> None:
    name = KHOI.launched[0].name

    assert name == "Lãnh đạo thực hiện chuyển đổi số trong Đảng bộ Khối CQ&DN tỉnh"
    assert (place(query("chuyen doi so"), name) or (None,))[0] == WORDS
    assert (place(query("cđs"), name) or (None,))[0] == SHORT


def test_row_0_6_the_quotes_inside_the_second_model_are_its_own() -> None:
    assert KHOI.launched[1].name == HAPPY


def test_row_0_7_a_model_without_its_criteria_is_asked_of_nobody() -> None:
    second = KHOI.launched[1]

    assert not second.open
    assert second.opens_when.startswith("khi UBND tỉnh ban hành bộ tiêu chí")
    for unit_type, _ in KHOI.unit_types:
        assert second not in KHOI.launched_for(unit_type)


def test_row_0_11_the_round_of_2024_belongs_to_the_period_of_the_scheme() -> None:
    assert 2024 in KHOI.rounds()
    assert (KHOI.period.first, KHOI.period.last) == (2023, 2025)
    assert KHOI.basis.startswith("Đề án số 13-ĐA/TU ngày 16/3/2023")


def test_row_0_12_without_a_deadline_each_year_is_a_round_of_its_own() -> None:
    days = [dt.date(2024, 1, 1), dt.date(2024, 12, 31), dt.date(2025, 1, 1)]

    assert [round_of(KHOI, day) for day in days] == [2024, 2024, 2025]
    assert is_on_time(KHOI, 2024, dt.datetime(2024, 12, 31, 23, tzinfo=ZONE))


@pytest.mark.parametrize(
    ("unit_type", "registered", "missing"),
    [
        pytest.param("khoi_mass_org", 4, 1, id="row_0_15"),
        pytest.param("khoi_mass_org", 5, 0, id="row_0_15_met"),
        pytest.param("dang_bo", 2, 0, id="row_0_16"),
        pytest.param("base_mass_org", 1, 1, id="row_0_16_mass_org"),
        pytest.param("chi_bo", 0, 1, id="row_0_17"),
    ],
)
def test_rows_0_15_to_0_17_quotas_are_by_the_type_of_unit(
    unit_type: str, registered: int, missing: int
) -> None:
    unit = standing(KHOI, unit_type, ["new-collective"] * registered)

    assert (unit.missing, unit.met) == (missing, missing == 0)


def test_row_0_18_one_new_and_one_maintained_are_two() -> None:
    assert standing(KHOI, "dang_bo", ["new-collective", "maintain"]).met


def test_row_0_19_what_the_committee_launched_is_not_among_the_131_of_a_unit() -> None:
    kinds = ["new-collective"] * 100 + ["maintain"] * 22 + ["exemplar-individual"] * 9

    assert standing(KHOI, "dang_bo", [*kinds, "adopt", "adopt"]).registered == 131


@pytest.mark.parametrize(
    ("types", "wrong"),
    [
        (["dang_bo"] * 45 + ["chi_bo"] * 39, 0),
        (["dang_bo"] * 45 + ["chi_bo"] * 38, 2),
        (["dang_bo"] * 44 + ["chi_bo"] * 40, 2),
    ],
)
def test_row_1_1_units_that_do_not_make_84_are_not_taken(types: list[str], wrong: int) -> None:
    total, *parts = HUNG_YEN.controls
    control = read_control("84 = 45 đảng bộ cơ sở + 39 chi bộ cơ sở", "units", HUNG_YEN)

    assert (control.total, control.by_type) == (total[1], tuple(parts))
    assert len(differences(control, types, dict(HUNG_YEN.unit_types))) == wrong


def test_row_1_2_more_than_4600_members_are_about_4600() -> None:
    assert read_members("hơn 4.600 đảng viên") == (4600, About.OVER)


def test_row_1_3_the_period_has_five_rounds() -> None:
    assert list(HUNG_YEN.rounds()) == [2021, 2022, 2023, 2024, 2025]


def test_rows_1_13_to_1_16_the_rates_of_84_units_and_the_row_with_none() -> None:
    rated = {"xuất sắc": 20, "tốt": 62, "hoàn thành": 2, "không hoàn thành": 0}

    found = [say_percent(percent(units, sum(rated.values()))) for units in rated.values()]

    assert found == ["23,81 %", "73,81 %", "2,38 %", "0,00 %"]


def test_row_3_14_units_of_the_state_stand_beside_those_of_the_party() -> None:
    assert "so_nganh" in dict(TINH.unit_types)
    assert TINH.may_stand_under("xa", "huyen")
    assert TINH.may_stand_under("xa", "tinh")


def test_row_3_15_the_total_of_the_province_is_written_with_a_dot() -> None:
    assert read_number("2.943") == 2943
    assert say_number(2943) == "2.943"


def test_row_3_16_communes_without_a_model_are_listed_and_none_at_100_percent() -> None:
    assert TINH.covered == ("xa",)
    done = {"An Lạc": True, "Hồng Nam": True, "Hải Triều": False}

    assert progress(done).left == ("Hải Triều",)
    assert progress({**done, "Hải Triều": True}).left == ()
    assert progress(done, exempt={"Hải Triều"}).rate == 100


def test_row_3_17_twelve_registered_of_which_nine_are_effective_do_not_do() -> None:
    unit = effective(TINH, "huyen", 9)

    assert (unit.quota, unit.registered, unit.missing, unit.met) == (10, 9, 1, False)
    assert effective(TINH, "huyen", 10).met
    assert effective(TINH, "xa", 0).met


@pytest.mark.parametrize("name", ["dang uy khoi cqdn", "Đảng uỷ Khối CQ&DN", "đảng ủy khối cq&dn"])
def test_row_0_27_the_committee_is_known_by_its_short_names(name: str) -> None:
    committee = KHOI.office.committee.removesuffix(" tỉnh Yên Bái")

    assert (place(query(name), committee) or (None,))[0] == SHORT
    assert (place(query("dang uy khoi co quan va doanh nghiep"), committee) or (None,))[0] == FOLDED


def test_a_rate_of_nothing_is_nothing() -> None:
    assert percent(0, 0) == Decimal(0)


def test_what_the_sources_do_not_say_is_not_chosen_for_them() -> None:
    assert not any(one.stages for one in (KHOI, TINH, HUNG_YEN))
    assert TINH.quotas == HUNG_YEN.quotas == ()
