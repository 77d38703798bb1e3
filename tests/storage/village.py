"""Units and people to test with: an office, a commune below it, two branches below that."""

import datetime as dt
from zoneinfo import ZoneInfo

from storage import facts, memberships, people, units
from storage.chats import Chat
from storage.circumstances import Circumstances
from storage.database import Transaction
from storage.entries import NewEntry
from storage.facts import Request
from storage.memberships import Joining
from storage.people import Newcomer
from storage.units import NewUnit

TODAY = "2027-03-01"
LONG_AGO = "2020-01-01"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = int(dt.datetime(2027, 3, 1, 8, tzinfo=ZONE).timestamp() * 1000)

OFFICE, COMMUNE, SUOI_DA, BAN_MOI = "huyen", "xa", "suoi-da", "ban-moi"
HANH, PAO, LAN, BINH, XA = "hanh", "pao", "lan", "binh", "xa-officer"
AROUND = Circumstances(TODAY, ZONE, NOW, quota=lambda _: 2, pepper="pepper")


def chat(person: str) -> Chat:
    """Return the Telegram chat of a person."""
    return Chat("telegram", "kheo", f"chat-{person}")


async def settle_in(tx: Transaction) -> None:
    """Make the units and give everybody their place.

    Hạnh is the office, Páo secretary and Lan member at Suối Đá, Bình secretary at Bản Mới.
    """
    await units.add_units(
        tx,
        [
            NewUnit(OFFICE, "Ban Dân vận Huyện ủy", LONG_AGO, 1, "office"),
            NewUnit(COMMUNE, "Đảng ủy xã Nậm Khao", LONG_AGO, 1, "commune", parent=OFFICE),
            NewUnit(
                SUOI_DA,
                "Chi bộ bản Suối Đá",
                LONG_AGO,
                1,
                "branch",
                "Bản Suối Đá",
                "Suối Đá",
                COMMUNE,
            ),
            NewUnit(BAN_MOI, "Chi bộ Bản Mới", LONG_AGO, 1, "branch", parent=COMMUNE),
        ],
    )
    await meet(tx, HANH, PAO, LAN, BINH)
    await people.name_person(tx, HANH, name="Trần Thị Hạnh")
    await people.name_person(tx, PAO, name="Giàng A Páo")
    await memberships.join(
        tx,
        [
            Joining("m1", HANH, OFFICE, LONG_AGO, "Chuyên viên", "office", confirmed=True),
            Joining("m2", PAO, SUOI_DA, LONG_AGO, "Bí thư", "officer", confirmed=True),
            Joining("m3", LAN, SUOI_DA, LONG_AGO, confirmed=True),
            Joining("m4", BINH, BAN_MOI, LONG_AGO, "Bí thư", "officer", confirmed=True),
        ],
    )


async def meet(tx: Transaction, *persons: str) -> None:
    """Make people known by an address."""
    newcomers = [Newcomer(chat(person), f"a-{person}", person) for person in persons]
    await people.greet(tx, newcomers, at=NOW, language="vi")


def entry(number: int, *, unit: str = SUOI_DA, typed_by: str = PAO) -> NewEntry:
    """Return an entry of 2027 with this number."""
    return NewEntry(
        id=f"e{number}",
        code=f"DVK-2027-{number:04}",
        number=number,
        dialog=f"d{number}",
        unit=unit,
        typed_by=typed_by,
        programme="dvk",
        programme_version=1,
        round=2027,
        kind="new-collective",
        entry_kind="model",
        subject="collective",
        origin="new",
        counts=True,
        name="Nuôi lươn không bùn",
        address="Bản Suối Đá",
        field="kinh-te",
        content="Mười hộ nuôi lươn.",
        more={"households": "10"},
        state="sent",
        on_time=True,
        channel="telegram",
        created_at=NOW + number,
    )


async def ask(tx: Transaction, person: str, request: Request) -> object:
    """Return what one person is answered."""
    return (await facts.answer(tx, [(person, request)], AROUND))[0]
