"""The office's table as a document in the layout of the Party, to be signed."""

from collections.abc import Sequence

from conversations.papers import figures
from conversations.papers.figures import say_line_state, say_share
from conversations.papers.party import dated, party_name
from conversations.situation import Translate
from rules.ledger import Figure
from rules.letter import Block, Grid, Letter
from rules.numbers import say_number
from rules.programme import Programme
from rules.summary import LineState, Summary

WIDTHS = (15, 97, 25, 28)


def summary_letter(summary: Summary, programme: Programme, _: Translate) -> Letter:
    """Return the document; what is missing stands by name, nobody's phone does."""
    office = programme.office
    above = office.committee if office.committee != office.board else ""
    return Letter(
        above=above.upper(),
        issuer=office.board.upper(),
        party=party_name(_),
        place_day=dated(summary.office.place, summary.at.date(), _),
        titles=(
            _("SUMMARY TABLE"),
            _("of what was registered as “Dân vận khéo” in {year}").format(year=summary.year),
            f"({figures.as_of(summary, _)})",
        ),
        blocks=(
            *_figures(_("I- UNITS"), figures.of_units(summary, _), _),
            *_figures(_("II- MODELS AND EXEMPLARS"), figures.of_entries(summary, _), _),
            *_figures(_("III- FIELDS"), figures.of_fields(summary, programme, _), _),
            *_figures(_("IV- WHAT WAS LAUNCHED"), figures.of_duties(summary, programme, _), _),
            *_units(_("UNITS STILL MISSING"), summary, ("none", "short"), _),
            *_units(_("EXEMPT UNITS"), summary, ("exempt",), _),
            *(Block(note) for note in figures.footnotes(summary, programme, _)),
        ),
        signers=(_("MADE BY"), office.board.upper()),
        sign=_("(signature, full name)"),
    )


def _figures(heading: str, found: Sequence[Figure], _: Translate) -> tuple[Block, ...]:
    rows = tuple(
        (str(n), f.label, say_number(f.number), "" if f.share is None else say_share(f.share))
        for n, f in enumerate(found, 1)
    )
    head = (_("No."), _("What is counted"), _("How many"), _("Rate"))
    return (Block(heading, heading=True, grid=Grid(head, rows, WIDTHS, (0, 2, 3))),) * bool(rows)


def _units(
    heading: str, summary: Summary, states: Sequence[LineState], _: Translate
) -> tuple[Block, ...]:
    lines = [line for state in states for line in summary.lines if line.state == state]
    head = (_("No."), _("Unit"), _("Missing"), _("Notes"))
    rows = tuple(
        (
            str(number),
            line.now.unit.name,
            say_number(line.missing),
            line.now.exempt or say_line_state(line.state, summary, _),
        )
        for number, line in enumerate(lines, 1)
    )
    return (Block(heading, heading=True, grid=Grid(head, rows, (15, 90, 20, 40), (0, 2))),) * bool(
        rows
    )
