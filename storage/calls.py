"""What came of the calls the office made to units."""

from dataclasses import astuple, dataclass

from storage.database import Transaction

_AGAIN_MS = 600_000  # so soon nobody calls twice and hears the same: it was sent twice


@dataclass(frozen=True, slots=True)
class Call:
    """A call to a unit about a round of a programme; `at` in UTC milliseconds."""

    id: str
    unit: str
    programme: str
    round: int
    words: str
    by_person: str
    at: int


async def note_call(tx: Transaction, call: Call) -> bool:
    """Note a call, earlier ones stay; return False where the same person has just noted it."""
    again = await tx.rows(
        """SELECT 1 FROM calls WHERE unit = :unit AND programme = :programme AND round = :round
           AND words = :words AND by_person = :person AND at > :since""",
        {
            "unit": call.unit,
            "programme": call.programme,
            "round": call.round,
            "words": call.words,
            "person": call.by_person,
            "since": call.at - _AGAIN_MS,
        },
    )
    if again:
        return False
    await tx.run(
        """INSERT INTO calls (id, unit, programme, round, words, by_person, at)
           VALUES :rows""",
        {"rows": [astuple(call)]},
    )
    return True
