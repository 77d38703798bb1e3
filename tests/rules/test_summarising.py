"""What the office's table counts, for whom, and what it leaves out."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from rules.entry import State
from rules.person import Unit
from rules.programme import Launched, Programme
from rules.summarising import summarise
from rules.summary import EntryNow, Summary, UnitNow
from tests.hamlet import programme

OFFICE = Unit("khoi", "Đảng ủy Khối", "khoi")
AT = dt.datetime(2027, 3, 17, 15, 32, tzinfo=dt.timezone(dt.timedelta(hours=7)))
ENTRY = EntryNow(
    *("", (), "new-collective"),
    model=True,
    individual=False,
    origin="new",
    field="economy",
    state="sent",
    counts=True,
)


def unit(key: str, type_: str = "chi_bo", *, parent: str = "khoi", exempt: str = "") -> UnitNow:
    return UnitNow(Unit(key, f"Chi bộ {key}", type_), parent, exempt)


def entry(key: str, *units: str, state: State = "sent", unclear: bool = False) -> EntryNow:
    return replace(ENTRY, id=key, units=units, state=state, unclear=unclear)


def table(rules: Programme, units: list[UnitNow], entries: list[EntryNow]) -> Summary:
    office = UnitNow(OFFICE)
    return summarise(
        rules, office=OFFICE, year=2027, at=AT, units=[office, *units], entries=entries
    )


def test_a_unit_is_met_short_or_has_none_by_the_quota_of_its_type() -> None:
    units = [unit("a"), unit("b", "dang_bo"), unit("c")]

    summary = table(
        programme("yen-bai-khoi", quotas=False), units, [entry("1", "a"), entry("2", "b")]
    )

    assert [line.state for line in summary.lines] == ["met", "short", "none"]
    assert [line.missing for line in summary.lines] == [0, 1, 1]


def test_an_exempt_unit_owes_nothing_and_is_in_no_percentage() -> None:
    units = [unit("a"), unit("b"), unit("c", exempt="đang sắp xếp tổ chức")]

    summary = table(programme("yen-bai-khoi", quotas=False), units, [entry("1", "a")])

    assert (len(summary.lines), summary.owing) == (3, 2)
    assert summary.met_rate == Decimal("50.00")
    assert [line.now.unit.id for line in summary.in_state("exempt")] == ["c"]


def test_the_office_s_own_entries_are_in_the_total_and_its_unit_on_no_list() -> None:
    summary = table(
        programme("yen-bai-khoi", quotas=False), [unit("a")], [entry("1", "khoi"), entry("2", "a")]
    )

    assert len(summary.entries) == 2
    assert [line.now.unit.id for line in summary.lines] == ["a"]


def test_what_nobody_knows_the_sender_of_is_in_no_count_but_said() -> None:
    summary = table(
        programme("yen-bai-khoi", quotas=False), [unit("a")], [entry("1", "a", unclear=True)]
    )

    assert (len(summary.entries), summary.unclear) == (0, 1)
    assert summary.lines[0].state == "none"


def test_an_entry_of_two_successors_is_each_one_s_and_counted_once_in_the_total() -> None:
    units = [unit("a"), unit("b")]

    summary = table(programme("yen-bai-khoi", quotas=False), units, [entry("1", "a", "b")])

    assert [line.registered for line in summary.lines] == [1, 1]
    assert len(summary.entries) == 1


def test_a_district_counts_the_recognised_models_of_its_communes() -> None:
    units = [unit("h", "huyen"), unit("x", "xa", parent="h"), unit("y", "xa", parent="h")]
    entries = [entry(str(n), "x", state="recognised") for n in range(9)]
    entries += [entry("10", "y"), entry("11", "y"), entry("12", "h")]

    district = table(programme("yen-bai-tinh", quotas=False), units, entries).lines[0]

    assert (district.registered, district.done, district.missing) == (12, 9, 1)
    assert district.state == "short"


def test_without_any_number_in_the_document_one_entry_is_enough() -> None:
    units = [unit("a"), unit("b", "dang_bo")]

    summary = table(programme("hung-yen-khoi", quotas=False), units, [entry("1", "a")])

    assert [line.state for line in summary.lines] == ["met", "none"]


def test_what_counts_to_no_quota_is_in_no_count() -> None:
    adopted = replace(entry("1", "a"), counts=False, origin="adopt")
    of_nobody = replace(adopted, id="2", unclear=True)

    summary = table(programme("yen-bai-khoi", quotas=False), [unit("a")], [adopted, of_nobody])

    assert (summary.entries, summary.unclear, summary.lines[0].state) == ((), 0, "none")


def test_an_exempt_unit_lacks_nothing_whatever_it_has() -> None:
    units = [unit("a", "dang_bo", exempt="giải thể"), unit("b", "dang_bo", exempt="mới lập")]

    lines = table(programme("yen-bai-khoi", quotas=False), units, [entry("1", "a")]).lines

    assert [(line.state, line.missing) for line in lines] == [("exempt", 0)] * 2


def test_forms_by_hand_are_counted_by_the_unit_that_has_nothing_yet() -> None:
    units = [replace(unit(key), papers=n) for key, n in (("a", 3), ("b", 1), ("c", 0))]

    summary = table(programme("yen-bai-khoi", quotas=False), units, [entry("1", "b")])

    assert summary.by_hand == 1


def test_quality_is_the_recognised_of_all_that_is_registered() -> None:
    made = [entry("1", "a", state="recognised"), replace(entry("2", "a"), model=False)]

    summary = table(programme("yen-bai-khoi", quotas=False), [unit("a")], made)

    assert (summary.models, summary.recognised_rate) == (1, Decimal("50.00"))


def test_a_field_the_document_does_not_name_is_counted_behind_those_it_names() -> None:
    made = [entry("1", "a"), replace(entry("2", "a"), field="tourism")]

    summary = table(programme("yen-bai-khoi", quotas=False), [unit("a")], made)

    assert list(summary.by_field().items())[-1] == ("tourism", 1)
    assert sum(summary.by_field().values()) == 2
    assert "tourism" not in summary.empty_fields


def test_a_recognised_exemplar_is_no_effective_model() -> None:
    made = [replace(entry("1", "h", state="recognised"), model=False), entry("2", "h")]

    district = table(programme("yen-bai-tinh", quotas=False), [unit("h", "huyen")], made).lines[0]

    assert (district.registered, district.recognised) == (2, 0)
    assert (district.missing, district.state) == (10, "short")


def test_an_exempt_commune_is_not_one_that_must_be_covered() -> None:
    units = [unit("x", "xa"), unit("y", "xa", exempt="mới lập")]

    summary = table(programme("yen-bai-tinh", quotas=False), units, [entry("1", "x")])

    ((_, covered),) = summary.coverage
    assert (covered.done, covered.of, covered.left) == (1, 1, ())


def test_a_type_the_document_asks_nothing_of_is_on_no_list() -> None:
    units = [unit("x", "xa"), unit("s", "so_nganh")]

    summary = table(programme("yen-bai-tinh", quotas=False), units, [entry("1", "s")])

    assert [line.now.unit.id for line in summary.lines] == ["x"]
    assert len(summary.entries) == 1


def test_units_in_a_circle_do_not_hang_the_table() -> None:
    units = [unit("a", "xa", parent="b"), unit("b", "xa", parent="a")]

    summary = table(programme("yen-bai-tinh", quotas=False), units, [entry("1", "a")])

    assert [line.registered for line in summary.lines] == [1, 1]


def test_a_model_that_is_not_open_asks_nothing_of_anybody() -> None:
    rules = programme("yen-bai-khoi", quotas=False)

    summary = table(rules, [unit("a")], [])

    assert [adoption.code for adoption in summary.adoption] == ["digital"]


def test_every_launched_model_taken_up_by_all_is_said_as_one_number_too() -> None:
    rules = replace(
        programme("yen-bai-khoi", quotas=False),
        launched=(Launched("one", "Một"), Launched("two", "Hai")),
    )
    both, one = replace(unit("a"), adopted=("one", "two")), replace(unit("b"), adopted=("one",))

    summary = table(rules, [both, one, unit("c", exempt="giải thể")], [])

    assert (summary.adopted_all.done, summary.adopted_all.of) == (1, 2)
    assert summary.adopted_all.left == ("b",)
    assert [a.adopted.done for a in summary.adoption] == [2, 1]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["sent", "recognised"]))))
def test_the_table_s_parts_always_make_its_whole(sent: list[tuple[str, State]]) -> None:
    entries = [entry(str(n), where, state=state) for n, (where, state) in enumerate(sent)]

    summary = table(programme("yen-bai-khoi", quotas=False), [unit(key) for key in "abc"], entries)

    assert sum(line.registered for line in summary.lines) == len(summary.entries)
    assert sum(summary.by_field().values()) == len(summary.entries)
    assert sum(len(summary.in_state(s)) for s in ("met", "short", "none")) == summary.owing
    assert summary.of_state("sent", "recognised") == len(sent)
