"""A table of an office as it stood at a moment, with the words of its entries."""

import datetime as dt
from collections.abc import Mapping

from conversations.situation import Translate
from rules.office_requests import Called, ToCall
from rules.person import Human, Unit
from rules.programme import Kind, Programme
from rules.register_row import RegisterRow
from rules.summarising import summarise
from rules.summary import EntryNow, Summary, UnitNow
from tests.hamlet import ZONE, languages, programme

AT = dt.datetime(2027, 3, 17, 15, 32, tzinfo=ZONE)
OFFICE = Unit("khoi", "Đảng ủy Khối cơ quan Dân Chính Đảng", "", "Cần Thơ")
PROGRAMME = programme()
STATES = ("sent", "confirmed", "accepted", "recognised")


def vietnamese() -> Translate:
    """Return the words as people read them."""
    return languages()["vi"]


def unit(number: int, *, exempt: str = "", papers: int = 0) -> UnitNow:
    """Return a unit: odd ones are of a type that owes two, the others one."""
    odd = number % 2
    name = f"Hội Nông dân phường {number}" if odd else f"Chi bộ khóm {number}"
    named = Unit(f"u{number}", name, "doan_the" if odd else "chi_bo")
    staff = ("hanh", "Hạnh") if number % 3 else ("", "")
    return UnitNow(named, "khoi", exempt, papers=papers, staff=staff[0], staff_name=staff[1])


def entry(number: int, *units: str, of: Programme = PROGRAMME) -> EntryNow:
    """Return an entry of units; kinds, fields and states by turns."""
    kind: Kind = of.kinds[number % len(of.kinds)]
    return EntryNow(
        id=f"e{number}",
        units=units,
        kind=kind.code,
        model=kind.entry == "model",
        individual=kind.subject == "individual",
        origin=kind.origin,
        field=of.fields[number % len(of.fields)].code,
        state=STATES[number % len(STATES)],  # type: ignore[arg-type] # one of the states
        counts=True,
        original=number % 4 == 0,
    )


def summary(*, units: int = 12, entries: int = 20) -> Summary:
    """Return a table: units 1 and 2 are exempt, 3 has sent a form, 1 to 4 have nothing."""
    below = [
        unit(n, exempt="đang sắp xếp tổ chức" if n < 3 else "", papers=int(n == 3))
        for n in range(1, units + 1)
    ]
    made = [entry(n, f"u{5 + n % (units - 4)}") for n in range(1, entries + 1)]
    return summarise(PROGRAMME, office=OFFICE, year=2027, at=AT, units=below, entries=made)


def rows(told: Summary, **more: str) -> Mapping[str, RegisterRow]:
    """Return the words of the entries of a table, the same for all where `more` says so."""
    return {
        entry.id: RegisterRow(
            **{
                "code": f"DVK-2027-{number:04}",
                "name": f"Nuôi ong lấy mật {number}",
                "unit": entry.units[0],
                "person": "Giàng A Páo" if entry.individual else "",
                "address": "xã Mường Mẫu",
                "content": "Vận động 12 hộ nuôi ong.",
                "source_words": "Camera an ninh, Chi bộ tổ 5"
                if entry.origin == "replicate"
                else "",
                **more,
            },  # type: ignore[arg-type] # all of these are text
            number=number,
            on_time=number % 7 != 0,
            paper_day="2027-03-12" if number % 11 == 0 else "",
        )
        for number, entry in enumerate(told.entries, 1)
    }


def calls(told: Summary) -> tuple[ToCall, ...]:
    """Return whom to call of a table; who was called is not there."""
    lines = sorted(told.in_state("none", "short"), key=lambda line: not line.now.staff)
    people = (
        Human("Nguyễn Văn Bình", "+84912000001", "Bí thư"),
        Human("Trần Thị Lan", "+842213000002", "Phó Bí thư"),
    )
    last = Called("hẹn sáng mai", "Hạnh", AT)
    return tuple(
        ToCall(
            number,
            line.now.unit,
            line.now.staff_name,
            line.missing,
            line.state == "none",
            people,
            1,
            line.now.papers,
            last,
        )
        for number, line in enumerate(lines, 1)
    )
