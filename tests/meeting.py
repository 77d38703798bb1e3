"""Suối Đá with three members besides its secretary, and the planner that tells them of meetings."""

from __future__ import annotations

from bot.bell import Bell
from bot.deliver import Deliverer
from bot.remind.planner import Planner
from bot.remind.series import ComingMeetings
from bot.remind.sources.meetings import Meetings
from storage import memberships, people
from storage.database import Database, Transaction
from storage.memberships import Joining
from tests.hamlet import LONG_AGO, Hamlet

MEMBERS = {
    "lan": ("Vàng Thị Lan", "+84912000011"),
    "binh": ("Lý A Bình", "+84912000012"),
    "chu": ("Vàng A Chư", "+84912000013"),
}


async def settle_members(tx: Transaction) -> None:
    """Make Lan, Bình and Chư members of Suối Đá; none of them is in the assistant yet."""
    for key, (name, phone) in MEMBERS.items():
        await tx.run(
            """INSERT INTO people (id, name, folded, sort_key, phone, language, merged_into, menu,
                                   demo, created_at) VALUES :rows""",
            {"rows": [(key, "", "", "", phone, "vi", "", "{}", 0, 1)]},
        )
        await people.name_person(tx, key, name=name)
        await memberships.join(
            tx, [Joining(f"m-sd-{key}", key, "suoi-da", LONG_AGO, "Đảng viên", confirmed=True)]
        )


def planner(world: Hamlet, *, db: Database | None = None) -> Planner:
    """Return a planner of meetings, as a process just started has it."""
    over = db or world.db
    deliver = Deliverer(over, {}, world.clock, lease=world.shell.lease)
    return Planner(over, world.shell, deliver, Bell(), (Meetings(),), (ComingMeetings(),))


async def plan(world: Hamlet, moment: str = "") -> None:
    """Plan at a moment: "2027-03-18 07:00"; now where none is given."""
    if moment:
        world.clock.set(moment)
    await planner(world).plan(world.clock.ms)
