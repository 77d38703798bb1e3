"""From SQL with names to what a driver takes.

`:name` is a value, `IN :names` and `NOT IN :names` a list, `VALUES :rows` rows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple, TypeAlias

from storage.dialect import without_locks

Value: TypeAlias = str | int | float | bytes
Params: TypeAlias = Mapping[str, Value | Sequence[Value] | Sequence[Sequence[Value]]]

_TOKEN = re.compile(
    r"'(?:[^']|'')*'|--[^\n]*|::\w+"
    r"|\b(?P<how>NOT IN|IN|VALUES)\s+:(?P<names>[a-z_]\w*)|:(?P<name>[a-z_]\w*)"
)
_TYPES = {str: "text", int: "bigint", float: "double precision", bytes: "bytea"}


class _Place(NamedTuple):
    """Where values go: one value, a list of them or rows of them."""

    name: str
    how: Literal["", "IN", "NOT IN", "VALUES"]


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL and its arguments in order; `many` when the arguments are rows, each run by itself."""

    sql: str
    arguments: Sequence[Any] = ()
    many: bool = False


def for_sqlite(sql: str, params: Params, *, rows_wanted: bool) -> Statement | None:
    """Return the statement with `?`; None when it is about no rows at all.

    Names are slow here: SQLite looks each up in a list, which takes longer the more there are.
    """
    texts, places = _unlocked_parts(sql)
    if _nothing(places, params):
        return None
    if not rows_wanted and [place.how for place in places] == ["VALUES"]:
        rows: Any = params[places[0].name]
        return Statement(f"{texts[0]}VALUES {_marks(len(rows[0]))}{texts[1]}", rows, many=True)
    written, arguments = [texts[0]], []
    for place, text in zip(places, texts[1:], strict=True):
        value: Any = params[place.name]
        if not place.how:
            written += ("?", text)
            arguments.append(value)
        elif place.how == "VALUES":
            written += ("VALUES ", ",".join([_marks(len(value[0]))] * len(value)), text)
            arguments += [cell for row in value for cell in row]
        else:
            written += (place.how, " ", _marks(len(value)), text)
            arguments += value
    return Statement("".join(written), arguments)


def for_postgres(sql: str, params: Params) -> Statement | None:
    """Return the statement with `$n`; None when it is about no rows at all.

    Lists and rows travel as arrays, so the text is the same however many there are, and the
    server's plan is found again. Every value says its type, which the server cannot always guess.
    """
    texts, places = _parts(sql)
    if _nothing(places, params):
        return None
    written, arguments = [texts[0]], []
    for place, text in zip(places, texts[1:], strict=True):
        value: Any = params[place.name]
        columns = list(zip(*value, strict=True)) if place.how == "VALUES" else [value]
        marks = []
        for column in columns:
            arguments.append(column)
            marks.append(f"${len(arguments)}::{_type(column)}")
        written += (_FORMS[place.how].format(",".join(marks)), text)
    return Statement("".join(written), arguments)


_FORMS = {
    "": "{}",
    "IN": "= ANY ({})",
    "NOT IN": "<> ALL ({})",
    "VALUES": "SELECT * FROM unnest({})",
}


def _type(value: Value | Sequence[Value]) -> str:
    if isinstance(value, (str, int, float, bytes)):
        return _TYPES[type(value)]
    return f"{_TYPES[type(value[0])] if value else 'text'}[]"


def _marks(count: int) -> str:
    return f"({','.join('?' * count)})"


def _nothing(places: Sequence[_Place], params: Params) -> bool:
    return any(place.how == "VALUES" and not params[place.name] for place in places)


@lru_cache(maxsize=1024)
def _unlocked_parts(sql: str) -> tuple[list[str], list[_Place]]:
    return _parts(without_locks(sql))


@lru_cache(maxsize=1024)
def _parts(sql: str) -> tuple[list[str], list[_Place]]:
    texts, places, end = [], [], 0
    for match in _TOKEN.finditer(sql):
        name = match["name"] or match["names"]
        if name:
            texts.append(sql[end : match.start()])
            places.append(_Place(name, match["how"] or ""))  # type: ignore[arg-type] # the pattern has these only
            end = match.end()
    return [*texts, sql[end:]], places
