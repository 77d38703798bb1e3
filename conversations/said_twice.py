"""What is sent twice where coverage is weak is no answer to the question that came in between."""

from dialog.turn import Waiting
from rules.fold import fold

_WORDS = {"text", "place"}


def said_twice(waiting: Waiting, text: str) -> bool:
    """Return whether somebody says the answer to an earlier question once more.

    Whoever means it says it again: then it is taken.
    """
    if waiting.question.kind not in _WORDS or waiting.state.misses:
        return False
    earlier = (one for one in waiting.asked if one.key != waiting.question.key)
    return any(one.kind in _WORDS and fold(one.kept) == fold(text) for one in earlier)
