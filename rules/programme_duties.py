"""What must hold of the duties in a programme: quotas, controls, models launched from above."""

from collections.abc import Iterator, Sequence

from rules.programme import Launched, Programme

TOTAL = "total"
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_NO_TYPE = "“{}” is no type of unit; write one of unit_types."
_TWO_NUMBERS = "“{}” has a quota already; take that line out, or this one: a type has one number."

_Broken = Iterator[tuple[str, str]]


def broken_duties(programme: Programme) -> _Broken:
    """Yield each rule the duties break, as (key in the file, sentence)."""
    types = [code for code, _ in programme.unit_types]
    for code, parents in programme.unit_parents:
        for stray in (known for known in (code, *parents) if known not in types):
            yield f"unit_parents.{code}", _NO_TYPE.format(stray)
    yield from _numbers("quotas", programme.quotas, types, "A quota is")
    yield from _numbers("effective", programme.effective, types, "A number is")
    for code, _ in programme.effective:
        if code in dict(programme.quotas):
            yield f"effective.{code}", _TWO_NUMBERS.format(code)
    yield from _numbers("controls", programme.controls, [*types, TOTAL], "A total is")
    yield from _sum(programme)
    for index, code in enumerate(programme.covered):
        if code not in types:
            yield f"covered[{index}]", _NO_TYPE.format(code)
    yield from _period(programme)
    for index, model in enumerate(programme.launched):
        yield from _launched(f"launched[{index}]", model, programme)


def _numbers(
    key: str, pairs: Sequence[tuple[str, int]], known: Sequence[str], what: str
) -> _Broken:
    for code, number in pairs:
        if code not in known:
            yield f"{key}.{code}", _NO_TYPE.format(code)
        elif number < 1:
            yield f"{key}.{code}", f"{what} 1 or more; leave the line out where there is none."


def _sum(programme: Programme) -> _Broken:
    parts = {code: number for code, number in programme.controls if code != TOTAL}
    total = dict(programme.controls).get(TOTAL)
    if total is not None and parts and sum(parts.values()) != total:
        yield (
            f"controls.{TOTAL}",
            f"The types add up to {sum(parts.values())}, not {total}; write what they make.",
        )


def _period(programme: Programme) -> _Broken:
    period = programme.period
    if period.first == period.last == 0:
        return
    for name in ("first", "last"):
        if not _FIRST_YEAR <= getattr(period, name) <= _LAST_YEAR:
            yield f"period.{name}", "This is no year; write one such as 2024."
            return
    if period.last < period.first:
        yield "period.last", f"The period begins in {period.first}; write that year or a later one."


def _launched(key: str, model: Launched, programme: Programme) -> _Broken:
    if not model.name.strip():
        yield f"{key}.name", "This is empty; write the words people are to read."
    if model.field and model.field not in [field.code for field in programme.fields]:
        yield f"{key}.field", f"“{model.field}” is no field; write the code of one."
    for index, code in enumerate(model.units):
        if code not in [known for known, _ in programme.unit_types]:
            yield f"{key}.units[{index}]", _NO_TYPE.format(code)
    if not model.open and not model.opens_when.strip():
        yield f"{key}.opens_when", "It is not open; write what is waited for."
    if all(kind.origin != "adopt" for kind in programme.kinds):
        yield key, "No kind has the origin “adopt”; write the one it is registered as."
