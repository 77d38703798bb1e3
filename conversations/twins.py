"""A model that is nearly one the unit has already: the same one again, or really another?"""

from __future__ import annotations

from collections.abc import Sequence

from conversations.redirect import Redirect
from conversations.situation import Translate
from conversations.states import say_state
from dialog.ask import Ask
from dialog.questions import Choice
from rules.entry import Entry
from rules.similar import similar


def ask_about_twin(
    ask: Ask, _: Translate, *, name: str, entries: Sequence[Entry], year: int
) -> Entry | Redirect | None:
    """Return the old entry to continue, a way to correct this year's, or None for another model."""
    standing = [entry for entry in entries if entry.state != "withdrawn"]
    near = similar(name, [entry.name for entry in standing])
    if not near:
        return None
    twin = standing[near[0]]
    code = ask.choice(
        "twin",
        "",
        _("The unit already has “{name}” (number {number}, {year}, {state}).").format(
            name=twin.name, number=twin.number, year=twin.round, state=say_state(twin.state, _)
        ),
        (
            Choice("go", _("Another model, go on")),
            _old(_, twin, year),
            Choice("aside", _("Put it aside")),
        ),
    )
    if code == "go":
        return None
    return twin if twin.round < year else Redirect("correct", twin.id)


def _old(_: Translate, twin: Entry, year: int) -> Choice:
    if twin.round < year:
        return Choice("old", _("The same one: keep it up this year"))
    return Choice("old", _("The same one: see and correct what was sent"))
