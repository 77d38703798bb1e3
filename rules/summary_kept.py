"""An office's table as a short text to keep: ids, codes, counts and the names of units."""

import base64
import datetime as dt
import json
import zlib
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from rules.duties import Owed
from rules.person import Unit
from rules.progress import Progress
from rules.summary import Adoption, EntryNow, Line, Summary, UnitNow


def pack(summary: Summary) -> str:
    """Return a table as text, without its moment, which is kept beside it.

    The names of staff are left out: who is in charge is told by id.
    """
    kept = [_plain(getattr(summary, field.name)) for field in fields(summary) if field.name != "at"]
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return base64.b85encode(zlib.compress(text.encode(), 6)).decode()


def unpack(text: str, *, at: dt.datetime) -> Summary:
    """Return the table of a moment that `pack` made a text of."""
    kept = json.loads(zlib.decompress(base64.b85decode(text)))
    office, programme, year, lines, entries, unclear, codes, adoption, all_, coverage = kept
    return Summary(
        office=Unit(*office),
        programme=programme,
        year=year,
        at=at,
        lines=tuple(_line(*line) for line in lines),
        entries=tuple(_entry(entry) for entry in entries),
        unclear=unclear,
        fields=tuple(codes),
        adoption=tuple(
            Adoption(code, name, _progress(adopted), _progress(planned))
            for code, name, adopted, planned in adoption
        ),
        adopted_all=_progress(all_),
        coverage=tuple((type_, _progress(far)) for type_, far in coverage),
    )


def _plain(thing: Any) -> Any:
    """Return dataclasses and tuples as lists of what is in them, in order."""
    if is_dataclass(thing):
        names = [field.name for field in fields(thing)]
        return [_plain("" if name == "staff_name" else getattr(thing, name)) for name in names]
    return [_plain(part) for part in thing] if isinstance(thing, tuple) else thing


def _line(now: Sequence[Any], owed: Sequence[Any], registered: int, recognised: int) -> Line:
    unit, *rest = now
    return Line(_unit_now(Unit(*unit), rest), Owed(*owed), registered, recognised)


def _unit_now(unit: Unit, rest: Sequence[Any]) -> UnitNow:
    parent, exempt, papers, adopted, planned, *last = rest
    return UnitNow(unit, parent, exempt, papers, tuple(adopted), tuple(planned), *last)


def _entry(kept: Sequence[Any]) -> EntryNow:
    id_, units, *rest = kept
    return EntryNow(id_, tuple(units), *rest)


def _progress(kept: Sequence[Any]) -> Progress:
    done, of, left = kept
    return Progress(done, of, tuple(left))
