"""Models launched from above: which the office opened, who was told, who says they know."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Launch:
    """A launch as somebody of the office makes it; `day` is local (ISO), `at` UTC milliseconds.

    unit  the office's, "" where it was made before that was kept
    """

    id: str
    programme: str
    model: str
    day: str
    by_person: str
    at: int
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Announced:
    """Somebody told of a launch as the contact of a unit, at a time in UTC milliseconds."""

    launch: str
    person: str
    unit: str
    at: int


_COLUMNS = "id, programme, model, day, by_person, at, unit"


async def opened(tx: Transaction) -> frozenset[tuple[str, str]]:
    """Return the models that were launched: the codes of the programme and of the model."""
    found = await tx.rows("SELECT programme, model FROM launches")
    return frozenset((programme, model) for programme, model in found)


async def launch(tx: Transaction, new: Launch) -> bool:
    """Keep a launch; return False where the model was launched before."""
    made = await tx.rows(
        """INSERT INTO launches (id, programme, model, day, by_person, at, unit) VALUES :rows
           ON CONFLICT (programme, model) DO NOTHING RETURNING id""",
        {"rows": [(new.id, new.programme, new.model, new.day, new.by_person, new.at, new.unit)]},
    )
    return bool(made)


async def launch_of(tx: Transaction, programme: str, model: str) -> Launch | None:
    """Return the launch of a model, None where there was none."""
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM launches WHERE programme = :programme AND model = :model",  # noqa: S608 - our own columns
        {"programme": programme, "model": model},
    )
    return Launch(*found[0]) if found else None


async def by_id(tx: Transaction, launch_: str) -> Launch | None:
    """Return a launch, None for no such."""
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM launches WHERE id = :id",  # noqa: S608 - our own columns
        {"id": launch_},
    )
    return Launch(*found[0]) if found else None


async def since(tx: Transaction, at: int) -> list[Launch]:
    """Return the launches since a moment (UTC milliseconds) of which the office is known."""
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM launches WHERE at > :at AND unit <> '' ORDER BY at, id",  # noqa: S608 - our own columns
        {"at": at},
    )
    return [Launch(*row) for row in found]


async def announce(tx: Transaction, told: Sequence[Announced]) -> None:
    """Keep who was told of a launch."""
    await tx.run(
        "INSERT INTO announced (launch, person, unit, at, read_at) VALUES :rows",
        {"rows": [(one.launch, one.person, one.unit, one.at, 0) for one in told]},
    )


async def read_by(tx: Transaction, launch_: str, person: str, *, at: int) -> bool:
    """Note that somebody has read of a launch; return False where they had, or were not told."""
    await tx.run(
        """INSERT INTO announced (launch, person, unit, at, read_at)
           SELECT :launch, person, unit, at, 0 FROM occurrences
           WHERE rule = 'launch:' || :launch AND person = :person AND reason = ''
           ON CONFLICT DO NOTHING""",
        {"launch": launch_, "person": person},
    )
    noted = await tx.rows(
        """UPDATE announced SET read_at = :at
           WHERE launch = :launch AND person = :person AND read_at = 0 RETURNING launch""",
        {"launch": launch_, "person": person, "at": at},
    )
    return bool(noted)


async def told_of(tx: Transaction, launch_: str, person: str) -> Launch | None:
    """Return a launch somebody was told of, None where they were not."""
    found = await tx.rows(
        f"""SELECT {_COLUMNS} FROM launches
            WHERE id = :launch AND (
                EXISTS (SELECT 1 FROM announced WHERE launch = :launch AND person = :person)
                OR EXISTS (SELECT 1 FROM occurrences WHERE rule = 'launch:' || :launch
                           AND person = :person AND reason = ''))""",  # noqa: S608 - our own columns
        {"launch": launch_, "person": person},
    )
    return Launch(*found[0]) if found else None
