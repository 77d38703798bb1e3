"""What an import would do, in one bubble."""

from conversations.import_cells import say_cell
from conversations.importing_words import column_label, say_problem, say_types
from conversations.situation import Translate
from rules.importing.columns import KEYS, Kind
from rules.importing.preview import Change, Preview
from rules.numbers import say_number
from rules.programme import Programme

FEW = 3  # rows and changes that are shown


def say_preview(found: Preview, programme: Programme, _: Translate) -> str:
    """Return the counts, the first rows, the first changes, and what is odd but taken."""
    odd = [say_problem(problem, found.kind, _) for problem in found.problems]
    parts = (
        _("In the table: {counts}.").format(counts=say_counts(found, _)),
        _few(_("First rows:"), [_row(found.kind, row, programme, _) for row in found.first], _),
        _few(_("Changes:"), [_change(found.kind, one, programme, _) for one in found.changes], _),
        _few(_("Please note:"), odd, _),
    )
    return "\n\n".join(part for part in parts if part)


def say_counts(found: Preview, _: Translate) -> str:
    """Return how many there are, of which types, and what becomes of them."""
    counted_in = {
        "units": _("units"),
        "contacts": _("people"),
        "entries": _("registrations"),
        "ratings": _("ratings"),
    }
    counted = found.new + found.changed + found.same
    what = f"{say_number(counted)} {counted_in[found.kind]}"
    types = say_types(found, _)
    text = _("{counted}: new {new}, changed {changed}, the same {same}")
    return text.format(
        counted=f"{what} ({types})" if types else what,
        new=say_number(found.new),
        changed=say_number(found.changed),
        same=say_number(found.same),
    )


def _few(head: str, lines: list[str], _: Translate) -> str:
    if not lines:
        return ""
    shown = [f"• {line}" for line in lines[:FEW]]
    if len(lines) > FEW:
        shown.append(_("… and {count} more.").format(count=say_number(len(lines) - FEW)))
    return "\n".join((head, *shown))


def _row(kind: Kind, cells: tuple[str, ...], programme: Programme, _: Translate) -> str:
    said = [
        (column_label(kind, key, _), say_cell(kind, key, cell, programme=programme, _=_))
        for key, cell in zip(KEYS[kind], cells, strict=False)
    ]
    return "; ".join(f"{label}: {cell}" for label, cell in said if cell)


def _change(kind: Kind, change: Change, programme: Programme, _: Translate) -> str:
    old, new = (
        say_cell(kind, change.column, cell, programme=programme, _=_) or _("(nothing)")
        for cell in (change.old, change.new)
    )
    text = _("{name}, {column}: {old} → {new}")
    column = column_label(kind, change.column, _)
    return text.format(name=change.name, column=column, old=old, new=new)
