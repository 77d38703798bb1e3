"""Sentences of a transcript's header about how units stand, and how each comes to be so."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from rules.person import Role
from storage import contacts, memberships, people, units
from storage.chats import Chat
from storage.contacts import Contact
from storage.memberships import Joining
from storage.units import NewUnit
from tests.bot.scene import reach
from tests.hamlet import LONG_AGO

if TYPE_CHECKING:
    from tests.conversations.stage import Stage

IDS = {"Chi bộ bản Suối Đá": "suoi-da", "Đảng ủy Khối": "khoi"}
DAY = 86_400_000
ROLES: Mapping[str, Role] = {"đảng viên": "member", "bí thư": "officer", "chuyên viên": "office"}


async def _somebody(stage: "Stage", who: str, name: str, position: str, unit: str) -> None:
    """Let somebody be of a unit, and at a chat."""
    talk, key = stage.talk(who), f"p-{who}"
    async with stage.world.db.writing() as tx:
        await contacts.add_contacts(tx, [Contact(key, name, "+84912000020", 1)])
        await people.name_person(tx, key, name=name)
        place = Joining(f"m-{who}", key, IDS[unit], LONG_AGO, position, ROLES[position], True)
        await memberships.join(tx, [place])
    bot = "" if talk.channel == "web" else "kheo_bot"
    await reach(stage.world, key, Chat(talk.channel, bot, talk.chat))


async def _exempt(stage: "Stage", unit: str, year: str, reason: str) -> None:
    async with stage.world.db.writing() as tx:
        await tx.run(
            "INSERT INTO exemptions (unit, programme, round, reason, day, by_person) VALUES :rows",
            {"rows": [(IDS[unit], "can-tho-khoi", int(year), reason, LONG_AGO, "hanh")]},
        )


async def _by_hand(stage: "Stage", unit: str) -> None:
    """Let a unit have sent a paper form that nobody has typed in."""
    key = IDS[unit]
    now = stage.world.clock.ms - 4 * DAY
    row = ("paper-1", key, "can-tho-khoi", 2027, "", now, "2027-03-12", "hanh", "here", 1, now)
    async with stage.world.db.writing() as tx:
        await tx.run(
            """INSERT INTO papers (id, unit, programme, round, entry, at, original_day, person,
                                   state, version, created_at) VALUES :rows""",
            {"rows": [row]},
        )


async def _many_below(stage: "Stage", count: str) -> None:
    rows = [
        NewUnit(f"cell-{n}", f"Chi bộ bản Cốc {n}", LONG_AGO, 1, "chi_bo", parent="khoi")
        for n in range(1, int(count) + 1)
    ]
    async with stage.world.db.writing() as tx:
        await units.add_units(tx, rows)


STATUS: Mapping[str, Callable[..., Awaitable[Any]]] = {
    r"(\S+) là (.+), (đảng viên|bí thư|chuyên viên) (Chi bộ bản Suối Đá|Đảng ủy Khối)": _somebody,
    r"(.+) được miễn năm (\d{4}): (.+)": _exempt,
    r"(.+) đã nộp bản giấy, chưa ai nhập": _by_hand,
    r"Đảng ủy Khối có thêm (\d+) chi bộ": _many_below,
}
