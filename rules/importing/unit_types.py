"""Which of a programme's types of unit somebody means, by code, label or the usual words."""

from collections.abc import Iterable

from rules.fold import fold, words
from rules.programme import Programme
from rules.refused import Refused

_BEGINNING = 2  # words that tell a type: chi bộ, đảng bộ, đoàn thể


def read_type(said: str, programme: Programme) -> str:
    """Return the code of the type meant; "chi bộ" is enough for the only type so called.

    Refused "unit-type" when no type is called so, or several are.
    """
    typed = " ".join(words(said))
    exact = {code for code, names in _named(programme) if typed in names}
    found = exact or {code for code, names in _named(programme) if _within(typed, names)}
    if typed and len(found) == 1:
        return found.pop()
    raise Refused("unit-type", types=", ".join(label for _, label in programme.unit_types))


def type_in_name(name: str, programme: Programme) -> str:
    """Return the code of the one type that a unit's name begins with, "" when it tells none.

    "Chi bộ bản Cốc" is of the only type that begins with "chi bộ".
    """
    typed = " ".join(words(name))
    fits = [
        (len(each), code)
        for code, names in _named(programme)
        for each in names | {" ".join(one.split()[:_BEGINNING]) for one in names if " " in one}
        if f"{typed} ".startswith(f"{each} ")
    ]
    longest = {code for length, code in fits if length == max(fits)[0]}
    return longest.pop() if len(longest) == 1 else ""


def _named(programme: Programme) -> list[tuple[str, set[str]]]:
    """Return by code what a type goes by: its code, its label, and the label's parts."""
    return [
        (code, {" ".join(words(code.replace("_", " "))), *_parts(label)})
        for code, label in programme.unit_types
    ]


def _parts(label: str) -> Iterable[str]:
    """Return a label whole, and each of what "xã, phường, thị trấn" or "huyện/thị xã" names."""
    whole = fold(label)
    for mark in (",", "/", ";", " hoac "):
        whole = whole.replace(mark, "|")
    return {" ".join(words(label)), *(" ".join(words(part)) for part in whole.split("|"))}


def _within(typed: str, names: Iterable[str]) -> bool:
    return any(f"{name} ".startswith(f"{typed} ") for name in names)
