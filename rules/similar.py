"""Names that are probably the same model registered twice."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from rules.fold import words

# Found with pairs of names of the field (the table in this module's tests).
_SAME_WORDS = 85
_ONE_IN_THE_OTHER = 95
_TELLING = 3  # shared words; "nuôi ong" alone is in too many names
_FILLING = {"mo", "hinh"}


def similar(name: str, others: Sequence[str]) -> list[int]:
    """Return the indexes of `others` that nearly repeat `name`, the nearest first.

    Marks, order of words, typing errors and "mô hình" in front do not count; a name that holds the
    other one whole is near it.
    """
    wanted = _telling(name)
    scores = [_nearness(wanted, _telling(other)) for other in others]
    return sorted((i for i, score in enumerate(scores) if score), key=lambda i: -scores[i])


def _telling(name: str) -> list[str]:
    all_words = words(name)
    return [word for word in all_words if word not in _FILLING] or all_words


def _nearness(one: list[str], other: list[str]) -> float:
    """Return 0 for names that are not near, at most 200."""
    first, second = " ".join(one), " ".join(other)
    same = fuzz.token_sort_ratio(first, second)
    if same >= _SAME_WORDS:
        return 100 + same
    if len(set(one) & set(other)) < _TELLING:
        return 0
    return fuzz.token_set_ratio(first, second, score_cutoff=_ONE_IN_THE_OTHER)
