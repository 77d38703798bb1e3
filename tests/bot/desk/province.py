"""Many units below the office, with entries, papers and calls in all the states there are."""

from collections.abc import Sequence
from dataclasses import replace

from rules.entry import State
from storage import entries, units
from storage.database import Transaction
from storage.entries import NewEntry
from storage.units import NewUnit
from tests.hamlet import LONG_AGO
from tests.registered import registered_in

NAMES = (
    "Chi bộ Sở Y tế", "Chi bộ Trường Trung học phổ thông Nguyễn Tất Thành", "Chi bộ bản Nậm Khắt",
    "Đoàn Thanh niên Sở Nông nghiệp và Môi trường", "Chi bộ Bưu điện", "Chi bộ tổ dân phố số 7",
)  # fmt: skip
FIELDS = ("politics", "economy", "culture-society", "defence-security")
STATES: Sequence[State] = ("sent", "confirmed", "accepted", "recognised", "returned")


def name_of(number: int) -> str:
    """Return what the unit of a number is called."""
    return f"{NAMES[number % len(NAMES)]} {number}"


async def settle_many(tx: Transaction, count: int, *, each: int = 3) -> None:
    """Make so many units; of every `each` + 1 the first has no entry, the others up to `each`."""
    await units.add_units(tx, [
        NewUnit(f"don-vi-{n:05}", name_of(n), LONG_AGO, 1, ("chi_bo", "doan_the")[n % 2],
                parent="khoi")
        for n in range(count)
    ])  # fmt: skip
    made = [row for n in range(count) for row in _entries(n, n % (each + 1))]
    if made:
        await entries.add(tx, made)


def _entries(unit: int, count: int) -> list[NewEntry]:
    first = 1 + unit * 5
    rows = registered_in(f"don-vi-{unit:05}", 2027, count=count, first=first)
    return [
        replace(
            row,
            name=f"Nuôi ong lấy mật dưới tán rừng, trồng hoa hai bên đường {row.number}",
            field=FIELDS[row.number % len(FIELDS)],
            state=STATES[row.number % len(STATES)],
            created_at=1_805_000_000_000 + row.number * 60_000,
        )
        for row in rows
    ]
