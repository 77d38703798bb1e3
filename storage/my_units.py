"""Units by name, among those somebody sees or may change."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.name_order import name_order
from rules.person import Role, Unit
from rules.roles import holds
from rules.unit_search import rank_units
from storage.database import Transaction
from storage.scope import UNITS_SEEN
from storage.units import unit_names


@dataclass(frozen=True, slots=True)
class MineAsked:
    """Who asks for at most so many units called so, among those they see or may `change`."""

    person: str
    words: str
    change: bool
    but: tuple[str, ...]
    most: int


async def my_units(
    tx: Transaction, asked: Sequence[MineAsked], *, today: str
) -> list[tuple[Unit, ...]]:
    """Return the units of theirs each may mean who asks, the best first, then by name."""
    named = await unit_names(tx, today=today)
    answers = []
    for one in asked:
        seen = await _seen(tx, one, today=today)
        mine = [n for n in named if n.unit.id in seen and n.unit.id not in one.but]
        among = {n.unit.id: n for n in sorted(mine, key=lambda n: name_order(n.unit.name))}
        names = [(key, unit.names) for key, unit in among.items()]
        ranked = rank_units(one.words, names, limit=one.most) if one.words else list(among)
        answers.append(tuple(among[key].unit for key in ranked[: one.most]))
    return answers


async def _seen(tx: Transaction, asked: MineAsked, *, today: str) -> set[str]:
    found = await tx.rows(
        f"""WITH RECURSIVE {UNITS_SEEN}
            SELECT unit, role FROM below UNION SELECT unit, 'member' FROM sees""",  # noqa: S608 - ours
        {"people": [asked.person], "today": today},
    )
    need: Role = "office" if asked.change else "member"
    return {unit for unit, role in found if holds(role, need)}
