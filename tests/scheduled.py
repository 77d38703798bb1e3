"""A committee of 13 cells with 157 members in An Giang, and when they meet in April 2027."""

import datetime as dt
from dataclasses import replace

from rules.meeting import Meeting, When
from rules.meeting_patterns import pattern_of
from rules.person import Unit
from rules.programme import Programme, Scheduling
from storage import meeting_series, meetings, memberships, people, units
from storage.contacts import InCharge, put_in_charge
from storage.database import Transaction
from storage.meeting_series import Series
from storage.memberships import Joining
from storage.units import NewUnit
from tests.hamlet import LONG_AGO, programme

COMMITTEE, CELLS, MONTH = "bo-phan", 13, "2027-04"
SIZES = (12, 9, 15, 11, 14, 10, 13, 12, 8, 16, 11, 14, 12)  # 157 together
HAMLETS = (
    *("An Bình", "An Hòa", "Bình Phú", "Bình Quới", "Hòa Long", "Long Định", "Mỹ Thạnh"),
    *("Phú An", "Phú Hòa", "Tân Lợi", "Tân Thuận", "Vĩnh Lộc", "Vĩnh Phước"),
)
ZONE = "Asia/Ho_Chi_Minh"


def with_scheduling(code: str = "can-tho-khoi") -> Programme:
    """Return a programme in which cells register before the 20th and are agreed on the 25th."""
    return replace(programme(code), scheduling=Scheduling(20, 25, ("chi_bo",)))


def cell(number: int) -> str:
    """Return the id of a cell, from 1."""
    return f"ap-{number:02}"


async def open_committee(tx: Transaction) -> None:
    """Make the committee and its cells, each with a secretary who may be told; Bình leads it."""
    rows = [NewUnit(COMMITTEE, "Đảng ủy bộ phận Bình Mỹ", LONG_AGO, 1, "dang_bo", "Bình Mỹ")]
    rows += [
        NewUnit(cell(n), f"Chi bộ ấp {name}", LONG_AGO, 1, "chi_bo", parent=COMMITTEE)
        for n, name in enumerate(HAMLETS, 1)
    ]
    await units.add_units(tx, rows)
    for n, size in enumerate(SIZES, 1):
        await tx.run(
            "UPDATE units SET members = :size WHERE id = :id", {"size": size, "id": cell(n)}
        )
        await _person(tx, f"bt-{n:02}", f"Trần Văn Út {n}", cell(n), "Bí thư chi bộ")
    await _person(tx, "tam", "Lê Văn Tám", COMMITTEE, "Bí thư Đảng ủy")
    await _person(tx, "chin", "Võ Thị Chín", COMMITTEE, "Phó Bí thư")
    await put_in_charge(tx, [InCharge(cell(n), "tam", LONG_AGO) for n in (1, 2)])


async def _person(tx: Transaction, key: str, name: str, unit: str, position: str) -> None:
    await tx.run(
        """INSERT INTO people (id, name, folded, sort_key, phone, language, merged_into, menu,
                               demo, created_at) VALUES :rows""",
        {"rows": [(key, "", "", "", "+84912000456", "vi", "", "{}", 0, 1)]},
    )
    await people.name_person(tx, key, name=name)
    place = Joining(f"m-{key}", key, unit, LONG_AGO, position, "officer", confirmed=True)
    await memberships.join(tx, [place])


async def register(tx: Transaction, *numbers: int, hour: int = 19) -> None:
    """Let cells have a meeting on Sunday 4 April 2027, later ones half an hour later."""
    for n in numbers:
        when = When(dt.date(2027, 4, 4), dt.time(hour, 30 * (n % 2)))
        unit = Unit(cell(n), "")
        new = Meeting(
            f"h-{n:02}", unit, "regular", when, ZONE, f"trụ sở ấp {HAMLETS[n - 1]}",
            when.starts_at(ZONE), said_at=1, by_person=f"bt-{n:02}",
        )  # fmt: skip
        assert await meetings.keep(tx, new, dialog=f"d-{n:02}", at=1)


async def meet_always(tx: Transaction, number: int) -> None:
    """Let a cell meet on the 3rd of every month."""
    made = Series(
        f"s-{number:02}", cell(number), "regular", pattern_of("m d3"), dt.time(19), ZONE,
        "hội trường xã", dt.date(2027, 1, 1), f"bt-{number:02}", 1,
    )  # fmt: skip
    await meeting_series.keep(tx, made)


async def move(tx: Transaction, number: int, *, day: int) -> None:
    """Move a cell's meeting to another day of April."""
    found = await meetings.meeting_of(tx, f"h-{number:02}", today="2027-03-20")
    assert found
    when = When(dt.date(2027, 4, day), found.when.time)
    assert await meetings.change(tx, found.moved_to(when, found.place, by=f"bt-{number:02}", now=2))
