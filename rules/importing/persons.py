"""Which rows of a list of contacts are one person: the same phone, or name in the same unit."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rules.importing.contact_rows import ContactRow
from rules.importing.noting import Noting
from rules.importing.plain import plain


@dataclass(slots=True)
class Group:
    """One person of the table: their rows, each with the id of its unit."""

    rows: list[tuple[ContactRow, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name as the first row has it."""
        return self.rows[0][0].name

    @property
    def phone(self) -> str:
        """The phone of the first row that has one."""
        return next((row.phone for row, _ in self.rows if row.phone), "")

    @property
    def chats(self) -> tuple[str, ...]:
        """The Telegram ids of the rows, each once."""
        return tuple(dict.fromkeys(row.telegram for row, _ in self.rows if row.telegram))

    @property
    def units(self) -> tuple[str, ...]:
        """The units of the rows, each once."""
        return tuple(dict.fromkeys(unit for _, unit in self.rows if unit))

    def doubled(self, row: ContactRow, unit: str) -> ContactRow | None:
        """Return the row that says of that unit what this one says again; None if it is new."""
        place = (unit, plain(row.position))
        same = (one for one, of in self.rows if unit and (of, plain(one.position)) == place)
        return next(same, None)


def group(rows: Sequence[tuple[ContactRow, str]], noting: Noting) -> list[Group]:
    """Return the people of the rows (each with its unit's id or ""); what cannot be is noted.

    Two phones are two people, even with one name in one unit.
    """
    groups: list[Group] = []
    by_phone: dict[str, Group] = {}
    by_name: dict[tuple[str, str], Group] = {}
    for row, unit in rows:
        named = by_name.get((unit, plain(row.name))) if unit else None
        if named and row.phone and named.phone not in ("", row.phone):
            named = None
        mine = (by_phone.get(row.phone) if row.phone else None) or named
        if mine and plain(mine.name) != plain(row.name):
            noting.wrong(row, "phone", "phone-twice", row.phone, other=mine.rows[0][0].row)
        if mine is None:
            mine = Group()
            groups.append(mine)
        if same := mine.doubled(row, unit):
            noting.wrong(row, "name", "twice", row.name, other=same.row)
        mine.rows.append((row, unit))
        by_name.setdefault((unit, plain(row.name)), mine)
        if row.phone:
            by_phone.setdefault(row.phone, mine)
    _check_chats(groups, noting)
    return groups


def _check_chats(groups: Sequence[Group], noting: Noting) -> None:
    first: dict[str, Group] = {}
    for each in groups:
        for row, _ in each.rows:
            other = first.setdefault(row.telegram, each)
            if row.telegram and other is not each:
                noting.wrong(
                    row, "telegram", "telegram-twice", row.telegram, other=other.rows[0][0].row
                )
