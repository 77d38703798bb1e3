"""Which column of a table holds what: guessed, read back, put right one by one."""

import re
from collections.abc import Sequence
from functools import partial

from conversations.importing_words import column_label
from dialog.ask import Ask
from dialog.questions import SKIP, Choice
from dialog.turn import Translate
from rules.fold import fold
from rules.importing.columns import KEYS, NOWHERE, Columns
from rules.importing.letters import column_letter
from rules.refused import Refused

OFFERED = 9  # headings on buttons; further columns are named by their letters, as in Excel
NEAR = 6  # columns with a button of their own below what is read back
_LETTERS = re.compile(r"[A-Za-z]{1,2}")


def ask_columns(ask: Ask, _: Translate, columns: Columns) -> tuple[tuple[str, int], ...]:
    """Return what was put elsewhere than guessed; asks first for what must be there and is not."""
    nameless = _("(no heading)")
    heads = [f"{column_letter(n)}. {title or nameless}" for n, title in enumerate(columns.titles)]
    missing = {*columns.missing, *(key for key, _places in columns.doubtful)}
    chosen = {key: _ask_one(ask, _, columns, key, heads, missing) for key in KEYS[columns.kind]}
    _read_back(ask, _, columns, chosen)
    return tuple((key, n) for key, n in chosen.items() if n != columns.place(key))


def _ask_one(
    ask: Ask, _: Translate, columns: Columns, key: str, heads: Sequence[str], missing: set[str]
) -> int:
    """Return the column that holds `key`, NOWHERE for none."""
    label = column_label(columns.kind, key, _)
    place = columns.place(key)
    guessed = heads[place] if place != NOWHERE else "" if key in missing else SKIP
    said = ask.words(
        f"at-{key}",
        label[:1].upper() + label[1:],
        _("Which column holds this: {what}?").format(what=label),
        partial(_heading, tuple(heads)),
        offer=[Choice(str(n), head) for n, head in enumerate(heads[:OFFERED], 1)],
        skip=_("No column holds it"),
        given=guessed,
        example=heads[0] if heads else "",
    )
    return heads.index(said) if said else NOWHERE


def _heading(heads: Sequence[str], said: str) -> str:
    """Return the column meant by its letters or its heading; Refused "not-a-column"."""
    if said in heads:
        return said
    if _LETTERS.fullmatch(said.strip()):
        lettered = [head for head in heads if head.startswith(f"{said.strip().upper()}. ")]
        if lettered:
            return lettered[0]
    meant = [head for head in heads if fold(head.partition(" ")[2]) == fold(said)]
    if len(meant) != 1:
        raise Refused("not-a-column")
    return meant[0]


def _read_back(ask: Ask, _: Translate, columns: Columns, chosen: dict[str, int]) -> None:
    labels = {key: column_label(columns.kind, key, _) for key in chosen}
    lines = [
        _("• {what}: column “{title}”").format(what=labels[key], title=columns.titles[place])
        for key, place in chosen.items()
        if place != NOWHERE
    ]
    without = ", ".join(labels[key] for key, place in chosen.items() if place == NOWHERE)
    if without:
        lines.append(_("Not in the table: {columns}.").format(columns=without))
    edits = [
        Choice(f"at-{key}", _("Change {part}").format(part=label)) for key, label in labels.items()
    ]
    ask.review(
        "\n".join((_("This is how the assistant reads the columns:"), *lines)),
        send=Choice("send", _("That is right"), ("đúng", "đúng rồi", "đồng ý", "ok")),
        edits=edits[:NEAR],
        more=edits[NEAR:],
        which=(_("Change another column"), _("Which one is to be changed?")),
    )
