"""The first sheet of the office's workbook: the figures of its table, then each unit."""

from collections import Counter

from conversations.papers import figures
from conversations.papers.figures import say_line_state
from conversations.situation import Translate
from rules.ledger import Column, Group, Ledger, LedgerCell
from rules.programme import Programme
from rules.summary import Line, Summary


def units_ledger(summary: Summary, programme: Programme, _: Translate) -> Ledger:
    """Return the sheet; where registers overlap its totals count everything once, and say so."""
    lines = summary.lines
    paper = Counter(unit for entry in summary.entries if entry.original for unit in entry.units)
    recognised = sum(entry.model and entry.state == "recognised" for entry in summary.entries)
    known = (
        _known(sum(line.registered for line in lines), len(summary.entries)),
        _known(sum(line.recognised for line in lines), recognised),
        _known(
            sum(paper[line.now.unit.id] for line in lines),
            sum(entry.original for entry in summary.entries),
        ),
    )
    notes = figures.footnotes(summary, programme, _)
    if known != (None, None, None):
        notes += (_("What is in several registers, or in none above, counts once in the total."),)
    rows = tuple(
        _row(number, line, summary, programme, paper[line.now.unit.id], _)
        for number, line in enumerate(lines, 1)
    )
    return Ledger(
        name=_("Totals"),
        titles=(figures.heading(summary, _), summary.office.name, figures.as_of(summary, _)),
        columns=_columns(known, _),
        groups=(Group("", rows),),
        footer=_("Page {page}/{pages}"),
        total=_("TOTAL"),
        at_label=_("Figures as of"),
        at=summary.at,
        figures=(
            *figures.of_units(summary, _),
            *figures.of_entries(summary, _),
            *figures.of_fields(summary, programme, _),
            *figures.of_duties(summary, programme, _),
        ),
        notes=notes,
    )


def _columns(known: tuple[int | None, ...], _: Translate) -> tuple[Column, ...]:
    registered, recognised, paper = known
    return (
        Column(_("No."), 6),
        Column(_("Unit"), 44),
        Column(_("Type"), 20),
        Column(_("Quota"), 10, total="sum"),
        Column(_("Registered"), 10, total="sum", known=registered),
        Column(_("Missing"), 10, total="sum"),
        Column(_("Models recognised"), 12, total="sum", known=recognised),
        Column(_("Signed originals"), 12, total="sum", known=paper),
        Column(_("Stands"), 20),
        Column(_("Notes"), 34),
    )


def _row(
    number: int, line: Line, summary: Summary, programme: Programme, paper: int, _: Translate
) -> tuple[LedgerCell, ...]:
    now = line.now
    return (
        number,
        now.unit.name,
        dict(programme.unit_types).get(now.unit.type, now.unit.type),
        line.quota or None,
        line.registered,
        line.missing,
        line.recognised,
        paper,
        say_line_state(line.state, summary, _),
        "; ".join(_notes(line, _)),
    )


def _notes(line: Line, _: Translate) -> list[str]:
    notes = [line.now.exempt] if line.now.exempt else []
    if line.now.papers:
        text = _("{count} paper forms wait to be typed in")
        notes.append(text.format(count=line.now.papers))
    return notes


def _known(added: int, once: int) -> int | None:
    """Return the right total where adding up the rows would give another."""
    return None if added == once else once
