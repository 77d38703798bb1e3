"""An office at four in the afternoon: 84 units, of which some have registered, some have not."""

from collections.abc import Iterator

from rules.unit_card import Exemption
from storage import entries, units
from storage.contacts import Contact, InCharge, add_contacts, put_in_charge
from storage.database import Transaction
from storage.entries import NewEntry
from storage.exemptions import NewExemption, exempt
from storage.memberships import Joining, join
from storage.unit_endings import Ending, end_units
from storage.units import NewUnit
from tests.hamlet import LONG_AGO
from tests.registered import registered_in

YEAR, CODE = 2027, "can-tho-khoi"
# Of what is asked for two entries each: how many have them, lack one, have none; of the others,
# asked for one each: how many have it, have none, are exempt.
TWO_MET, TWO_SHORT, TWO_NONE = 32, 9, 4
ONE_MET, ONE_NONE, EXEMPT = 29, 8, 2
PAPERS, TOTAL, EXEMPLARS = 3, 125, 7
ORIGINS = {"new": 64, "maintain": 41, "replicate": 20}
FIELDS = {"party-building": 30, "economy": 38, "culture-society": 36, "defence-security": 21}


async def stand_as_at_four(tx: Transaction, *, two: str = "doan_the", today: str) -> None:
    """Add units below the hamlet's office, and what they did; `two` is asked for two entries.

    The hamlet's own unit of that type has one entry, the branch Suối Đá none.
    """
    of_two = [*_units("hai", TWO_MET + TWO_SHORT + TWO_NONE - 1, two, "Đảng bộ cơ quan")]
    of_one = [*_units("mot", ONE_MET + ONE_NONE + EXEMPT - 1, "chi_bo", "Chi bộ doanh nghiệp")]
    was = NewUnit("cu", "Đảng bộ cơ quan cũ", LONG_AGO, 1, two, parent="khoi")
    await units.add_units(tx, [*of_two, *of_one, was])
    twos = [unit.id for unit in of_two]
    ones = [unit.id for unit in of_one]
    await _register(tx, _met_and_short(twos, ones, two))
    await _end(tx, was.id, heir=twos[0], day=today)
    for key in ones[ONE_MET : ONE_MET + EXEMPT]:
        reason = Exemption(CODE, YEAR, "đang sắp xếp tổ chức")
        await exempt(tx, NewExemption(key, reason, today, "hanh"))
    none = ones[ONE_MET + EXEMPT :]
    await _papers(tx, none[:PAPERS])
    await _people(tx, twos, ones, landline=none[PAPERS], mobile=none[PAPERS + 1])


def _units(key: str, count: int, type_: str, name: str) -> Iterator[NewUnit]:
    for n in range(1, count + 1):
        yield NewUnit(f"{key}-{n}", f"{name} số {n}", LONG_AGO, 1, type_, parent="khoi")


def _met_and_short(twos: list[str], ones: list[str], two: str) -> list[str]:
    """Return whose each entry is; what the unit that is no more registered is its heir's."""
    known = "giao-thong" if two == "dang_bo" else "nong-dan"
    short = [known, *twos[TWO_MET : TWO_MET + TWO_SHORT - 1]]
    met = ["cu", *twos[:TWO_MET], *twos[1:TWO_MET]]
    whose = [*met, *short, *ones[:ONE_MET]]
    return [*whose, *ones[: TOTAL - len(whose)]]


async def _register(tx: Transaction, whose: list[str]) -> None:
    kinds = zip(_repeated(ORIGINS), _repeated(FIELDS), strict=True)
    made = [
        _entry(n, unit, origin, field)
        for n, (unit, (origin, field)) in enumerate(zip(whose, kinds, strict=True), 1)
    ]
    await entries.add(tx, made)
    await tx.run(
        "INSERT INTO counters (name, value) VALUES :rows", {"rows": [(f"DVK-{YEAR}", TOTAL)]}
    )


def _entry(number: int, unit: str, origin: str, field: str) -> NewEntry:
    (one,) = registered_in(unit, YEAR, first=number)
    known = {name: getattr(one, name) for name in NewEntry.__slots__}
    kind = "model" if number > EXEMPLARS else "exemplar"
    more = {"entry_kind": kind, "origin": origin, "field": field, "state": "sent"}
    return NewEntry(**{**known, **more})


def _repeated(counts: dict[str, int]) -> list[str]:
    return [code for code, count in counts.items() for _ in range(count)]


async def _end(tx: Transaction, key: str, *, heir: str, day: str) -> None:
    await end_units(tx, Ending((key,), (heir,), day, 1, lambda: "never"))


async def _papers(tx: Transaction, keys: list[str]) -> None:
    rows = [(f"p-{key}", key, CODE, YEAR, "", 1, "", "hanh", "here", 1, 1) for key in keys]
    await tx.run(
        """INSERT INTO papers (id, unit, programme, round, entry, at, original_day, person, state,
                               version, created_at) VALUES :rows""",
        {"rows": rows},
    )


async def _people(
    tx: Transaction, twos: list[str], ones: list[str], *, landline: str, mobile: str
) -> None:
    contacts = [
        Contact("lan", "Trần Thị Lan", "+842213000002", 1),
        Contact("binh", "Nguyễn Văn Bình", "+84912000004", 1),
        Contact("minh", "Lê Văn Minh", "+84912000008", 1),
    ]
    await add_contacts(tx, contacts)
    places = {"lan": landline, "binh": mobile}
    rows = [
        Joining(f"m-{who}", who, unit, LONG_AGO, "Bí thư", "officer", confirmed=True)
        for who, unit in places.items()
    ]
    staff = Joining("m-minh", "minh", "khoi", LONG_AGO, "Chuyên viên", "office", confirmed=True)
    await join(tx, [*rows, staff])
    in_charge = [*((key, "minh") for key in twos), *((key, "hanh") for key in ["suoi-da", *ones])]
    await put_in_charge(tx, [InCharge(unit, who, LONG_AGO) for unit, who in in_charge])
