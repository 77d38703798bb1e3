"""What cells say: numbers, types, phones, days, kinds; everything that is wrong, row by row."""

import pytest

from rules.importing.contact_rows import ContactRow
from rules.importing.entry_rows import EntryRow
from rules.importing.guess import guess
from rules.importing.rating_rows import RatingRow
from rules.importing.read import Row, read_rows
from rules.importing.unit_rows import UnitRow
from rules.refused import Refused
from rules.table import Table
from tests.hamlet import programme
from tests.rules.importing.tables import read, wrong

CONTACTS = "Họ tên | Đơn vị | SĐT | Vai trò | Từ ngày | Telegram\n"
ENTRIES = "Năm|Đơn vị|Tên mô hình|Loại|Lĩnh vực|Trạng thái|Ngày nhận|Cá nhân\n"


def name_of(row: Row) -> str:
    assert not isinstance(row, RatingRow)

    return row.name


def contact(cells: str) -> tuple[ContactRow, list[str]]:
    reading = read("contacts", CONTACTS + cells)
    (row,) = reading.rows
    assert isinstance(row, ContactRow)
    return row, [problem.reason for problem in reading.problems]


def entry(cells: str) -> tuple[EntryRow, list[str]]:
    reading = read("entries", ENTRIES + cells)
    (row,) = reading.rows
    assert isinstance(row, EntryRow)
    return row, [problem.reason for problem in reading.problems]


def test_blank_rows_totals_and_the_example_are_left_out() -> None:
    reading = read(
        "units",
        """
        STT | Tên đơn vị | Loại | Số ĐV
        1 | 2 | 3 | 4
        Ví dụ | Chi bộ Mẫu | Chi bộ | 12
        1 | Chi bộ A | Chi bộ | 30

        | Cộng | | 30
        2 | Chi bộ B | Chi bộ | 40
        | Tổng cộng: | | 70
        """,
    )

    assert [(row.row, name_of(row)) for row in reading.rows] == [(4, "Chi bộ A"), (7, "Chi bộ B")]
    assert reading.problems == ()


def test_every_problem_of_every_row_is_found_in_order() -> None:
    reading = read("units", "Tên đơn vị|Loại|Số ĐV\nA|Chi hội|x\n|Chi bộ|12\nB|Chi bộ|y")

    assert wrong(reading.problems) == [
        (2, "members", "not-a-number"),
        (2, "type", "unit-type"),
        (3, "name", "blank"),
        (4, "members", "not-a-number"),
    ]
    assert dict(reading.problems[1].details)["types"].startswith("Đảng bộ cơ sở")


def test_the_type_is_told_by_label_by_code_or_by_its_first_words() -> None:
    types = read("units", "Tên|Loại\nA|Chi bộ\nB|chi_bo\nC|CHI BỘ CƠ SỞ\nD|doan the")

    assert [row.type for row in types.rows if isinstance(row, UnitRow)] == [
        *("chi_bo", "chi_bo", "chi_bo", "doan_the"),
    ]


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("0912.000.001", "+84912000001"),
        ("912000001", "+84912000001"),
        ("+84 912 000 001", "+84912000001"),
        ("01684000001", "+84384000001"),
        ("1684000001", "+84384000001"),
        ("", ""),
        ("-", ""),
    ],
)
def test_a_mobile_number_is_read_as_lists_have_it(said: str, phone: str) -> None:
    row, problems = contact(f"Giàng A Páo | Suối Đá | {said}")

    assert (row.phone, problems) == (phone, [])


def test_row_1_34_a_landline_is_kept_and_marked() -> None:
    row, problems = contact("Văn thư | Thành ủy | 0221.3863.577")

    assert (row.phone, problems) == ("+842213863577", ["landline"])


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("0912", "phone-short"),
        ("09120000012345", "phone-long"),
        ("0912 000 001; 0987 000 002", "several-phones"),
        ("không có", "not-a-phone"),
        ("0112345678", "not-a-phone"),
    ],
)
def test_an_unreadable_phone_says_what_is_wrong(said: str, reason: str) -> None:
    assert contact(f"Páo | Suối Đá | {said}")[1] == [reason]


@pytest.mark.parametrize(
    ("said", "role"),
    [("", ""), ("Đầu mối", "officer"), ("Văn phòng", "office"), ("quan tri", "admin")],
)
def test_a_role_is_told_in_words(said: str, role: str) -> None:
    assert contact(f"Páo | Suối Đá | | {said}")[0].role == role


def test_titles_before_a_name_are_left_out() -> None:
    assert contact("Đ/c Giàng A Páo | Suối Đá")[0].name == "Giàng A Páo"
    assert contact("Đồng chí  Hạnh | Suối Đá")[0].name == "Hạnh"


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("Páo | Suối Đá | | Vua", "role"),
        ("Páo | Suối Đá | | | 31/2/2024", "not-a-day"),
        ("Páo | Suối Đá | | | 20/3", "day-without-year"),
        ("Páo | Suối Đá | | | mai", "day-without-year"),
        ("Páo | Suối Đá | | | | @pao", "telegram"),
        ("Páo |", "blank"),
    ],
)
def test_other_cells_that_cannot_be_taken_are_named(cells: str, reason: str) -> None:
    assert contact(cells)[1] == [reason]


