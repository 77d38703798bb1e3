"""Who asks about a unit that is not theirs is told so; who asks about their own is not."""

import pytest

from conversations.other_unit import names_another
from tests.conversations.alone import somebody


@pytest.mark.parametrize("words", [
    "chi bo suoi cau dang ky chua",
    "dang bo so mau so 3 thieu may",
    "chi bo y te du chua",
    "chi bo so y te dang ky chua",
])  # fmt: skip
def test_another_unit_is_heard(words: str) -> None:
    assert names_another(somebody().situation, words)


@pytest.mark.parametrize("words", [
    "chi bo toi du chua",
    "chi bo dang ky duoc may mo hinh roi",
    "chi bo ban suoi da dang ky chua",
    "chi bo suoi da thieu may",
    "don vi toi con thieu may",
    "chi bo minh",
    "chi bo",
])  # fmt: skip
def test_the_own_unit_is_no_other(words: str) -> None:
    assert not names_another(somebody().situation, words)
