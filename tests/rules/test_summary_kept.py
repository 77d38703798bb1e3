"""The office's table, kept and read again: nothing is lost, no name of a person is in it."""

import datetime as dt
import zlib
from base64 import b85decode
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rules.duties import Owed
from rules.person import Unit
from rules.progress import Progress
from rules.summary import Adoption, EntryNow, Line, Summary, UnitNow
from rules.summary_kept import pack, unpack

AT = dt.datetime(2027, 3, 17, 15, 32, tzinfo=dt.timezone(dt.timedelta(hours=7)))
COUNTS, CODES = st.integers(0, 9999), st.text(max_size=12)
MANY = st.lists(CODES, max_size=3).map(tuple)
UNITS = st.builds(Unit, CODES, CODES, CODES, CODES)
PROGRESS = st.builds(Progress, COUNTS, COUNTS, MANY)
STATES = st.sampled_from(("sent", "confirmed", "accepted", "recognised", "returned"))
LINES = st.builds(
    Line,
    st.builds(UnitNow, UNITS, CODES, CODES, COUNTS, MANY, MANY, CODES, st.just(""), st.booleans()),
    st.builds(Owed, st.sampled_from(("quota", "effective", "covered", "any")), COUNTS),
    COUNTS,
    COUNTS,
)
ENTRIES = st.builds(EntryNow, CODES, MANY, CODES, state=STATES)
SUMMARIES = st.builds(
    Summary,
    UNITS,
    CODES,
    COUNTS,
    st.just(AT),
    st.lists(LINES, max_size=3).map(tuple),
    st.lists(ENTRIES, max_size=3).map(tuple),
    COUNTS,
    MANY,
    st.lists(st.builds(Adoption, CODES, CODES, PROGRESS, PROGRESS), max_size=2).map(tuple),
    PROGRESS,
    st.lists(st.tuples(CODES, PROGRESS), max_size=2).map(tuple),
)


@given(SUMMARIES)
def test_what_is_kept_reads_as_it_was(summary: Summary) -> None:
    assert unpack(pack(summary), at=AT) == summary


@given(SUMMARIES)
def test_of_staff_only_the_id_is_kept(summary: Summary) -> None:
    lines = tuple(replace(line, now=replace(line.now, staff_name="Hạnh")) for line in summary.lines)

    kept = pack(replace(summary, lines=lines))

    assert kept == pack(summary)


def test_what_is_kept_is_short() -> None:
    entry = EntryNow(
        "0" * 16,
        ("1" * 16,),
        "new",
        True,
        False,
        "new",
        "economy",
        "sent",
        True,
    )
    many = tuple(replace(entry, id=f"{n:016}") for n in range(2_943))
    office = Unit("u", "Tỉnh")

    kept = pack(Summary(office, "p", 2021, AT, (), many, 0, ()))

    assert len(kept) < len(zlib.decompress(b85decode(kept))) / 10
