import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.file_names import MOST, file_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Mẫu nhập đơn vị.xlsx", "Mẫu nhập đơn vị.xlsx"),
        ("../../etc/passwd", "etc passwd"),
        ('a"; filename=b.exe', "a filename=b.exe"),
        ("a\r\nSet-Cookie: x.csv", "a Set-Cookie x.csv"),
        ("...", "tệp"),
        ("", "tệp"),
    ],
)
def test_a_name_keeps_what_every_system_takes(typed: str, name: str) -> None:
    assert file_name(typed) == name


def test_a_long_name_keeps_its_ending() -> None:
    name = file_name("Danh sách chi bộ " * 20 + ".xlsx")

    assert len(name) <= MOST
    assert name.endswith(".xlsx")


@given(st.text(max_size=300))
def test_whatever_is_typed_becomes_a_name_and_stays_it(typed: str) -> None:
    name = file_name(typed)

    assert 0 < len(name) <= MOST
    assert not set(name) & set('\\/:*?"<>|\n\r\t;%')
    assert file_name(name) == name
