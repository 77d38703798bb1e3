import pytest

from rules.name_alone import name_alone


@pytest.mark.parametrize(
    "said", ["Lý Thị Sua", "ly thi sua", "Giàng A Páo", "Hờ A Tủa", "Nguyễn Văn Bình.", "Đỗ Sơn"]
)
def test_a_name_alone_is_known(said: str) -> None:
    assert name_alone(said) == said.strip(".")


@pytest.mark.parametrize(
    "said",
    [
        "Lan",
        "tìm ĐUK",
        "Tìm Suối Đá",
        "xin chào đồng chí",
        "giúp tôi với",
        "chi bộ bản suối đá",
        "Sở Y tế",
        "đăng ký mô hình",
        "Lý Thị Sua, Sở Y tế",
        "Lý 2",
        "nuôi ong lấy mật",
    ],
)
def test_other_words_are_no_name(said: str) -> None:
    assert name_alone(said) == ""
