"""The catalogue is made of what stands in `_()`: other words would reach people in English."""

import re
from pathlib import Path

CONVERSATIONS = Path(__file__).parents[2] / "conversations"
_UNSEEN = re.compile(r"\btranslate\(\s*\"")


def test_words_stand_where_the_catalogue_finds_them() -> None:
    files = sorted(CONVERSATIONS.rglob("*.py"))

    assert [f.name for f in files if _UNSEEN.search(f.read_text("utf-8"))] == []
