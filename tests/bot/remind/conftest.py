import pytest

from conversations.reminding import words
from tests.bot.remind.planning import Errand, said


@pytest.fixture(autouse=True)
def _errands_have_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(words.WORDS, Errand, said)
