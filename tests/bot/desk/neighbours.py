"""Others of offices: Loan beside Hạnh, and Mai whose office has nothing to do with theirs."""

from storage import memberships, people, units
from storage.chats import Chat
from storage.memberships import Joining
from storage.people import Newcomer
from storage.units import NewUnit
from tests.bot.ordering import found
from tests.bot.scene import reach, web
from tests.hamlet import LONG_AGO, Hamlet

LOAN, MAI = web("w-loan"), web("w-mai")


async def let_loan_be_there(world: Hamlet) -> None:
    """Let a second one be of Hạnh's office."""
    await _staff(world, "loan", "Vũ Thị Loan", "khoi", LOAN)


async def let_mai_be_there(world: Hamlet) -> None:
    """Let another office be there, and Mai in it."""
    async with world.db.writing() as tx:
        await units.add_units(tx, [NewUnit("tinh", "Đảng ủy tỉnh bên", LONG_AGO, 1, "dang_bo")])
    await _staff(world, "mai", "Đỗ Thị Mai", "tinh", MAI)


async def _staff(world: Hamlet, key: str, name: str, unit: str, chat: Chat) -> None:
    async with world.db.writing() as tx:
        await people.greet(tx, [Newcomer(web(f"{key}-1"), f"a-{key}", key)], at=1, language="vi")
        await people.name_person(tx, key, name=name)
        joining = Joining(f"m-{key}", key, unit, LONG_AGO, "Chuyên viên", "office", confirmed=True)
        await memberships.join(tx, [joining])
    await reach(world, key, chat)


async def stands(world: Hamlet, entry: str) -> tuple[str, int, str]:
    """Return state, version and address of an entry."""
    sql = "SELECT state, version, address FROM entries WHERE id = :entry"
    ((state, version, address),) = await found(world.db, sql, entry=entry)
    return state, version, address
