"""Whatever a table holds, it is read or refused; a plan without problems can be written."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from rules.importing.columns import KEYS, Kind
from rules.importing.contact_rows import ContactRow
from rules.importing.entry_rows import EntryRow
from rules.importing.guess import guess
from rules.importing.known import Known, KnownPerson, KnownPlace
from rules.importing.plan import Plan
from rules.importing.plan_contacts import plan_contacts
from rules.importing.plan_entries import plan_entries
from rules.importing.plan_units import plan_units
from rules.importing.previewing import preview
from rules.importing.read import read_rows
from rules.importing.unit_rows import UnitRow
from rules.refused import Refused
from rules.table import Table
from tests.hamlet import programme
from tests.rules.importing.tables import LATEST, unit

HEADINGS = ["Tên đơn vị", "Đơn vị", "Mã", "Loại", "Trực thuộc", "Số ĐV", "Họ tên", "SĐT", "Vai trò"]
HEADINGS += ["Telegram", "Từ ngày", "Năm", "Tên mô hình", "Lĩnh vực", "Trạng thái", "Ngày nhận"]
CELLS = ["Đảng ủy Khối", "Chi bộ A", "Chi bộ B", "chi bo a", "K1", "A", "0912000001", "hơn 46", ""]
CELLS += ["Chi bộ", "Đảng bộ", "2021", "1/7/2022", "12345", "Đầu mối", "Páo", "Giàng A Páo", "Cộng"]
cells = st.sampled_from(HEADINGS + CELLS) | st.text(max_size=8)
KNOWN = Known(
    units=(unit("u1", "Đảng ủy Khối", type="dang_bo", key="K1"), unit("u2", "Chi bộ A", held="")),
    people=(
        KnownPerson(
            *("pao", "Giàng A Páo", "+84912000001"),
            (KnownPlace("m1", "u1", "", "officer", confirmed=True, since="2020-01-01"),),
            ("12345",),
        ),
    ),
    under="u1",
    bot="1",
    everything=False,
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return a table of words of the field and of anything."""
    width = draw(st.integers(1, 9))
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), max_size=12))
    headed = [draw(st.permutations(HEADINGS))[:width], *rows]
    return Table("S", tuple(map(tuple, headed)), tuple(range(1, len(headed) + 1)))


def planned(kind: Kind, table: Table) -> Plan:
    """Return what becomes of a table, all its columns put somewhere."""
    columns, of, ids = guess(kind, table), programme(), iter(range(10_000))
    free = [n for n, _ in enumerate(columns.titles) if n not in dict(columns.places).values()]
    columns = columns.corrected(list(zip(columns.missing, free, strict=False)))
    rows = read_rows(kind, table, columns, of, latest=LATEST).rows
    if kind == "units":
        units = [row for row in rows if isinstance(row, UnitRow)]
        plan = plan_units(units, KNOWN, columns, of, new_id=lambda: f"n{next(ids)}")
    elif kind == "contacts":
        people = [row for row in rows if isinstance(row, ContactRow)]
        plan = plan_contacts(
            people, KNOWN, columns, today="2027-01-01", new_id=lambda: f"n{next(ids)}"
        )
    else:
        plan = plan_entries([r for r in rows if isinstance(r, EntryRow)], KNOWN, columns, of)
    found = preview(rows, plan, columns)
    assert found.new + found.changed + found.same == len(plan.units + plan.people + plan.entries)
    return plan


@given(st.sampled_from(list(KEYS)), tables())
def test_any_table_is_planned_or_refused(kind: Kind, table: Table) -> None:
    with contextlib.suppress(Refused):
        planned(kind, table)


@given(tables())
def test_a_good_plan_has_every_unit_once_and_under_one_that_is_there(table: Table) -> None:
    try:
        plan = planned("units", table)
    except Refused:
        return

    ids = [each.id for each in plan.units]
    if plan.good:
        assert len(set(ids)) == len(ids)
        assert {each.parent for each in plan.units} <= {"", "u1", *ids}
    assert not any(each.id == "u2" and plan.good for each in plan.units)


@given(tables())
def test_a_good_plan_gives_every_person_one_place_in_a_unit(table: Table) -> None:
    try:
        plan = planned("contacts", table)
    except Refused:
        return

    pairs = [(person.id, place.unit) for person in plan.people for place in person.places]
    if plan.good:
        assert len(set(pairs)) == len(pairs)
        assert {unit for _, unit in pairs} <= {"u1"}
