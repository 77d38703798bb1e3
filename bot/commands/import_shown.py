"""How `import` shows on a terminal what it found, would do and did."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Column, Table

from bot.terminal import say
from conversations.importing_words import column_label, say_types, say_why
from rules.importing.columns import KEYS, NOWHERE
from rules.importing.letters import column_letter
from rules.importing.preview import Preview
from rules.numbers import say_number

_MOST = 50  # changes and problems shown; whoever has more mends those first
_LONGEST = 60


def show_preview(found: Preview) -> None:
    """Print the columns, the first rows, the counts, the changes and the problems."""
    _show_columns(found)
    if found.first:
        held = [n for n, _ in enumerate(KEYS[found.kind]) if any(row[n] for row in found.first)]
        heads = [column_label(found.kind, KEYS[found.kind][n], str) for n in held]
        _table(heads, ([row[n] for n in held] for row in found.first))
    if found.rows:
        types = say_types(found, str)
        say(f"{say_number(found.rows)} rows: {types}" if types else f"{found.rows} rows")
        say(f"{_counted(found)}; {say_number(found.untouched)} more are there and not in the file")
    changes = [
        (str(c.row), c.name, column_label(found.kind, c.column, str), c.old, c.new)
        for c in found.changes
    ]
    _table(("Row", "Of", "What", "Until now", "From now on"), changes)
    problems = [
        (str(p.row or ""), _title(found, p.heading, p.column), p.value, say_why(p, found.kind, str))
        for p in sorted(found.problems, key=lambda p: not p.stops)
    ]
    _table(("Row", "Column", "As it stands", "What is wrong"), problems)


def show_conversion(sample: tuple[str, str], encoding: str) -> None:
    """Print what a cell becomes when it is converted."""
    say(f"The Vietnamese in this file is of an old font ({encoding.upper()}).")
    say(f"  {_cut(sample[0])}")
    say(f"  {_cut(sample[1])}")


def show_done(done: Preview) -> None:
    """Print what was written."""
    say(f"Imported: {_counted(done)}.", mark="✓", style="green")


def _counted(found: Preview) -> str:
    new, changed, same = map(say_number, (found.new, found.changed, found.same))
    return f"new {new}, changed {changed}, the same {same}"


def _show_columns(found: Preview) -> None:
    columns = found.columns
    rows = []
    for key in KEYS[found.kind]:
        place = columns.place(key)
        where = "-" if place == NOWHERE else column_letter(place)
        several = dict(columns.doubtful).get(key, ())
        if key == "year" and place == NOWHERE and columns.year:
            where = f"the title: {columns.year}"
        if several:
            where = " or ".join(map(column_letter, several)) + f"? Say --column {key}=..."
        rows.append((key, column_label(found.kind, key, str), where, columns.title(key)))
    _table(("Name", "Holds", "Column", "Heading"), rows)


def _title(found: Preview, heading: str, column: str) -> str:
    return heading or (column_label(found.kind, column, str) if column else "")


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    given = list(rows)
    if not given:
        return
    table = Table(*(Column(head, overflow="fold") for head in heads), box=None)
    for row in given[:_MOST]:
        table.add_row(*map(_cut, row))
    Console().print(table, markup=False)
    if len(given) > _MOST:
        say(f"... and {say_number(len(given) - _MOST)} more")


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
