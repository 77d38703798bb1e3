"""The office's table, line by line: which lines there are, and what the figures in them are."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from conversations import acts
from conversations.outcome import Outcome
from conversations.summary.text import say_table
from rules.entry import State
from rules.office_commands import TakeSummary
from rules.office_requests import SummaryOf
from rules.person import Membership, Unit
from rules.programme import Launched
from rules.summarising import summarise
from rules.summary import EntryNow, Summary, UnitNow
from rules.table_requests import RoundsBelow
from tests.conversations.alone import NOW, PAO, form, somebody, strict

OFFICE = Unit("k" * 16, "Đảng ủy Khối", "khoi")
OF_OFFICE = replace(PAO, memberships=(Membership(OFFICE, "", "office", confirmed=True),))
OFFICER = replace(PAO, memberships=(Membership(OFFICE, "", "officer", confirmed=True),))
ENTRY = EntryNow(
    *("", (), "new-collective"),
    model=True,
    individual=False,
    origin="new",
    field="economy",
    state="sent",
    counts=True,
)


def entry(number: int, unit: str, **more: Any) -> EntryNow:
    return replace(ENTRY, id=str(number), units=(unit,), **more)


def unit(key: str, type_: str = "chi_bo", **more: Any) -> UnitNow:
    return UnitNow(Unit(key, f"Chi bộ {key}", type_), OFFICE.id, **more)


def table(name: str, units: list[UnitNow], entries: list[EntryNow]) -> Summary:
    return summarise(
        form(name).programme, office=OFFICE, year=2027, at=NOW, units=units, entries=entries
    )


def lines(name: str, units: list[UnitNow], *entries: EntryNow) -> list[str]:
    """Return the table of a programme as it is read."""
    return say_table(table(name, units, [*entries]), form(name), strict("vi")).splitlines()


def asked(
    person: Any,
    act: str,
    facts: dict[Any, Any],
    subject: str = "",
    *,
    rounds: tuple[int, ...] = (),
    programme: str = "yen-bai-khoi",
    now: dt.datetime = NOW,
) -> Outcome:
    """Return what comes of an act, where these rounds have anything."""
    known = {RoundsBelow(OFFICE.id, programme): rounds, **facts}
    forms = (form(programme),)
    s = replace(somebody().situation, person=person, facts=known, forms=forms, now=now)
    return acts.do(s, act, subject)


def labels(outcome: Outcome) -> list[str]:
    return [option.label for row in outcome.says[-1].rows for option in row]


def test_row_0_4_79_of_84_units_carry_out_both_models_is_said() -> None:
    rules = replace(
        form("yen-bai-khoi").programme, launched=(Launched("one", "Một"), Launched("two", "Hai"))
    )
    both, one = ("one", "two"), ("one",)
    units = [unit(str(n), adopted=both if n < 79 else one) for n in range(84)]
    found = summarise(rules, office=OFFICE, year=2027, at=NOW, units=units, entries=[])

    said = say_table(found, replace(form("yen-bai-khoi"), programme=rules), strict("vi"))

    assert "Mô hình cấp trên phát động: 79/84 đơn vị thực hiện đủ (94,05 %)." in said


def test_row_0_13_a_field_without_any_entry_is_named() -> None:
    said = lines("yen-bai-khoi", [unit("a")], entry(1, "a"))

    assert "XDĐ, HTCT 0 · KT 1 · VH-XH 0 · QP-AN 0" in said
    assert "Lĩnh vực chưa có đăng ký nào: XDĐ, HTCT; VH-XH; QP-AN." in said


def test_row_0_19_models_and_exemplars_apart_and_together() -> None:
    made = [entry(n, "a", model=n >= 9) for n in range(131)]

    said = lines("yen-bai-khoi", [unit("a")], *made)

    assert any(line.startswith("Tổng số 131: 122 mô hình, 9 điển hình.") for line in said)


def test_row_2_17_new_and_replicated_both_have_a_figure() -> None:
    made = [entry(1, "a"), entry(2, "a", origin="replicate")]

    said = lines("can-tho-khoi", [unit("a")], *made)

    assert "Tổng số 2: 2 mô hình, 0 điển hình. Mới 1, duy trì 0, nhân rộng 1." in said


def test_row_3_15_a_province_s_2943_new_models_are_printed_with_a_dot() -> None:
    made = [entry(n, f"x{n % 9}") for n in range(2_943)]

    said = lines("yen-bai-tinh", [unit(f"x{n}", "xa") for n in range(9)], *made)

    assert any("2.943 mô hình" in line and "Mới 2.943" in line for line in said)


def test_row_3_16_how_many_communes_have_a_model_is_said() -> None:
    communes = [unit(f"x{n}", "xa") for n in range(4)]

    said = lines("yen-bai-tinh", communes, *(entry(n, f"x{n}") for n in range(4)))

    assert "Xã, phường, thị trấn: 4/4 đơn vị có mô hình (100,00 %)." in said


def test_row_3_17_a_district_with_nine_effective_of_twelve_is_not_met() -> None:
    states: list[State] = ["recognised" if n < 9 else "accepted" for n in range(12)]
    made = [entry(n, "h", state=state) for n, state in enumerate(states)]

    said = lines("yen-bai-tinh", [unit("h", "huyen")], *made)

    (line,) = (line for line in said if line.startswith("Huyện"))
    assert line.endswith("0/1 đơn vị có từ 10 mô hình hiệu quả trở lên (0,00 %).")
    assert "Đã công nhận: 9/12 (75,00 %)." in said


def test_where_no_number_is_asked_units_have_some_or_none() -> None:
    said = lines("can-tho-khoi", [unit("a"), unit("b")], entry(1, "a"))

    assert said[2:5] == ["2 đơn vị:", "• Đã có: 1 (50,00 %)", "• Chưa có: 1"]


def test_what_nobody_knows_the_sender_of_is_a_footnote() -> None:
    said = lines("can-tho-khoi", [unit("a")], entry(1, "a", unclear=True))

    assert said[-1].startswith("Ngoài ra có 1 đăng ký chưa rõ người gửi")
    assert "• Chưa có: 1" in said


def test_exempt_units_stand_below_with_their_reasons() -> None:
    units = [unit("a", exempt="giải thể"), unit("b", exempt="mới lập"), unit("c")]

    said = lines("can-tho-khoi", units)

    assert said[2] == "3 đơn vị; 2 không thuộc diện; còn 1:"
    assert said[-1] == "Không thuộc diện: Chi bộ a (giải thể); Chi bộ b (mới lập)."


def test_how_many_take_up_all_that_was_launched_is_said() -> None:
    units = [unit("a", adopted=("digital",)), unit("b")]

    said = lines("yen-bai-khoi", units)

    assert "Mô hình cấp trên phát động: 1/2 đơn vị thực hiện đủ (50,00 %)." in said


def test_with_one_office_and_one_programme_the_table_is_taken_at_once() -> None:
    year = form("yen-bai-khoi").year

    assert asked(OF_OFFICE, "table", {}).command == TakeSummary(OFFICE.id, "yen-bai-khoi", year)


@pytest.mark.parametrize("act", ["table", "missing", "remind-text"])
def test_of_several_programmes_it_is_asked_which(act: str) -> None:
    both = (form("yen-bai-khoi"), form("yen-bai-tinh"))
    s = replace(somebody().situation, person=OF_OFFICE, forms=both)

    outcome = acts.do(s, act)

    data = [option.data for row in outcome.says[0].rows for option in row]
    assert data == [f"a:{act}:{OFFICE.id}.{one.programme.code}:0" for one in both]
    assert all(len(one.encode()) <= 64 for one in data)


@pytest.mark.parametrize("year", [2024, 2026])
def test_the_table_of_a_year_that_is_named_is_taken(year: int) -> None:
    taken = TakeSummary(OFFICE.id, "yen-bai-khoi", year)

    assert asked(OF_OFFICE, "table", {}, str(year), rounds=(2026, 2024)).command == taken
    subject = f"{OFFICE.id}.yen-bai-khoi.{year}"
    assert asked(OF_OFFICE, "table", {}, subject, rounds=(2026, 2024)).command == taken


@pytest.mark.parametrize("act", ["table", "missing"])
@pytest.mark.parametrize(("year", "first"), [("2021", "từ năm 2023"), ("2028", "từ năm 2023")])
def test_of_a_year_that_is_none_it_is_said_which_there_are(act: str, year: str, first: str) -> None:
    outcome = asked(OF_OFFICE, act, {}, year, rounds=(2026, 2023))

    text = f"Không có bảng năm {year}. Bảng có {first} đến năm 2027."
    assert (outcome.command, outcome.says[0].text) == (None, text)
    assert outcome.says[0].rows[0][0].data == f"a:{act}:{OFFICE.id}.yen-bai-khoi:0"


def test_where_nothing_is_of_other_years_there_is_the_present_table_only() -> None:
    said = asked(OF_OFFICE, "table", {}, "2020", programme="can-tho-khoi").says[0].text

    assert said == "Không có bảng năm 2020. Hiện chỉ có bảng năm 2027."


def test_of_several_programmes_the_year_said_stays() -> None:
    both = (form("yen-bai-khoi"), form("yen-bai-tinh"))
    s = replace(somebody().situation, person=OF_OFFICE, forms=both)

    outcome = acts.do(s, "table", "2026")

    data = [option.data for row in outcome.says[0].rows for option in row]
    assert data == [f"a:table:{OFFICE.id}.{one.programme.code}.2026:0" for one in both]


def test_an_officer_reads_of_an_earlier_year_who_was_short_and_reminds_nobody() -> None:
    found = replace(table("yen-bai-khoi", [unit("a")], []), year=2026)
    facts = {SummaryOf(OFFICE.id, "yen-bai-khoi", 2026): found}

    assert labels(asked(OFFICER, "table", facts, "2026", rounds=(2026,))) == ["Ai chưa có"]
    missing = asked(OFFICER, "missing", facts, "2026", rounds=(2026,)).says[0].text
    assert missing.startswith("Năm 2026\nCHƯA ĐỦ ĐĂNG KÝ (1, trong đó 1 chưa có):")


@pytest.mark.parametrize(
    ("month", "rounds", "offered"),
    [(3, (2026,), ["Bảng năm 2026"]), (3, (2027, 2025), []), (7, (2026,), [])],
)
def test_the_table_of_the_year_before_is_offered_while_the_present_round_is_filled(
    month: int, rounds: tuple[int, ...], offered: list[str]
) -> None:
    name, now = "can-tho-khoi", NOW.replace(month=month)
    facts = {SummaryOf(OFFICE.id, name, form(name).year): table(name, [unit("a")], [])}

    outcome = asked(OFFICER, "table", facts, rounds=rounds, programme=name, now=now)

    assert labels(outcome)[2:] == offered


def test_an_officer_reads_the_table_of_what_is_below_and_takes_no_files() -> None:
    found = table("yen-bai-khoi", [unit("a"), unit("b")], [entry(1, "a")])
    facts = {SummaryOf(OFFICE.id, "yen-bai-khoi", form("yen-bai-khoi").year): found}

    outcome = asked(OFFICER, "table", facts)

    assert labels(outcome) == ["Ai chưa có", "Soạn tin nhắc 1 đơn vị còn thiếu"]
    missing = asked(OFFICER, "missing", facts).says[0].text
    assert missing == "CHƯA ĐỦ ĐĂNG KÝ (1, trong đó 1 chưa có):\n• Chi bộ b – chưa có"


def test_a_text_that_reminds_many_comes_in_parts_that_fit() -> None:
    units = [unit(f"đơn vị số {n} của Đảng ủy Khối các cơ quan", "chi_bo") for n in range(90)]
    found = table("yen-bai-khoi", units, [])
    facts = {SummaryOf(OFFICE.id, "yen-bai-khoi", form("yen-bai-khoi").year): found}

    outcome = asked(OF_OFFICE, "remind-text", facts)

    assert [say.text.count("•") for say in outcome.says] == [40, 40, 10]
    assert all(len(say.text) < 4_096 for say in outcome.says)
