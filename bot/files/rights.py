"""Who may have a file: asked when it is made, and again whenever it is handed over."""

from typing import Literal

from bot.shell import Shell
from rules.permissions import permits
from rules.person import Role
from rules.roles import holds
from rules.subjects import Subject
from storage import memberships, scope
from storage.database import Transaction
from storage.files import File
from storage.footing import footings


async def may_have(
    tx: Transaction, file: File, need: Role | Literal["self", "reader"], shell: Shell
) -> bool:
    """Return whether the person of a file holds what it needs: over its unit, or anywhere.

    A "reader" has to see the entry or the meeting it is of.
    """
    if need == "self":
        return True
    today = shell.clock.local(shell.clock.now_ms()).date().isoformat()
    if need == "reader":
        about = _about(file)
        (footing,) = await footings(tx, [(file.person, about)], today=today)
        return permits(need, footing)
    if unit := str(file.about.get("unit", "")):
        (role,) = await scope.roles_over(tx, [(file.person, unit)], today=today)
        return holds(role, need)
    places = await memberships.of_people(tx, [file.person], today=today)
    return any(hat.confirmed and holds(hat.role, need) for hat in places.get(file.person, ()))


def _about(file: File) -> Subject:
    if meeting := str(file.about.get("meeting", "")):
        return Subject("meeting", meeting)
    entry = file.about["entry"]
    return Subject("entry", entry) if entry else Subject()
