"""The form of an entry to print and sign, and the empty one for those who write by hand."""

from collections.abc import Iterable

from conversations.boxes import boxes_of, say_box
from conversations.moments import say_moment
from conversations.papers.party import dated, party_name
from conversations.situation import Form, Translate
from conversations.unit_named import unit_named
from rules.entry import Entry
from rules.letter import Block, Grid, Letter
from rules.programme import Box, Programme

WIDTHS = (45, 120)
LOW, HIGH = 10, 42  # millimetres to write by hand
SQUARE = "☐"
ROOM = "……………………………"


def form_letter(programme: Programme, entry: Entry, _: Translate) -> Letter:
    """Return what an entry says, box by box, with the number by which the office finds it."""
    kinds = (kind.label for kind in programme.kinds if kind.code == entry.kind)
    said = boxes_of(programme, entry)
    rows = [
        (_("Registration number"), f"{entry.number} ({entry.code})"),
        (_("Received"), say_moment(entry.received, _)),
        (_("Unit"), unit_named(entry.unit, _)),
        (_("Individual"), entry.person),
        (_("Form"), next(kinds, entry.kind)),
        *((box.label, say_box(box, said[box.key])) for box in programme.boxes),
    ]
    grid = Grid((), tuple(row for row in rows if row[1]), WIDTHS)
    hint = _("Comrades of the office find this registration by its number {code}.")
    blocks = (Block(grid=grid), Block(hint.format(code=entry.code)))
    return _letter(programme, entry.unit.name, entry.round, blocks, _)


def blank_form(form: Form, _: Translate) -> Letter:
    """Return the form with room to write by hand, and squares for what is chosen."""
    programme = form.programme
    rows = [
        (_("Unit"), ""),
        (_("Individual"), ""),
        (_("Form"), _squares(kind.label for kind in programme.kinds)),
        *((box.label, _squares(choice.label for choice in box.choices)) for box in programme.boxes),
    ]
    long = {box.label for box in programme.boxes if _is_long(box)}
    high = tuple(
        (n, HIGH if label in long else LOW) for n, (label, words) in enumerate(rows) if not words
    )
    office = programme.office
    hint = _("Please send it to {board}, or photograph it and send the photo to the assistant.")
    grid = Grid((), tuple(rows), WIDTHS, high=high)
    blocks = (Block(grid=grid), Block(hint.format(board=office.board)))
    return _letter(programme, ROOM, form.year, blocks, _)


def _letter(
    programme: Programme, unit: str, year: int, blocks: tuple[Block, ...], _: Translate
) -> Letter:
    return Letter(
        above=programme.office.committee.upper(),
        issuer=unit.upper(),
        party=party_name(_),
        place_day=dated("", None, _),
        titles=(
            _("REGISTRATION FORM"),
            _("of a model, exemplar “Dân vận khéo” in {year}").format(year=year),
        ),
        blocks=blocks,
        signers=(_("CONFIRMED BY THE COMMITTEE"), _("REGISTERED BY")),
        sign=_("(signature, full name)"),
    )


def _squares(labels: Iterable[str]) -> str:
    return "\n".join(f"{SQUARE} {label}" for label in labels)


def _is_long(box: Box) -> bool:
    return box.type in {"content", "long"}
