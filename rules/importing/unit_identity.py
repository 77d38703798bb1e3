"""Which rows are units the register knows, and under which unit each stands."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence

from rules.importing.directory import Directory, Entered
from rules.importing.known import Known, KnownUnit
from rules.importing.plain import plain
from rules.importing.unit_rows import UnitRow
from rules.refused import Refused

_MOST_ALIKE = 20  # rows of one name that may be meant by a parent's cell; more are no telling


class Identities:
    """The id of each row's unit and of the one above it; a new unit gets a fresh id.

    A row waits until the rows its parent may be are known. Those that wait for each other stand in
    a circle. `refused` holds why a row has no identity, by its place among the rows.
    """

    def __init__(self, rows: Sequence[UnitRow], known: Known, new_id: Callable[[], str]) -> None:
        self.ids: dict[int, str] = {}
        self.parents: dict[int, str] = {}
        self.refused: dict[int, Refused] = {}
        self.known = {unit.id: unit for unit in known.units}
        self._rows, self._under, self._new_id = rows, known.under, new_id
        self._by_key = {unit.key: unit.id for unit in known.units if unit.key}
        self._by_name: dict[str, list[KnownUnit]] = defaultdict(list)
        for unit in known.units:
            self._by_name[plain(unit.name)].append(unit)
        self._directory = Directory(_entered(known.units))
        self._fresh: dict[tuple[str, str], str] = {}
        self._rows_by_name = _rows_by_name(rows)
        self._settle()

    def _settle(self) -> None:
        waiting = {n: set(self._meant_rows(n)) for n, _ in enumerate(self._rows)}
        waited: dict[int, list[int]] = defaultdict(list)
        for n, others in waiting.items():
            for other in others:
                waited[other].append(n)
        ready = deque(n for n, others in waiting.items() if not others)
        while ready:
            n = ready.popleft()
            self._identify(n)
            for other in waited[n]:
                waiting[other].discard(n)
                if not waiting[other]:
                    ready.append(other)
        for n in waiting:
            if n not in self.ids and n not in self.refused:
                self.refused[n] = Refused("parent-circle")

    def _meant_rows(self, n: int) -> list[int]:
        said = self._rows[n].parent
        alike = [other for other in self._rows_by_name.get(plain(said), ()) if other != n]
        keyed = [other for other in alike if self._rows[other].key == said]
        return (keyed or alike)[: _MOST_ALIKE + 1] if said else []

    def _identify(self, n: int) -> None:
        row = self._rows[n]
        try:
            parent = self._parent(n) if row.parent else ""
            self.ids[n] = self._identity(row, parent)
            known = self.known.get(self.ids[n])
            self.parents[n] = parent or (known.parent if known else self._under)
        except Refused as refused:
            self.refused[n] = refused

    def _parent(self, n: int) -> str:
        said, rows = self._rows[n].parent, self._meant_rows(n)
        if said in self._by_key:
            return self._by_key[said]
        found = {self.ids[other] for other in rows if other in self.ids}
        if not rows or self._named_exactly(said, rows):
            found |= set(self._directory.find(said))
        if len(rows) > _MOST_ALIKE or len(found) > 1:
            raise Refused("parent-several", like=said)
        if not found:
            raise self._no_parent(n)
        return found.pop()

    def _no_parent(self, n: int) -> Refused:
        said, row = self._rows[n].parent, self._rows[n]
        if self._meant_rows(n):  # the row that is meant cannot be taken itself, and says so
            return Refused("parent-wrong")
        if plain(said) in (plain(row.name), plain(row.key)):
            return Refused("parent-circle")
        return Refused("parent-unknown", like=self._directory.like(said))

    def _named_exactly(self, said: str, rows: Sequence[int]) -> bool:
        """Return whether the rows are meant by a name; a key of the table says which row it is."""
        return all(self._rows[other].key != said for other in rows)

    def _identity(self, row: UnitRow, parent: str) -> str:
        if row.key in self._by_key:
            return self._by_key[row.key]
        alike = [
            unit
            for unit in self._by_name.get(plain(row.name), ())
            if not (row.key and unit.key) and parent in ("", unit.parent)
        ]
        if len(alike) > 1 and not parent:
            alike = [unit for unit in alike if unit.parent == self._under]
        if len(alike) > 1:
            raise Refused("unit-several", like=row.name)
        if alike:
            return alike[0].id
        place = (f"key {row.key}", "") if row.key else (parent or self._under, plain(row.name))
        if place not in self._fresh:
            self._fresh[place] = self._new_id()
        return self._fresh[place]


def _entered(units: Sequence[KnownUnit]) -> Iterator[Entered]:
    for unit in units:
        yield Entered(unit.id, unit.name)
        yield Entered(unit.id, unit.short)


def _rows_by_name(rows: Sequence[UnitRow]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        for name in {plain(row.name), plain(row.short), plain(row.key)} - {""}:
            if len(found[name]) <= _MOST_ALIKE + 1:  # one of them may be the row that asks
                found[name].append(n)
    return found
