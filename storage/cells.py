"""Units that keep their meetings here, with what is on their calendar."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from rules.meeting_patterns import pattern_of
from rules.months import month_of
from rules.person import Unit
from rules.secretary_duties import Cell, OnCalendar
from storage.database import Transaction
from storage.duties_said import said_of

LATELY = dt.timedelta(days=100)  # a quarter and some days
_OF_A_CELL = "kind IN ('regular', 'thematic')"
_ONLY = "AND unit IN :units"


async def cells(tx: Transaction, *, today: dt.date, units: Sequence[str] = ()) -> list[Cell]:
    """Return units, or all, with a series that goes on or a meeting of lately or to come."""
    day, since = today.isoformat(), (today - LATELY).isoformat()
    only, params = (_ONLY, {"units": units}) if units else ("", {})
    meetings = await tx.rows(
        f"""SELECT unit, id, kind, day, month FROM meetings
            WHERE {_OF_A_CELL} AND state = 'planned' AND day >= :since {only}
            ORDER BY day, id""",  # noqa: S608 - all of it is written here
        {**params, "since": since},
    )
    series = await tx.rows(
        f"""SELECT unit, kind, pattern FROM meeting_series
            WHERE {_OF_A_CELL} AND to_day = '' {only} ORDER BY id""",  # noqa: S608 - the same
        params,
    )
    on, coming = defaultdict(list), defaultdict(list)
    for unit, key, kind, held, month in meetings:
        when = dt.date.fromisoformat(held)
        on[unit].append(OnCalendar(key, kind, when, month or month_of(when)))
    for unit, kind, pattern in series:
        coming[unit].append((kind, pattern_of(pattern)))
    found = await tx.rows(
        """SELECT u.id, n.name, u.type, u.place FROM units u JOIN unit_names n ON n.unit = u.id
           WHERE u.id IN :units AND u.state = 'known'
             AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day) ORDER BY u.id""",
        {"units": sorted({*on, *coming}), "today": day},
    )
    said = await said_of(tx, [row[0] for row in found])
    return [
        Cell(Unit(*row), tuple(on[row[0]]), tuple(coming[row[0]]), said.get(row[0], {}))
        for row in found
    ]
