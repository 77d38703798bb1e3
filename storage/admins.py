"""The people who may do everything: there is always one."""

from storage.database import Transaction

_ADMINS = """SELECT DISTINCT person FROM memberships
    WHERE role = 'admin' AND state = 'confirmed' AND to_day = ''"""


async def is_last_admin(tx: Transaction, person: str) -> bool:
    """Return whether this person is an admin and nobody else is. Others who ask so wait.

    Whoever is one only until a day that is settled already does not count.
    """
    await tx.rows(
        """SELECT id FROM memberships
           WHERE role = 'admin' AND state = 'confirmed' AND to_day = '' ORDER BY id FOR UPDATE"""
    )
    return [key for (key,) in await tx.rows(_ADMINS)] == [person]


async def has_admin(tx: Transaction) -> bool:
    """Return whether there is an admin at all."""
    return bool(await tx.rows(_ADMINS))
