"""The desk's table has the figures of the workbook."""

import pytest

from conversations.desk.unit_rows import UnitRow, unit_rows
from conversations.papers.units_ledger import units_ledger
from rules.entry import State
from rules.ledger import LedgerCell
from rules.summary import Summary
from tests.conversations.alone import form
from tests.conversations.test_summary_words import entry, table, unit
from tests.summarised import vietnamese

VI = vietnamese()
WORKBOOK = ("Chỉ tiêu", "Đã đăng ký", "Còn thiếu")


def effective() -> Summary:
    """Return a district with 12 entries, 9 of them recognised, of the 10 it owes."""
    states: list[State] = ["recognised" if n < 9 else "accepted" for n in range(12)]
    made = [entry(n, "h", state=state) for n, state in enumerate(states)]
    return table("yen-bai-tinh", [unit("h", "huyen")], made)


def at_desk(told: Summary) -> UnitRow:
    (row,) = unit_rows(told, {}, form(told.programme).programme, VI)
    return row


def in_workbook(told: Summary) -> list[LedgerCell]:
    """Return what the workbook says the unit is asked for, has, and still owes."""
    ledger = units_ledger(told, form(told.programme).programme, VI)
    heads = [column.head for column in ledger.columns]
    (row,) = ledger.groups[0].rows
    return [row[heads.index(head)] for head in WORKBOOK]


@pytest.mark.parametrize(
    "told",
    [
        effective(),
        table("can-tho-khoi", [unit("a")], [entry(1, "a")]),
        table("can-tho-khoi", [unit("a", exempt="Mới thành lập")], []),
        table("yen-bai-khoi", [unit("a")], []),
    ],
    ids=["effective", "quota", "exempt", "any"],
)
def test_a_unit_has_the_same_figures_at_the_desk_and_in_the_workbook(told: Summary) -> None:
    row = at_desk(told)

    assert [row.quota or None, row.registered, row.missing] == in_workbook(told)


def test_row_3_17_all_that_is_registered_counts_as_registered_and_what_is_effective_is_owed() -> (
    None
):
    row = at_desk(effective())

    assert (row.quota, row.registered, row.missing) == (10, 12, 1)


def test_who_is_exempt_is_asked_for_nothing() -> None:
    row = at_desk(table("can-tho-khoi", [unit("a", exempt="Mới thành lập")], []))

    assert (row.quota, row.missing) == (0, 0)
