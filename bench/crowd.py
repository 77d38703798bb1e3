"""Thousands of contacts with chats on Telegram, an office, and a few who talk meanwhile."""

from collections.abc import Sequence

from storage.contacts import Contact, add_contacts
from storage.database import Database, Transaction
from storage.memberships import Joining, join
from storage.units import NewUnit, add_units
from tests.fakes.telegram import FakeTelegram, Person

LONG_AGO = "2020-01-01"
HANH = "hanh"
AT_ONCE = 500


async def settle(
    db: Database, telegram: FakeTelegram, crowd: Sequence[Person], talkers: Sequence[Person]
) -> Person:
    """Let everybody of the crowd be the contact of a unit; return Hạnh of the office above them."""
    hanh = telegram.person("Hạnh")
    async with db.writing() as tx:
        await add_units(tx, [NewUnit("khoi", "Đảng ủy Khối", LONG_AGO, 1, "dang_bo")])
        await _come(tx, telegram, [("khoi", HANH, hanh, "office")])
    for start in range(0, len(crowd), AT_ONCE):
        some = list(enumerate(crowd[start : start + AT_ONCE], start))
        async with db.writing() as tx:
            rows = [
                NewUnit(f"u{n}", f"Chi bộ {n}", LONG_AGO, 1, "chi_bo", parent="khoi")
                for n, _ in some
            ]
            await add_units(tx, rows)
            await _come(tx, telegram, [(f"u{n}", f"p{n}", one, "officer") for n, one in some])
    async with db.writing() as tx:
        people = [(f"u{n}", f"t{n}", one, "member") for n, one in enumerate(talkers)]
        await _come(tx, telegram, people)
    return hanh


async def _come(
    tx: Transaction, telegram: FakeTelegram, people: Sequence[tuple[str, str, Person, str]]
) -> None:
    """Let people belong to units, have a chat, and have agreed."""
    bot = telegram.token.partition(":")[0]
    await add_contacts(tx, [Contact(key, f"Giàng A {key}", "", 1) for _, key, _, _ in people])
    await join(tx, [
        Joining(f"m-{key}", key, unit, LONG_AGO, "", role, confirmed=True)  # type: ignore[arg-type] # a role
        for unit, key, _, role in people
    ])  # fmt: skip
    await tx.run(
        """INSERT INTO addresses (id, channel, bot, chat, person, state, seen_at, created_at)
           VALUES :rows""",
        {"rows": [
            (f"a-{key}", "telegram", bot, str(one.id), key, "open", 1, 1)
            for _, key, one, _ in people
        ]},
    )  # fmt: skip
    await tx.run(
        """INSERT INTO consents (id, person, answer, version, wording, channel, at)
           VALUES :rows""",
        {"rows": [
            (f"c-{key}", key, "given", "1", "wording", "telegram", 1) for _, key, _, _ in people
        ]},
    )  # fmt: skip
    for _, _, one, _ in people:
        one.chat.known = True
