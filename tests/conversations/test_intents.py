"""What people want when they use ordinary words, and when they only seem to want it."""

import pytest

from conversations.intents import code_in, fixed, intent, numbered_entry, sought

MEANT = {
    "xem, sửa cái đã gửi": "mine",
    "mo hinh cua toi dau": "mine",
    "Đơn vị tôi": "unit",
    "chi bo toi dang ky may mo hinh roi": "unit",
    "bao giờ hết hạn ạ?": "deadlines",
    "cho em xin sđt": "help",
    "muon dang ky": "register",
    "dang ky moi": "new",
    "đóng phí ở đâu": "not-ours",
    "gửi đi": "again",
}


@pytest.mark.parametrize(("words", "act"), MEANT.items())
def test_ordinary_words_are_understood(words: str, act: str) -> None:
    assert intent(words) == (act, "")


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("bảng năm 2026", "table"),
        ("bang 2026", "table"),
        ("tong hop 2026", "table"),
        ("Tổng hợp của năm 2026.", "table"),
        ("cho toi xem bang so lieu nam 2026 voi", "table"),
        ("ai chưa nộp 2026", "missing"),
        ("nam 2026 don vi nao chua dang ky?", "missing"),
        ("xếp loại năm 2026", "ratings"),
    ],
)
def test_a_year_goes_with_what_is_asked_of_it(words: str, act: str) -> None:
    assert intent(words) == (act, "2026")


@pytest.mark.parametrize("words", ["2026", "năm 2026", "Tổ hợp tác 2026", "hạn năm 2026"])
def test_a_year_alone_asks_for_no_table(words: str) -> None:
    assert intent(words)[1] == ""


@pytest.mark.parametrize("words", ["số 17", "so 17", "Số17", "mã 17", "đăng ký số 17", "#17"])
def test_an_entry_is_called_by_its_number(words: str) -> None:
    assert intent(words) == ("show", "17")


@pytest.mark.parametrize("words", ["DVK-2027-0017", "dvk-2027-0017", "DVK–2027–0017."])
def test_an_entry_is_called_by_its_code(words: str) -> None:
    assert numbered_entry(words) == "DVK-2027-0017"


@pytest.mark.parametrize("words", ["số 17 đường Trần Phú", "17", "số nhà", "Chào cờ", ""])
def test_what_only_holds_a_number_calls_no_entry(words: str) -> None:
    assert numbered_entry(words) == ""


@pytest.mark.parametrize(
    ("words", "act"),
    [("0", "aside"), ("Để đó!", "aside"), ("QUAY LẠI", "back"), ("xoa", "drop"), ("Giúp.", "help")],
)
def test_a_few_words_are_understood_everywhere(words: str, act: str) -> None:
    assert fixed(words) == act


@pytest.mark.parametrize(
    "words", ["Giúp nhau làm kinh tế", "Đơn vị văn hóa", "Xóa nhà tạm", "Quay lại làng", "hạn hán"]
)
def test_names_that_begin_like_them_are_not(words: str) -> None:
    assert fixed(words) == ""


@pytest.mark.parametrize(
    "words", ["DANG KY 7K3M2P", "đăng ký 7k3-m2p", "dk 7K3M2P", "mã: 7K3M2P", "/start 7K3M2P"]
)
def test_the_code_of_an_invitation_is_found(words: str) -> None:
    assert code_in(words, bare=False) == "7K3M2P"


def test_a_code_alone_is_one_only_where_no_free_words_are_asked_for() -> None:
    assert code_in("7K3-M2P", bare=True) == "7K3M2P"
    assert code_in("7K3-M2P", bare=False) == ""


@pytest.mark.parametrize("words", ["đăng ký mô hình", "dk", "đăng ký 12", "ma tran", "Suoi Da"])
def test_other_words_hold_no_code(words: str) -> None:
    assert code_in(words, bare=True) == ""


@pytest.mark.parametrize(
    ("words", "looked_for"),
    [
        ("tìm cổng trường", "cổng trường"),
        ("Tim  nuoi ong", "nuoi ong"),
        ("/tim “cổng", "“cổng"),
        ("tìm", ""),
        ("tìm hiểu", "hiểu"),
        ("tiếng Tìm", ""),
        ("", ""),
    ],
)
def test_what_is_looked_for_stands_behind_the_word_for_it(words: str, looked_for: str) -> None:
    assert sought(words, bare=True) == looked_for


def test_where_free_words_are_asked_for_only_the_stroke_makes_a_search() -> None:
    assert sought("tìm nguồn nước sạch", bare=False) == ""
    assert sought("/tim nước sạch", bare=False) == "nước sạch"
