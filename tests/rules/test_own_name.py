import pytest

from rules.own_name import own_name
from rules.refused import Refused


@pytest.mark.parametrize(
    "name", ["Nguyễn Văn Bình", "Lan", "Lê Văn Trưởng", "Đoàn Văn Hùng", "giang a pao"]
)
def test_a_name_is_taken_as_typed(name: str) -> None:
    assert own_name(name) == name


@pytest.mark.parametrize(
    "words", ["đảng viên", "Bí thư", "Chi bộ bản Suối Đá", "Bình 2", "Sao vậy anh?", "bt"]
)
def test_what_nobody_is_called_is_refused(words: str) -> None:
    with pytest.raises(Refused) as refused:
        own_name(words)

    assert refused.value.reason == "not-a-name"
