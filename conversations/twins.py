"""A model that is nearly one the unit has already: the same one again, or really another."""

from collections.abc import Sequence

from conversations.redirect import PutAside, Redirect
from conversations.states import say_state
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.entry import Entry
from rules.similar import similar


def ask_about_twin(
    ask: Ask, _: Translate, box: str, name: str, *, entries: Sequence[Entry], year: int
) -> Entry | Redirect | PutAside | None:
    """Return the old entry to continue, another way to end, or None for another model.

    `box` is the key of the box that says the name.
    """
    standing = [entry for entry in entries if entry.state != "withdrawn"]
    near = similar(name, [entry.name for entry in standing])
    if not near:
        return None
    twin = max((standing[index] for index in near), key=lambda entry: entry.round)
    key = f"{box}/twin"
    ways = (Choice("go", _("Another model, go on")), _old(_, twin, year), _aside(_))
    code = ask.choice(key, "", _text(_, twin), ways, kind="maybe")
    if code == "aside":
        return PutAside(key)
    if code == "go":
        return None
    return twin if twin.round < year else Redirect(twin.id, key)


def _text(_: Translate, twin: Entry) -> str:
    text = _("The unit already has “{name}” (number {number}, {year}, {state}). What is yours?")
    state = say_state(twin.state, _)
    return text.format(name=twin.name, number=twin.number, year=twin.round, state=state)


def _old(_: Translate, twin: Entry, year: int) -> Choice:
    if twin.round < year:
        return Choice("old", _("The same one: keep it up this year"))
    return Choice("old", _("The same one: see and correct what was sent"))


def _aside(_: Translate) -> Choice:
    return Choice("aside", _("Put it aside"), ("để đó",))
