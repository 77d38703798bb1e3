from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.programme_file import read_programme
from rules.quotas import Standing, standing
from rules.refused import Refused

HERE = Path(__file__).parent
WARD = read_programme((HERE / "programmes/nine-boxes.toml").read_text("utf-8"), file="ward")
CAN_THO = read_programme(
    (HERE.parents[1] / "programmes/can-tho-khoi.toml").read_text("utf-8"), file="can-tho"
)


def test_a_unit_without_entries_owes_its_whole_quota() -> None:
    unit = standing(WARD, "khu_dan_cu", [])

    assert (unit.quota, unit.registered, unit.missing, unit.met) == (2, 0, 2, False)


def test_new_and_maintained_models_count_together() -> None:
    unit = standing(WARD, "khu_dan_cu", ["new-collective", "maintain"])

    assert (unit.registered, unit.missing, unit.met) == (2, 0, True)


def test_a_model_launched_above_does_not_count_to_the_quota() -> None:
    unit = standing(WARD, "khu_dan_cu", ["adopt", "new-collective", "adopt"])

    assert (unit.registered, unit.missing, unit.met) == (1, 1, False)


def test_a_unit_that_did_more_than_its_quota_owes_nothing() -> None:
    unit = standing(WARD, "co_quan", ["new-collective", "new-collective", "maintain"])

    assert (unit.quota, unit.registered, unit.missing, unit.met) == (1, 3, 0, True)


def test_a_type_of_unit_without_a_quota_owes_nothing() -> None:
    unit = standing(WARD, "doan_the", [])

    assert (unit.quota, unit.missing, unit.met) == (0, 0, True)


@pytest.mark.parametrize("unit_type", ["dang_bo", "chi_bo", "doan_the"])
def test_the_document_of_can_tho_sets_no_quotas(unit_type: str) -> None:
    assert CAN_THO.quota(unit_type) == 0


def test_an_entry_of_a_kind_the_programme_does_not_have_is_refused() -> None:
    with pytest.raises(Refused, match="unknown-kind"):
        standing(WARD, "co_quan", ["replicate"])


@given(quota=st.integers(0, 20), registered=st.integers(0, 20))
def test_what_is_missing_makes_up_the_quota_exactly(quota: int, registered: int) -> None:
    unit = Standing(quota, registered)

    assert unit.missing == (0 if unit.met else quota - registered)
    assert unit.met == (registered >= quota)
