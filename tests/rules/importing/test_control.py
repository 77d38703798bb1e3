import pytest

from rules.importing.checking import check_all, check_rows
from rules.importing.control import Control, read_control
from rules.importing.known import Known
from rules.programme import Programme
from rules.refused import Refused
from tests.hamlet import programme
from tests.rules.importing.tables import plan, unit

WORDS = "84 = 45 đảng bộ + 39 chi bộ"
DECLARED = Control(84, (("dang_bo", 45), ("chi_bo", 39)))


def organisation(party: int, cells: int, *, above: str = "") -> str:
    """Return a list of that many organisations and cells, below a unit of its own if wished."""
    rows = ["Tên đơn vị | Loại | Trực thuộc", f"{above} | Đảng bộ | "]
    rows += [f"Đảng bộ Sở {n} | Đảng bộ | {above}" for n in range(party)]
    rows += [f"Chi bộ Hội {n} | Chi bộ | {above}" for n in range(cells)]
    return "\n".join(rows if above else [rows[0], *rows[2:]])


def declaring(**controls: int) -> Programme:
    base = programme()
    fields = {each: getattr(base, each) for each in base.__slots__}
    return type(base)(**{**fields, "controls": tuple(controls.items())})


@pytest.mark.parametrize(
    "said", [WORDS, "84=45 Đảng bộ, 39 chi bộ cơ sở", "84 = 45 dang bo va 39 chi bo"]
)
def test_totals_are_read_from_words(said: str) -> None:
    assert read_control(said, "units", programme()) == DECLARED


def test_a_total_alone_is_enough() -> None:
    assert read_control("2.943", "entries", programme()) == Control(2943)


def test_row_0_19_models_and_exemplars_are_counted_apart_and_together() -> None:
    control = read_control("131 = 122 mô hình + 9 điển hình", "entries", programme())

    assert control == Control(131, (("model", 122), ("exemplar", 9)))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("rất nhiều", "control-words"),
        ("84 = 45 + 39", "control-words"),
        ("84 = 45 chi hội + 39 chi bộ", "control-words"),
        ("84 = 45 đảng bộ + 40 chi bộ", "control-sum"),
    ],
)
def test_totals_that_mean_nothing_are_refused(said: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_control(said, "units", programme())


def test_row_1_1_eighty_four_are_45_and_39() -> None:
    assert check_rows(plan(organisation(45, 39)), DECLARED, programme()) == []


def test_row_1_1_an_import_that_does_not_make_84_is_refused() -> None:
    problems = check_rows(plan(organisation(45, 38)), DECLARED, programme())

    assert [
        (p.reason, dict(p.details)["declared"], dict(p.details)["found"]) for p in problems
    ] == [
        ("control-total", "84", "83"),
        ("control-type", "39", "38"),
    ]
    assert all(problem.stops for problem in problems)


def test_the_unit_above_all_others_may_stand_in_the_list_too() -> None:
    assert check_rows(plan(organisation(45, 39, above="Đảng ủy Khối")), DECLARED, programme()) == []


def test_the_programmes_own_totals_hold_for_all_there_would_be() -> None:
    of = declaring(total=3, dang_bo=1, chi_bo=2)
    there = unit("u1", "Đảng bộ Sở 9", type="dang_bo")
    known = Known(units=(there, unit("u2", "Hội Nông dân", type="doan_the")))

    assert check_all(plan(organisation(0, 2), there, of=of), known, of) == []
    assert [p.reason for p in check_all(plan(organisation(0, 3), there, of=of), known, of)] == [
        *("control-total", "control-type"),
    ]
