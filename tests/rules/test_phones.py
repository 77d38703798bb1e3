import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.phones import is_mobile, read_phone, say_phone
from rules.refused import Refused

MOBILES = st.from_regex(r"\+84[35789][0-9]{8}", fullmatch=True)
LANDLINES = st.from_regex(r"\+842(16[0-9]{7}|4[0-9]{8})", fullmatch=True)


@pytest.mark.parametrize(
    "typed",
    ["0912000001", "0912 000 001", "0912.000.001", "+84912000001", "84912000001", "0084 912000001",
     "+84 (0) 912-000-001", "0912\u00a0000\u00a0001", "số của tôi: 0912000001 ạ",
     "tổ 3, 0912000001"],
)  # fmt: skip
def test_a_mobile_number_is_one_number_however_typed(typed: str) -> None:
    assert read_phone(typed) == "+84912000001"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("01200000001", "+84700000001"),
        ("0121 000 0001", "+84790000001"),
        ("+841260000001", "+84760000001"),
        ("01230000001", "+84830000001"),
        ("01290000001", "+84820000001"),
        ("0163.000.0001", "+84330000001"),
        ("01690000001", "+84390000001"),
        ("01860000001", "+84560000001"),
        ("01880000001", "+84580000001"),
        ("01990000001", "+84590000001"),
    ],
)
def test_a_mobile_number_of_an_old_list_gets_its_new_prefix(old: str, new: str) -> None:
    assert read_phone(old) == new


@pytest.mark.parametrize(
    ("typed", "number", "said"),
    [
        ("02163.818.555", "+842163818555", "0216 3818 555"),
        ("0221.3863.577", "+842213863577", "0221 3863 577"),
        ("(024) 3825 0001", "+842438250001", "024 3825 0001"),
    ],
)
def test_a_landline_is_kept_but_takes_no_messages(typed: str, number: str, said: str) -> None:
    assert read_phone(typed) == number
    assert say_phone(number) == said
    assert not is_mobile(number)


@pytest.mark.parametrize(
    "typed",
    ["", "alo", "1", "113", "1900 1234", "091200000", "09120000011", "0112345678", "01270000",
     "+856 20", "02003.818.555", "0912000001 / 0987000001", "0912000001 0987000001",
     "001085012345"],
)  # fmt: skip
def test_what_is_not_one_phone_number_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="not-a-phone"):
        read_phone(typed)


def test_a_mobile_number_is_said_in_groups() -> None:
    assert say_phone("+84912000001") == "0912 000 001"


@given(MOBILES | LANDLINES)
def test_a_number_said_is_read_back(number: str) -> None:
    assert read_phone(say_phone(number)) == number == read_phone(number)


@given(st.text(st.sampled_from("0123456789+84 .-()a")))
def test_any_text_is_a_number_or_refused(typed: str) -> None:
    try:
        number = read_phone(typed)
    except Refused:
        return

    assert read_phone(number) == number