def test_row_3_1_a_day_is_read_day_first_and_its_weekday_checked() -> None:
    row, problems = entry("2022|Sở Y tế|Bữa cơm ấm|||| Thứ Sáu, 1/7/2022")
    assert (row.received, problems) == ("2022-07-01", [])

    assert entry("2022|Sở Y tế|Bữa cơm ấm|||| Thứ Hai, 1/7/2022")[1] == ["not-a-day"]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2/4/2024 3:08:30 PM", "2024-04-02"),
        ("15/03/2024 06:28", "2024-03-15"),
        ("2024-04-02 00:00:00", "2024-04-02"),
        ("20/3", "2022-03-20"),
    ],
)
def test_times_beside_a_day_are_left_out_and_the_year_is_the_rounds(said: str, day: str) -> None:
    assert entry(f"2022|Sở Y tế|Bữa cơm ấm||||{said}")[0].received == day


def test_row_3_12_the_date_of_a_document_is_read() -> None:
    assert entry("2022|Sở Y tế|Bữa cơm ấm||||ngày 20/10/2015")[0].received == "2015-10-20"


@pytest.mark.parametrize(
    ("said", "person", "kind"),
    [
        ("Điển hình cá nhân", "", "exemplar-individual"),
        ("điển hình", "Nguyễn Thị Lan", "exemplar-individual"),
        ("tập thể, duy trì", "", "maintain"),
        ("nhân rộng", "", "replicate"),
        ("Mô hình", "", "new-collective"),
        ("", "", ""),
    ],
)
def test_a_kind_is_told_in_the_words_of_old_registers(said: str, person: str, kind: str) -> None:
    row, problems = entry(f"2021|Sở Y tế|Bữa cơm ấm|{said}||||{person}")

    assert (row.kind, problems) == (kind, [])


def test_row_1_25_the_head_of_a_block_is_an_exemplar_and_an_individual() -> None:
    row, problems = entry("2021|Khối A|Trưởng khối Dân vận tiêu biểu|Điển hình||||Trần Thị Hoa")

    assert (row.kind, row.person, problems) == ("exemplar-individual", "Trần Thị Hoa", [])


@pytest.mark.parametrize(
    ("cells", "reasons"),
    [
        ("2021|Sở Y tế|Bữa cơm ấm|tập thể, cá nhân", ["entry-kind"]),
        ("2021|Sở Y tế|Bữa cơm ấm|chăn nuôi", ["entry-kind"]),
        ("2021|Sở Y tế|Bữa cơm ấm||Nuôi ong", ["entry-field"]),
        ("2021|Sở Y tế|Bữa cơm ấm|||dở dang", ["entry-state"]),
        ("21|Sở Y tế|Bữa cơm ấm", ["year"]),
        ("2045|Sở Y tế|Bữa cơm ấm", ["year"]),
        ("|Sở Y tế|Bữa cơm ấm", ["blank"]),
        ("2021||Bữa cơm ấm", ["blank"]),
    ],
)
def test_an_entry_that_cannot_be_taken_says_why(cells: str, reasons: list[str]) -> None:
    assert entry(cells)[1] == reasons


@pytest.mark.parametrize("left_out", ["", "“", "”"])
def test_row_1_7_a_quotation_mark_that_is_missing_is_only_said(left_out: str) -> None:
    whole = "“Cổng trường an toàn giao thông “Văn hóa xếp hàng, học sinh tới trường”"
    name = whole.replace(left_out, "") if left_out else whole
    reading = read("entries", f"{ENTRIES}2021|Trường THCS|{name}")

    assert name_of(reading.rows[0]) == name
    (problem,) = reading.problems
    assert (problem.reason, problem.stops) == ("quotes", False)


def test_row_1_6_a_name_of_more_than_150_characters_is_kept_whole() -> None:
    name = "Ứng dụng công nghệ thông tin trong giải quyết thủ tục hành chính " * 3

    assert entry(f"2021|Sở Giao thông vận tải|{name.strip()}")[0].name == name.strip()


def test_row_1_24_a_mobilisation_block_is_a_type_where_the_programme_has_it() -> None:
    given = "Tên đơn vị|Loại\nKhối dân vận xã An Viên|Khối dân vận"

    reading = read("units", given, programme("yen-bai-tinh"))
    (row,) = reading.rows
    assert isinstance(row, UnitRow)
    assert (row.type, reading.problems) == ("khoi_dan_van", ())


@pytest.mark.parametrize(
    ("received", "day"),
    [
        ("Thứ ba, 2/4/2024 | 3:08:30 PM", "2024-04-02"),
        ("Thứ sáu - 15/03/2024 06:28", "2024-03-15"),
    ],
)
def test_rows_0_1_and_2_1_a_day_of_receipt_may_be_the_line_of_a_page(
    received: str, day: str
) -> None:
    head = ("Năm", "Đơn vị", "Tên mô hình", "Ngày nhận")
    given = Table("Trang 1", (head, ("2024", "Sở Y tế", "Bữa cơm ấm", received)), (1, 2))

    reading = read_rows("entries", given, guess("entries", given), programme(), latest=2027)

    (row,) = reading.rows
    assert isinstance(row, EntryRow)
    assert (row.received, reading.problems) == (day, ())


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(Refused, match="import-empty"):
        read("units", "Tên đơn vị | Loại\nTổng cộng | 3")


def test_a_table_without_a_column_that_must_be_there_is_refused() -> None:
    with pytest.raises(Refused, match="import-missing"):
        read("contacts", "Họ tên | SĐT\nLan | 0912000001")
