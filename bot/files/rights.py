"""Who may have a file: asked when it is made, and again whenever it is handed over."""

from typing import Literal

from bot.shell import Shell
from rules.person import Role
from rules.roles import holds
from storage import memberships, scope
from storage.database import Transaction
from storage.files import File


async def may_have(tx: Transaction, file: File, need: Role | Literal["self"], shell: Shell) -> bool:
    """Return whether the person of a file holds what it needs: over its unit, or anywhere."""
    if need == "self":
        return True
    today = shell.clock.local(shell.clock.now_ms()).date().isoformat()
    if unit := str(file.about.get("unit", "")):
        (role,) = await scope.roles_over(tx, [(file.person, unit)], today=today)
        return holds(role, need)
    places = await memberships.of_people(tx, [file.person], today=today)
    return any(hat.confirmed and holds(hat.role, need) for hat in places.get(file.person, ()))
