"""The second sheet of the office's workbook: every entry of the table, under the unit it is of."""

from collections.abc import Mapping

from conversations.boxes import say_box
from conversations.moments import short_day
from conversations.papers import figures
from conversations.situation import Translate
from conversations.states import say_state
from rules.ledger import Column, Group, Ledger, LedgerCell
from rules.programme import Programme
from rules.register_row import RegisterRow
from rules.summary import EntryNow, Summary

MARK = "X"
LEVEL, RESULT = "level", "result"  # keys of boxes a programme may have


def entries_ledger(
    summary: Summary, programme: Programme, rows: Mapping[str, RegisterRow], _: Translate
) -> Ledger:
    """Return the sheet; `rows` are the words of the entries, by id."""
    sheet = _Sheet(summary, programme, rows, _)
    return Ledger(
        name=_("List"),
        titles=(
            _("SUMMARY TABLE OF MODELS AND EXEMPLARS “DÂN VẬN KHÉO” {year}").format(
                year=summary.year
            ),
            summary.office.name,
            figures.as_of(summary, _),
        ),
        columns=sheet.columns(),
        groups=sheet.groups(),
        footer=_("Page {page}/{pages}"),
        total=_("TOTAL"),
    )


class _Sheet:
    def __init__(
        self,
        summary: Summary,
        programme: Programme,
        rows: Mapping[str, RegisterRow],
        _: Translate,
    ) -> None:
        self.summary, self.programme, self.rows, self._ = summary, programme, rows, _
        self.fields = tuple(summary.by_field()) if programme.fields else ()
        self.level = any(box.key == LEVEL for box in programme.boxes)
        self.origins = {
            "new": _("Newly registered"),
            "replicate": _("Replicated"),
            "maintain": _("Kept up"),
        }
        if summary.of_origin("adopt"):
            self.origins["adopt"] = _("Taken up from above")

    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        _ = self._
        labels = {field.code: field.short or field.label for field in self.programme.fields}
        field, kind, origin = _("Field"), _("Form"), _("Way of registering")
        heads = [(field, labels.get(code, code) or _("Other field")) for code in self.fields]
        heads += [(kind, _("Collective")), (kind, _("Individual"))]
        heads += [(origin, words) for words in self.origins.values()]
        return (
            Column(_("No."), 5),
            Column(_("Name of the model, exemplar"), 28),
            Column(_("Unit (individual) that does it"), 24),
            Column(_("Address"), 17),
            *(Column(head, 8, group, total="marks") for group, head in heads),
            *([Column(_("Level"), 12)] if self.level else []),
            Column(_("Main content"), 38),
            Column(_("Result"), 14),
            Column(_("Notes"), 22),
        )

    def groups(self) -> tuple[Group, ...]:
        """Return the entries by unit, the units in the order of the table, each entry once."""
        found: dict[str, list[EntryNow]] = {line.now.unit.id: [] for line in self.summary.lines}
        for entry in sorted(self.summary.entries, key=lambda entry: self._told(entry).number):
            found.setdefault(next(iter(entry.units), ""), []).append(entry)
        names = {line.now.unit.id: line.now.unit.name for line in self.summary.lines}
        groups, number = [], 0
        for unit, entries in found.items():
            rows = [self._row(entry) for entry in entries]
            numbered = tuple((number + n, *row) for n, row in enumerate(rows, 1))
            number += len(rows)
            if rows:
                name = names.get(unit) or self._told(entries[0]).unit
                groups.append(Group(f"{name}: {len(rows)}", numbered))
        return tuple(groups)

    def _told(self, entry: EntryNow) -> RegisterRow:
        nothing = RegisterRow(name=self._("(no longer in the register)"))
        return self.rows.get(entry.id, nothing)

    def _row(self, entry: EntryNow) -> tuple[LedgerCell, ...]:
        told = self._told(entry)
        marks = [entry.field == code for code in self.fields]
        marks += [not entry.individual, entry.individual]
        marks += [entry.origin == origin for origin in self.origins]
        return (
            told.name,
            f"{told.person}, {told.unit}" if told.person else told.unit,
            told.address,
            *(MARK if mark else "" for mark in marks),
            *([self._box(told, LEVEL)] if self.level else []),
            told.content,
            self._box(told, RESULT),
            "; ".join(self._notes(entry, told)),
        )

    def _box(self, told: RegisterRow, key: str) -> str:
        boxes = (box for box in self.programme.boxes if box.key == key)
        return next((say_box(box, told.more.get(key, "")) for box in boxes), "")

    def _notes(self, entry: EntryNow, told: RegisterRow) -> list[str]:
        _ = self._
        notes = [told.code, say_state(entry.state, _)] if told.code else []
        if entry.original:
            notes.append(_("signed original received"))
        if told.paper_day:
            notes.append(_("typed in from the form of {day}").format(day=short_day(told.paper_day)))
        if not told.on_time:
            notes.append(_("sent after the deadline"))
        if told.source_words:
            notes.append(_("from: {source}").format(source=told.source_words))
        return notes
