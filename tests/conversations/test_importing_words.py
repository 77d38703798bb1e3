"""Whatever is wrong with a table is said in words, in both languages, with what to do."""

import re
from pathlib import Path

import pytest

from bot.language import catalogues
from conversations.importing_reasons import reasons
from conversations.importing_words import column_label, say_problem, say_types
from rules.importing.columns import KEYS, Columns
from rules.importing.preview import Preview
from rules.importing.problems import Problem, details

HOUSE = Path(__file__).parents[2]
VI = catalogues(HOUSE / "locales")["vi"]
RAISED = re.compile(r'(?:wrong\(\s*\w*,?\s*"\w+", |Refused\(|Problem\([^"]*"", "", )"([a-z-]+)"')
NOT_SHOWN = {"not-a-number", "parent-wrong", "unit-unknown", "unit-several"}


def sources() -> str:
    """Return all that reads and plans tables."""
    folders = (HOUSE / "rules" / "importing", HOUSE / "storage" / "importing")
    return "\n".join(file.read_text("utf-8") for each in folders for file in each.glob("*.py"))


def test_every_reason_that_is_raised_has_its_sentence() -> None:
    raised = set(RAISED.findall(sources()))

    assert len(raised) > 25
    assert raised - set(reasons({}, str)) - NOT_SHOWN == set()


def test_a_problem_says_row_column_value_and_what_to_do() -> None:
    short = Problem(17, "phone", "SĐT", "phone-short", "0912", details(digits=4))

    assert say_problem(short, "contacts", VI) == (
        "Dòng 17, SĐT “0912”: không đủ số: chỉ có 4 chữ số, số di động có 10"
    )


def test_row_1_1_a_total_that_differs_says_both_figures() -> None:
    wrong = Problem(0, "", "", "control-total", "", details(label="", declared=84, found=83))

    text = say_problem(wrong, "units", VI)
    assert "83" in text
    assert "84" in text


def test_a_value_with_braces_is_no_trouble() -> None:
    wrong = Problem(2, "unit", "", "unit-unknown", "{x}", details(like="Chi bộ {y}"))

    assert say_problem(wrong, "contacts", VI) == (
        "Dòng 2, đơn vị “{x}”: chưa có đơn vị này; có phải là: Chi bộ {y}"
    )


def test_missing_columns_are_named_as_people_call_them() -> None:
    wrong = Problem(0, "", "", "import-missing", "", details(columns="unit,name"))

    assert say_problem(wrong, "contacts", VI).startswith("Chưa rõ cột nào là: đơn vị, họ và tên")


@pytest.mark.parametrize("kind", list(KEYS))
def test_every_column_has_a_name(kind: str) -> None:
    for key in KEYS[kind]:  # type: ignore[index] # of its own keys
        assert column_label(kind, key, VI) != key  # type: ignore[arg-type] # the same


def test_what_was_counted_is_said_in_the_words_of_the_field() -> None:
    columns = Columns("entries", 0, (), ())
    found = Preview("entries", columns, by_type=(("model", 2943), ("exemplar", 9)))

    assert say_types(found, VI) == "2.943 mô hình, 9 điển hình"
