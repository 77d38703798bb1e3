"""What an import says: what each column holds, what is wrong with a row, what was counted."""

from collections.abc import Mapping

from conversations.importing_reasons import reasons
from conversations.levels import say_level
from dialog.turn import Translate
from rules.importing.columns import Kind
from rules.importing.preview import Preview
from rules.importing.problems import Problem
from rules.numbers import say_number
from rules.ratings import LEVELS


def column_label(kind: Kind, column: str, _: Translate) -> str:
    """Return what a column of this kind of table holds."""
    own = _of_kind(_).get((kind, column))
    return own or _columns(_).get(column, column)


def say_problem(problem: Problem, kind: Kind, _: Translate) -> str:
    """Return a problem as one line: which row, which column, what it is and what to do."""
    why = say_why(problem, kind, _)
    if not problem.row:
        return why
    label = problem.heading or column_label(kind, problem.column, _)
    if not problem.value:
        return _("Row {row}, {column}: {why}").format(row=problem.row, column=label, why=why)
    text = _("Row {row}, {column} “{value}”: {why}")
    return text.format(row=problem.row, column=label, value=_shown(problem.value), why=why)


def say_why(problem: Problem, kind: Kind, _: Translate) -> str:
    """Return what is wrong, without its place."""
    given = dict(problem.details)
    if "columns" in given:
        labels = (column_label(kind, key, _) for key in given["columns"].split(","))
        given["columns"] = ", ".join(labels)
    return reasons(given, _).get(problem.reason, problem.reason).format(**given)


def say_types(found: Preview, _: Translate) -> str:
    """Return how many rows of each type there are: "45 đảng bộ cơ sở, 39 chi bộ cơ sở"."""
    named = {**_roles(_), **_entries(_), **_levels(_)}
    parts = (f"{say_number(count)} {named.get(label, label)}" for label, count in found.by_type)
    return ", ".join(parts)


def _shown(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"


_LONGEST = 60


def _of_kind(_: Translate) -> Mapping[tuple[Kind, str], str]:
    return {
        ("contacts", "name"): _("full name"),
        ("entries", "name"): _("name of the model"),
        ("entries", "kind"): _("kind"),
    }


def _columns(_: Translate) -> Mapping[str, str]:
    return {
        "key": _("code of the unit"),
        "name": _("name of the unit"),
        "short": _("short name"),
        "type": _("type of unit"),
        "parent": _("unit above"),
        "place": _("address"),
        "members": _("number of members"),
        "staff": _("staff member in charge"),
        "unit": _("unit"),
        "position": _("position"),
        "phone": _("phone"),
        "role": _("role"),
        "telegram": _("Telegram number"),
        "since": _("since"),
        "confirmed": _("confirmed"),
        "year": _("year"),
        "address": _("address"),
        "field": _("field"),
        "content": _("content"),
        "state": _("state"),
        "received": _("day of receipt"),
        "person": _("individual"),
        "rating": _("rating"),
    }


def _roles(_: Translate) -> Mapping[str, str]:
    return {
        "member": _("members"),
        "officer": _("contacts"),
        "office": _("people of the office"),
        "admin": _("administrators"),
    }


def _levels(_: Translate) -> Mapping[str, str]:
    return {level: say_level(level, _) for level in LEVELS}


def _entries(_: Translate) -> Mapping[str, str]:
    return {"model": _("models"), "exemplar": _("exemplars")}
