"""Who is invited to meetings, and what they replied."""

from collections.abc import Sequence

from rules.meeting import Invited, Meeting, Reply
from storage.database import Transaction
from storage.reachable import OPEN

# Whoever belongs to the unit for certain, once; whoever runs it before the others.
_PEOPLE = f"""
SELECT m.unit, p.id, p.name, p.phone, m.position, m.role,
       CASE WHEN EXISTS (SELECT 1 FROM addresses a WHERE a.person = p.id AND {OPEN})
             AND (SELECT c.answer FROM consents c WHERE c.person = p.id
                  ORDER BY c.at DESC, c.id DESC LIMIT 1) = 'given' THEN 1 ELSE 0 END
FROM memberships m JOIN people p ON p.id = m.person AND p.erased_at = 0
WHERE m.unit IN :units AND m.state = 'confirmed'
  AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
ORDER BY CASE m.role WHEN 'member' THEN 1 ELSE 0 END, p.sort_key, m.from_day, m.id"""  # noqa: S608 - all of it is written here
_REPLIES = """
SELECT meeting, person, revision, answer, reason, by_person, at FROM replies
WHERE meeting IN :meetings"""


async def invited_to(
    tx: Transaction, meetings: Sequence[Meeting], *, today: str
) -> dict[str, tuple[Invited, ...]]:
    """Return for whom each meeting is, with what they replied to it as it stands now.

    With the reasons: whoever is shown them has been looked at before.
    """
    people = await _people(tx, sorted({one.unit.id for one in meetings}), today=today)
    said = await _replies(tx, [one.id for one in meetings])
    return {
        one.id: tuple(
            _with_reply(guest, said.get((one.id, guest.person)), one.revision)
            for guest in people.get(one.unit.id, {}).values()
            if guest.runs or one.kind != "committee"
        )
        for one in meetings
    }


async def people_of(tx: Transaction, unit: str, *, today: str) -> tuple[Invited, ...]:
    """Return who would be invited to a meeting of a unit that is for everybody."""
    people = await _people(tx, [unit], today=today)
    return tuple(people.get(unit, {}).values())


async def reply(tx: Transaction, new: Reply) -> None:
    """Keep what somebody replies, in place of what they replied before."""
    await _keep(tx, [new], where="1 = 1")


async def note(tx: Transaction, said: Sequence[Reply]) -> list[str]:
    """Keep what people told somebody on the phone; return for whom: who replied has the say."""
    return await _keep(tx, said, where="replies.revision < excluded.revision")


async def _keep(tx: Transaction, said: Sequence[Reply], *, where: str) -> list[str]:
    kept = await tx.rows(
        f"""INSERT INTO replies (meeting, person, revision, answer, reason, by_person, at)
            VALUES :rows ON CONFLICT (meeting, person) DO UPDATE SET
                revision = excluded.revision, answer = excluded.answer,
                reason = excluded.reason, by_person = excluded.by_person, at = excluded.at
            WHERE {where} RETURNING person""",  # noqa: S608 - one of the two above
        {
            "rows": [
                (
                    one.meeting,
                    one.person,
                    one.revision,
                    one.answer,
                    one.reason,
                    one.by_person,
                    one.at,
                )
                for one in said
            ]
        },
    )
    return [person for (person,) in kept]


async def _people(
    tx: Transaction, units: Sequence[str], *, today: str
) -> dict[str, dict[str, Invited]]:
    people: dict[str, dict[str, Invited]] = {}
    for unit, person, name, phone, position, role, reached in await tx.rows(
        _PEOPLE, {"units": units, "today": today}
    ):
        one = Invited(person, name, phone, position, role != "member", bool(reached))
        people.setdefault(unit, {}).setdefault(person, one)
    return people


async def _replies(tx: Transaction, meetings: Sequence[str]) -> dict[tuple[str, str], Reply]:
    found = await tx.rows(_REPLIES, {"meetings": meetings})
    return {(row[0], row[1]): Reply(*row) for row in found}


def _with_reply(guest: Invited, said: Reply | None, revision: int) -> Invited:
    if said is None or said.revision != revision:
        return guest
    return Invited(
        guest.person, guest.name, guest.phone, guest.position, guest.runs, guest.reached,
        said.answer, said.reason,
    )  # fmt: skip
