"""Deadlines of a round as a page: as they hold, units with their own, what was changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from conversations.deadline_history import say_change
from conversations.deadline_words import say_now
from conversations.ends_of_stages import say_end_briefly
from conversations.moments import short_day
from conversations.situation import Form
from dialog.turn import Translate
from rules.deadline_requests import DeadlineChanged
from rules.person import Unit
from rules.rounds import Deadline


def deadline_page(
    form: Form,
    office: Unit,
    ends: Sequence[Deadline],
    changed: Sequence[DeadlineChanged],
    _: Translate,
) -> dict[str, Any]:
    """Return the stages, the units with an end of their own, and the history."""
    return {
        "title": _("Deadlines of {year}").format(year=form.year),
        "stages": [_stage(form, end, _) for end in ends],
        "own": [_own(one, _) for one in own_ends(changed, office)],
        "history": [say_change(one, _).split("\n") for one in changed],
    }


def own_ends(changed: Sequence[DeadlineChanged], office: Unit) -> list[DeadlineChanged]:
    """Return the changes that still hold somewhere and are not of all units, newest first."""
    found, over = [], dict[str, set[str]]()
    for one in changed:
        later = over.setdefault(one.end.stage, set())
        if one.units - later and not (one.unit == office.id and one.below):
            found.append(one)
        later |= one.units
    return found


def _stage(form: Form, end: Deadline, _: Translate) -> dict[str, str]:
    text = _("before {day}") if not end.inclusive else _("by {day}")
    return {
        "label": form.programme.stage(end.stage).label,
        "until": say_end_briefly(end, _),
        "written": text.format(day=short_day(end.written)),
    }


def _own(one: DeadlineChanged, _: Translate) -> dict[str, str]:
    whom = _("{unit} and all units below it") if one.below else _("{unit} alone")
    return {
        "unit_id": one.unit,
        "unit": whom.format(unit=one.whom),
        "stage": one.end.label,
        "lines": say_now(one.end, _),
    }


def deadline_words(_: Translate) -> Mapping[str, str]:
    """Return the page's own words by key."""
    return {
        "stage": _("Deadline"),
        "until": _("Last moment"),
        "written": _("In the document"),
        "own": _("Units with a deadline of their own"),
        "no_own": _("None; all units have the deadlines above."),
        "unit": _("Unit"),
        "change": _("Change a deadline"),
        "for_unit": _("Only for this unit (part of its name; empty: all units)"),
        "several": _("Several units are called so; choose one:"),
        "below": _("and for all units below it"),
        "all": _("All deadlines together"),
        "how": _("How"),
        "to": _("To another day"),
        "by": _("Later by some days"),
        "pause": _("Pause, a new deadline will be told"),
        "day": _("Last day"),
        "time": _("Until (time)"),
        "days": _("Days"),
        "reason": _("Reason"),
        "basis": _("Document"),
        "see": _("See what it would do"),
        "do": _("Change the deadline"),
        "leave": _("Leave it as it was"),
        "preview": _("What it would do; nothing is changed yet"),
        "history": _("What was changed"),
        "no_history": _("No deadline of this year was changed."),
    }
