"""An announcement put together, and a list of units taken apart."""

import pytest

from rules.announcing import compose, names_in, subject_of
from tests.hamlet import programme


def test_it_is_put_together_with_what_it_rests_on() -> None:
    words = compose("Về việc lùi hạn", "Hạn mới: 26/3/2027.", "Công văn số 12")

    assert words == "Về việc lùi hạn.\n\nHạn mới: 26/3/2027.\nTheo Công văn số 12."
    assert subject_of(words) == "Về việc lùi hạn"


def test_row_2_24_the_slogan_of_the_programme_ends_it() -> None:
    slogan = programme("can-tho-khoi").slogan

    assert slogan == "Trọng dân, gần dân, học dân, hiểu dân và có trách nhiệm với dân"
    assert compose("A", "B", "Kế hoạch 3", slogan).endswith(f"Theo Kế hoạch 3.\n“{slogan}”")


def test_without_a_document_nothing_is_said_of_one() -> None:
    assert compose("Tập huấn!", "Mời dự.", "") == "Tập huấn!\n\nMời dự."


def test_who_writes_theo_themselves_reads_it_once() -> None:
    assert compose("A", "B", "theo Kế hoạch số 3.").endswith("\ntheo Kế hoạch số 3.")


@pytest.mark.parametrize(
    "typed",
    [
        "Chi bộ A\nChi bộ B",
        "1. Chi bộ A\n2) Chi bộ B\n",
        "- Chi bộ A\n- Chi bộ B\n- Chi bộ A",
        "Chi bộ A; Chi bộ B",
        "Chi bộ A, Chi bộ B",
    ],
)
def test_a_list_is_understood_however_it_is_written(typed: str) -> None:
    assert names_in(typed) == ("Chi bộ A", "Chi bộ B")


def test_a_comma_in_a_name_parts_no_line_of_a_list() -> None:
    assert names_in("Chi bộ 1, phường A\nChi bộ 2") == ("Chi bộ 1, phường A", "Chi bộ 2")
