"""Whom an announcement goes to: all, by type, from one unit down, or a list of names."""

from collections.abc import Sequence

from conversations.organising.pick_unit import pick_unit
from conversations.situation import Form
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.announcement_requests import UnitsNamed
from rules.announcing import Audience, names_in
from rules.person import Unit

_LIST = (2, 8000)  # characters
_FEW = 4  # units one name may mean, to be told
_EXAMPLE = "Chi bộ bản Suối Đá\nHội Nông dân phường Thường Thạnh"


def ask_whom(ask: Ask, _: Translate, office: Unit, form: Form) -> Audience | None:
    """Return to whom it goes, None where they thought better of it."""
    types = form.programme.unit_types
    ways = [
        Choice("all", _("All units"), ("tất cả",)),
        *([Choice("types", _("By type of unit"), ("theo loại",))] if len(types) > 1 else []),
        Choice("below", _("One unit and all below it")),
        Choice("list", _("A list of units"), ("danh sách",)),
    ]
    text = _("To whom does the announcement go? It reaches the contacts of these units.")
    match ask.choice("whom", _("To whom"), text, ways):
        case "types":
            text = _("Which types of units? Several: their numbers, “1, 3”.")
            choices = [Choice(code, label) for code, label in types]
            return Audience(types=tuple(ask.several("types", _("Types of units"), text, choices)))
        case "below":
            unit = pick_unit(ask, _, "below", _("Which unit? It and all below it are told."))
            return Audience(below=unit.id) if unit else None
        case "list":
            return _listed(ask, _, office)
    return Audience()


def _listed(ask: Ask, _: Translate, office: Unit) -> Audience | None:
    """Return the units of a list; names that fit none or several are asked for once more."""
    text = _("Send the names of the units, each on a line of its own.")
    typed = ask.text("list", _("List"), text, least=_LIST[0], most=_LIST[1], example=_EXAMPLE)
    found, unclear = _meant(ask, office, names_in(typed))
    if unclear:
        text = _("Not clear: {names}. Send these names once more, in full, or leave them out.")
        text = text.format(names="; ".join(unclear))
        more = ask.text(
            "list/again", _("Further names"), text, least=_LIST[0], most=_LIST[1],
            skip=_("Leave them out"), example=_EXAMPLE,
        )  # fmt: skip
        further, _left = _meant(ask, office, names_in(more)) if more else ((), ())
        found = (*found, *further)
    return Audience(units=tuple(dict.fromkeys(found))) if found else None


def _meant(ask: Ask, office: Unit, names: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the units meant, and the names that fit none or several."""
    found = ask.fact(UnitsNamed(office.id, tuple(names)))
    sure: list[str] = []
    unclear: list[str] = []
    for name, fitting in zip(names, found, strict=False):
        if len(fitting) == 1:
            sure.append(fitting[0].id)
        else:
            unclear.append(_unclear(name, fitting))
    return tuple(sure), tuple(unclear)


def _unclear(name: str, fitting: Sequence[Unit]) -> str:
    """Return a name, with the units it may mean where they are few."""
    may_be = ", ".join(unit.name for unit in fitting) if len(fitting) <= _FEW else ""
    return f"{name} ({may_be})" if may_be else name
