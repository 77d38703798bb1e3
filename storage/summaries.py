"""An office's tables as they were at a moment, so that text, picture and files say the same."""

import datetime as dt
from dataclasses import replace

from rules.summary import Summary
from rules.summary_kept import pack, unpack
from storage.database import Transaction

MOST = 10  # tables of one person; older ones go


async def keep_summary(tx: Transaction, id_: str, summary: Summary, *, person: str) -> None:
    """Keep a table under an id for somebody, and of theirs only the newest."""
    await tx.run(
        """INSERT INTO summaries (id, person, unit, programme, round, at, content)
           VALUES (:id, :person, :unit, :programme, :round, :at, :content)""",
        {
            "id": id_,
            "person": person,
            "unit": summary.office.id,
            "programme": summary.programme,
            "round": summary.year,
            "at": round(summary.at.timestamp() * 1000),
            "content": pack(summary),
        },
    )
    await tx.run(
        """DELETE FROM summaries WHERE person = :person AND id NOT IN (
               SELECT id FROM summaries WHERE person = :person ORDER BY id DESC LIMIT :most)""",
        {"person": person, "most": MOST},
    )


async def kept_summary(tx: Transaction, id_: str, *, zone: dt.tzinfo) -> Summary | None:
    """Return the table kept under an id, its moment local, or None where it is no more."""
    found = await tx.rows("SELECT at, content FROM summaries WHERE id = :id", {"id": id_})
    if not found:
        return None
    at, content = found[0]
    summary = unpack(content, at=dt.datetime.fromtimestamp(at / 1000, zone))
    staff = sorted({line.now.staff for line in summary.lines})
    rows = await tx.rows("SELECT id, name FROM people WHERE id IN :staff", {"staff": staff})
    names: dict[str, str] = dict(rows)
    lines = tuple(
        replace(line, now=replace(line.now, staff_name=names.get(line.now.staff, "")))
        for line in summary.lines
    )
    return replace(summary, lines=lines)
