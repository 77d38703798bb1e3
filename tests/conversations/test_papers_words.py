"""What is printed and passed on of a table: the same figures everywhere, and nobody's phone."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.moments import say_moment
from conversations.papers.calls_ledger import calls_ledger
from conversations.papers.entries_ledger import entries_ledger
from conversations.papers.form_letter import blank_form, form_letter
from conversations.papers.summary_chart import summary_chart
from conversations.papers.summary_letter import summary_letter
from conversations.papers.units_ledger import units_ledger
from conversations.situation import Form
from rules.entry import Entry
from rules.ledger import Ledger
from rules.letter import Letter
from rules.office_requests import Called
from rules.person import Unit
from rules.register_row import RegisterRow
from rules.summarising import summarise
from rules.summary import Summary
from tests.hamlet import programme
from tests.summarised import AT, OFFICE, PROGRAMME, calls, entry, rows, summary, unit, vietnamese

VI = vietnamese()
ENTRY = Entry(
    *("e1", "DVK-2027-0017", 17, Unit("suoi-da", "Chi bộ bản Suối Đá"), PROGRAMME.code, 2027),
    *("new-collective", "Nuôi ong", "bản Suối Đá", "economy", "Mười hộ nuôi ong."),
    *("sent", 1, AT, "pao"),
)


def figures_of(told: Summary) -> dict[str, int]:
    """Return the figures of the workbook by their label."""
    return {f.label: f.number for f in units_ledger(told, PROGRAMME, VI).figures}


def words_of(letter: Letter) -> list[tuple[str, ...]]:
    """Return the rows of the tables of a document."""
    return [row for block in letter.blocks if block.grid for row in block.grid.rows]


def heads(ledger: Ledger) -> list[str]:
    return [column.head for column in ledger.columns]


def cells(ledger: Ledger, head: str) -> list[Any]:
    at = heads(ledger).index(head)
    return [row[at] for group in ledger.groups for row in group.rows]


def test_picture_workbook_and_document_say_the_same_figures() -> None:
    told = summary()

    chart, letter = summary_chart(told, PROGRAMME, VI), summary_letter(told, PROGRAMME, VI)

    figures = figures_of(told)
    said = {label: number for _, label, number, *_ in words_of(letter)}
    drawn = {bar.label: bar.amount for bar in chart.parts}
    assert {label: said[label] for label in figures} == {k: str(n) for k, n in figures.items()}
    assert drawn == {label: figures[label] for label in drawn}
    assert [bar.amount for bar in chart.bars] == list(told.by_field().values())
    assert "Tổng số mô hình, điển hình đăng ký: 20" in chart.lines


def test_all_of_them_say_the_moment_of_the_table() -> None:
    told = summary()

    chart, letter = summary_chart(told, PROGRAMME, VI), summary_letter(told, PROGRAMME, VI)
    ledgers = (units_ledger(told, PROGRAMME, VI), entries_ledger(told, PROGRAMME, {}, VI))

    moment = "tính đến 15 giờ 32 phút, thứ Tư 17/3/2027"
    assert chart.moment == moment
    assert letter.titles[-1] == f"({moment})"
    assert {ledger.titles[-1] for ledger in ledgers} == {moment}


def test_shares_are_of_the_units_that_are_not_exempt() -> None:
    told = summary()

    chart = summary_chart(told, PROGRAMME, VI)

    assert chart.lead == "12 đơn vị; 2 không thuộc diện; còn 10"
    assert [bar.said for bar in chart.parts] == [
        "8 (80,00 %)",
        "0 (0,00 %)",
        "2 (20,00 %), trong đó 1 đã gửi bản giấy, chờ nhập",
    ]


def test_who_is_exempt_is_told_with_the_reason() -> None:
    (note, *_) = summary_chart(summary(), PROGRAMME, VI).notes

    assert note == (
        "Không thuộc diện: Hội Nông dân phường 1 (đang sắp xếp tổ chức); Chi bộ khóm 2 "
        "(đang sắp xếp tổ chức)."
    )


def test_the_picture_and_the_document_name_no_person_and_no_phone() -> None:
    told = summary()

    said = f"{summary_chart(told, PROGRAMME, VI)} {summary_letter(told, PROGRAMME, VI)}"

    assert not [word for word in ("Hạnh", "Páo", "Bình", "0912") if word in said]


def test_where_no_number_is_asked_units_have_something_or_nothing() -> None:
    told = summarise(
        programme(quotas=False),
        office=OFFICE,
        year=2027,
        at=AT,
        units=[unit(1), unit(2)],
        entries=[entry(1, "u1")],
    )

    chart = summary_chart(told, programme(quotas=False), VI)

    assert [(bar.label, bar.amount) for bar in chart.parts] == [("Đã có", 1), ("Chưa có", 1)]


def test_the_list_has_the_columns_of_the_summary_table() -> None:
    told = summary()

    ledger = entries_ledger(told, PROGRAMME, rows(told), VI)

    fields = ["XDĐ, HTCT", "KT", "VH-XH", "QP-AN"]
    assert heads(ledger) == [
        *("STT", "Tên mô hình, điển hình", "Đơn vị (cá nhân) thực hiện", "Địa chỉ"),
        *(*fields, "Tập thể", "Cá nhân", "Đăng ký mới", "Nhân rộng", "Duy trì"),
        *("Nội dung chính", "Kết quả", "Ghi chú"),
    ]
    assert {c.group for c in ledger.columns if c.head in fields} == {"Lĩnh vực"}


def test_row_2_17_the_list_counts_what_is_new_and_what_is_replicated_apart() -> None:
    told = summary()

    ledger = entries_ledger(told, PROGRAMME, rows(told), VI)

    for head, origin in (("Đăng ký mới", "new"), ("Nhân rộng", "replicate")):
        assert cells(ledger, head).count("X") == told.of_origin(origin)
    assert figures_of(told)["Đăng ký mới"] == told.of_origin("new")
    assert figures_of(told)["Nhân rộng"] == told.of_origin("replicate")


@pytest.mark.parametrize(
    "name",
    [
        '"Tuyên truyền, đẩy mạnh phong trào xây dựng "Cơ quan, đơn vị hạnh phúc""',  # row 0-6
        "Vận động kinh doanh vận tải " * 40,  # row 1-6
        "Cổng trường an toàn giao thông “Văn hóa xếp hàng, học sinh tới trường",  # row 1-7
    ],
)
def test_rows_0_6_1_6_1_7_names_are_in_the_list_as_they_were_typed(name: str) -> None:
    told = summary(entries=1)

    ledger = entries_ledger(told, PROGRAMME, rows(told, name=name), VI)

    assert cells(ledger, "Tên mô hình, điển hình") == [name]


def test_each_entry_is_in_the_list_once_though_two_units_have_it_in_their_register() -> None:
    told = summary(entries=0)
    shared = entry(1, "u5", "u6")

    both = replace(told, entries=(shared,))
    ledger = entries_ledger(both, PROGRAMME, {"e1": RegisterRow(name="Nuôi ong")}, VI)

    assert cells(ledger, "STT") == [1]
    assert [group.name for group in ledger.groups] == ["Hội Nông dân phường 5: 1"]


def test_notes_tell_the_number_the_state_the_paper_and_what_was_late() -> None:
    told = summary(entries=20)

    notes = cells(entries_ledger(told, PROGRAMME, rows(told), VI), "Ghi chú")

    assert any(note.startswith("DVK-2027-0004; đã gửi; đã có bản giấy") for note in notes)
    assert sum("gửi sau hạn" in note for note in notes) == 2
    assert sum("nhập từ phiếu giấy ngày 12/3/2027" in note for note in notes) == 1


def test_what_is_in_the_register_no_more_still_counts_in_the_list() -> None:
    told = summary(entries=1)

    ledger = entries_ledger(told, PROGRAMME, {}, VI)

    assert cells(ledger, "Tên mô hình, điển hình") == ["(không còn trong sổ)"]


def test_units_are_told_with_what_they_owe_and_why_they_do_not() -> None:
    ledger = units_ledger(summary(), PROGRAMME, VI)

    told = {row[1]: row[2:] for row in ledger.groups[0].rows}
    assert told["Hội Nông dân phường 1"][1:4] == (None, 0, 0)
    assert told["Hội Nông dân phường 1"][-2:] == ("Không thuộc diện", "đang sắp xếp tổ chức")
    assert told["Hội Nông dân phường 3"][1:4] == (2, 0, 2)
    assert told["Hội Nông dân phường 3"][-1] == "1 phiếu giấy chờ nhập"


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sets(st.integers(1, 5), min_size=1, max_size=3), max_size=12))
def test_totals_of_units_are_those_of_the_table_however_registers_overlap(
    owners: list[set[int]],
) -> None:
    made = [entry(n, *(f"u{o}" for o in sorted(of))) for n, of in enumerate(owners)]
    units = [unit(n) for n in range(1, 5)]  # what the fifth has is in nobody's line
    told = summarise(PROGRAMME, office=OFFICE, year=2027, at=AT, units=units, entries=made)

    ledger = units_ledger(told, PROGRAMME, VI)

    registered = next(c for c in ledger.columns if c.head == "Đã đăng ký")
    added = sum(cells(ledger, "Đã đăng ký"))
    assert (added if registered.known is None else registered.known) == len(made)
    assert bool(ledger.notes and "một lần" in ledger.notes[-1]) or registered.known is None


def test_whom_to_call_stands_under_who_is_in_charge_with_phones_as_people_write_them() -> None:
    told = summary()

    ledger = calls_ledger(told, PROGRAMME, calls(told), VI)

    assert [g.name for g in ledger.groups] == [
        "Đồng chí Hạnh phụ trách",
        "Chưa phân công người phụ trách",
    ]
    assert cells(ledger, "Điện thoại")[0] == "0912 000 001\n0221 3000 002 (máy bàn)"
    assert "Chưa có; đã gửi bản giấy, chờ nhập" in cells(ledger, "Tình trạng")


def test_a_call_without_words_says_only_who_called_and_when() -> None:
    told = summary()
    first, *_others = calls(told)

    ledger = calls_ledger(told, PROGRAMME, [replace(first, called=Called("", "Hạnh", AT))], VI)

    assert cells(ledger, "Lần gọi gần nhất") == [f"Hạnh, {say_moment(AT, VI)}"]


def test_a_form_says_every_box_and_the_number_it_is_found_by() -> None:
    letter = form_letter(PROGRAMME, ENTRY, VI)

    told = {row[0]: row[1] for row in words_of(letter)}
    assert told == {
        "Số đăng ký": "17 (DVK-2027-0017)",
        "Nhận lúc": "15 giờ 32 phút, thứ Tư 17/3/2027",
        "Đơn vị": "Chi bộ bản Suối Đá",
        "Hình thức": "Mô hình mới của tập thể",
        "Tên": "Nuôi ong",
        "Địa chỉ": "bản Suối Đá",
        "Lĩnh vực": "Phát triển kinh tế",
        "Nội dung": "Mười hộ nuôi ong.",
    }
    assert letter.signers == ("XÁC NHẬN CỦA CẤP ỦY", "NGƯỜI ĐĂNG KÝ")
    assert letter.blocks[-1].words == "Khi cần tra cứu, đồng chí báo số DVK-2027-0017."


def test_an_empty_form_has_room_for_every_box_and_squares_for_what_is_chosen() -> None:
    letter = blank_form(Form(PROGRAMME, 1, 2027), VI)

    told = {row[0]: row[1] for row in words_of(letter)}
    assert told["Lĩnh vực"].split("\n")[1] == "☐ Phát triển kinh tế"
    assert [label for label, words in told.items() if not words] == [
        *("Đơn vị", "Cá nhân", "Tên", "Địa chỉ", "Nội dung"),
    ]
    assert letter.place_day == "…………, ngày …… tháng …… năm ………"


def test_the_day_of_a_document_is_written_as_the_party_writes_it() -> None:
    february = replace(summary(), at=AT.replace(month=2, day=5))

    letter = summary_letter(february, PROGRAMME, VI)

    assert letter.place_day == "Cần Thơ, ngày 05 tháng 02 năm 2027"
