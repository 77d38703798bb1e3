"""The office sees which texts were typed without marks."""

import pytest

from rules.unmarked import is_unmarked


@pytest.mark.parametrize(
    ("text", "unmarked"),
    [
        ("Chi bo van dong 12 ho nuoi ong", True),
        ("Chi bộ van dong 12 ho nuoi ong", False),
        ("Nuoi ong", False),
        ("0912 000 001, 12, 13, 14, 15, 16", False),
        ("", False),
    ],
)
def test_a_text_without_marks_is_known(text: str, unmarked: bool) -> None:  # noqa: FBT001 - a row
    assert is_unmarked(text) == unmarked
