"""The lines of .env are read as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dotenv import read_dotenv


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("A=b", "b"),
        (" A = b c ", "b c"),
        ("export A=b", "b"),
        ('A="b # c" # d', "b # c"),
        ("A='say \"b\"'", 'say "b"'),
        ("A=b#c", "b#c"),
        ("A=b # c", "b"),
        ("A=# c", ""),
        ("A=", ""),
        ("A=b=c", "b=c"),
        ("\ufeffA=b", "b"),
    ],
)
def test_dotenv_is_read_as_people_write_it(line: str, value: str) -> None:
    assert read_dotenv(line) == ({"A": value}, [])


@pytest.mark.parametrize("line", ["A", 'A="b', 'A="b"c', "=b", "a b=c"])
def test_a_line_that_is_no_setting_is_told_by_its_number(line: str) -> None:
    assert read_dotenv(f"# x\r\n\r\n{line}\r\n") == (
        {},
        ["Line 3 of .env cannot be read; write NAME=value there."],
    )


@given(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="\"'#"), min_size=1))
def test_any_word_comes_through_dotenv_as_it_is(word: str) -> None:
    assert read_dotenv(f"A={word}")[0] == {"A": word}


@given(st.text())
def test_no_dotenv_is_too_odd_to_be_read(text: str) -> None:
    read_dotenv(text)
