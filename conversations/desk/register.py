"""The words of the desk's register: every entry of a round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.moments import say_clock, short_day
from conversations.situation import Translate
from conversations.states import say_state
from rules.entry import State
from rules.fold import fold
from rules.programme import Programme
from rules.table_requests import RegisterLine

ORDER: Sequence[State] = (
    "sent", "confirmed", "returned", "accepted", "recognised", "withdrawn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry in the register; `folded` is what filters look into."""

    line: RegisterLine
    field: str
    kind: str
    state_word: str
    at: str
    original: str
    folded: str


def register_words(_: Translate) -> Mapping[str, str]:
    """Return the words of the register and of what stands around it, by key."""
    return {
        "title": _("Register of entries"),
        "filter_hint": _("Number, name, unit…"),
        "field": _("Field"),
        "kind": _("Kind"),
        "any_field": _("All fields"),
        "any_kind": _("All kinds"),
        "shown": _("entries shown"),
        "nothing": _("No entry is so. Please show all again."),
        "tick": _("The signed paper of number {number} came in"),
        "unclear": _("sender not clear"),
        "pages": _("Pages"),
    }


def entry_columns(_: Translate) -> Sequence[tuple[str, str]]:
    """Return the columns: name in addresses and heading."""
    return (
        ("so", _("Entry number")),
        ("ten", _("Name of the entry")),
        ("don-vi", _("Unit")),
        ("linh-vuc", _("Field")),
        ("loai", _("Kind")),
        ("nhan", _("Received")),
        ("giay", _("Signed paper")),
        ("trang-thai", _("State")),
    )


def register_title(programme: Programme, year: int, _: Translate) -> str:
    """Return what the register is of."""
    return _("{programme}: register {year}").format(programme=programme.title, year=year)


def entry_rows(lines: Sequence[RegisterLine], programme: Programme, _: Translate) -> list[EntryRow]:
    """Return the entries as rows, in their order."""
    fields = {field.code: field.short or field.label for field in programme.fields}
    kinds = {kind.code: kind.label for kind in programme.kinds}
    return [_row(line, fields, kinds, _) for line in lines]


def _row(
    line: RegisterLine, fields: Mapping[str, str], kinds: Mapping[str, str], _: Translate
) -> EntryRow:
    field, kind = fields.get(line.field, line.field), kinds.get(line.kind, line.kind)
    state = say_state(line.state, _)
    at = _("{clock}, {day}").format(clock=say_clock(line.at, _), day=short_day(line.at.date()))
    return EntryRow(
        line,
        field,
        kind,
        state,
        at,
        short_day(line.original) if line.original else "",
        fold(f"{line.number} {line.name} {line.unit.name} {line.person} {field} {kind} {state}"),
    )
