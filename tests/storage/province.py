"""Two provinces that become one, with what is below them and who belongs to them."""

import itertools

from rules.unit_card import UnitCard, YearOfUnit
from rules.unit_requests import CardOf, HistoryOf, UnitRequest
from storage import entries, facts, memberships, units
from storage.circumstances import Circumstances
from storage.database import Transaction
from storage.memberships import Joining
from storage.unit_endings import Ending, end_units
from storage.units import NewUnit
from tests.registered import registered_in
from tests.storage.village import NOW, ZONE, meet

LONG_AGO, MERGED, TODAY = "2020-01-01", "2025-07-01", "2027-03-01"
TOP, YEN_BAI, LAO_CAI, NEW = "trung-uong", "yen-bai", "lao-cai", "lao-cai-moi"
LUC_YEN, AN_LAC, BAO_THANG = "luc-yen", "an-lac", "bao-thang"
HANH, SON, MAI, LAN = "hanh", "son", "mai", "lan"
AROUND = Circumstances(
    TODAY, ZONE, NOW, quota=lambda _: 2, pepper="pepper", programme="can-tho-khoi"
)


async def settle_in(tx: Transaction) -> None:
    """Make the units and their people.

    Hạnh is the office above both, Sơn the office of Yên Bái, Mai that of Lào Cai; Lan is a member
    at An Lạc, which is in Lục Yên in Yên Bái.
    """
    await units.add_units(
        tx,
        [
            NewUnit(TOP, "Trung ương", LONG_AGO, 1),
            NewUnit(YEN_BAI, "Tỉnh Yên Bái", LONG_AGO, 1, "tinh", parent=TOP),
            NewUnit(LAO_CAI, "Tỉnh Lào Cai", LONG_AGO, 1, "tinh", parent=TOP),
            NewUnit(LUC_YEN, "Huyện Lục Yên", LONG_AGO, 1, "huyen", parent=YEN_BAI),
            NewUnit(AN_LAC, "Xã An Lạc", LONG_AGO, 1, "xa", "xã An Lạc", parent=LUC_YEN),
            NewUnit(BAO_THANG, "Xã Bảo Thắng", LONG_AGO, 1, "xa", parent=LAO_CAI),
        ],
    )
    await meet(tx, HANH, SON, MAI, LAN)
    await memberships.join(
        tx,
        [
            Joining("m1", HANH, TOP, LONG_AGO, "Chuyên viên", "office", confirmed=True),
            Joining("m2", SON, YEN_BAI, LONG_AGO, "Phó ban", "office", confirmed=True),
            Joining("m3", MAI, LAO_CAI, LONG_AGO, "Phó ban", "office", confirmed=True),
            Joining("m4", LAN, AN_LAC, LONG_AGO, confirmed=True),
        ],
    )


async def become_one(tx: Transaction, *, day: str = MERGED) -> None:
    """Merge both provinces into a new one that is called like one of them."""
    row = NewUnit(NEW, "Tỉnh Lào Cai", day, NOW, "tinh", parent=TOP)
    await units.add_units(tx, [row])
    await end(tx, YEN_BAI, LAO_CAI, heirs=(NEW,), day=day)


async def end(tx: Transaction, *ended: str, heirs: tuple[str, ...] = (), day: str = MERGED) -> None:
    """End units."""
    ids = (f"n{next(_NUMBERS):03}" for _ in itertools.count())
    await end_units(tx, Ending(ended, heirs, day, NOW, lambda: next(ids)))


_NUMBERS = itertools.count()


async def register(tx: Transaction, unit: str, year: int, *, count: int, first: int = 1) -> None:
    """Put entries of a year into the register."""
    await entries.add(tx, registered_in(unit, year, count=count, first=first))


async def ask(tx: Transaction, person: str, request: UnitRequest) -> object:
    """Return what one person is answered."""
    return (await facts.answer(tx, [(person, request)], AROUND))[0]


async def history(tx: Transaction, person: str, unit: str) -> dict[int, YearOfUnit]:
    """Return the years of a unit as one person sees them."""
    years = await ask(tx, person, HistoryOf(unit))
    assert isinstance(years, tuple)
    return {year.round: year for year in years}


async def card(tx: Transaction, person: str, unit: str) -> UnitCard:
    """Return the card of a unit that one person sees."""
    found = await ask(tx, person, CardOf(unit))
    assert isinstance(found, UnitCard)
    return found
