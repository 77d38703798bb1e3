"""The words of the desk's table of units."""

import datetime as dt
from collections.abc import Mapping, Sequence

from conversations.moments import say_clock
from conversations.papers.figures import say_line_state
from conversations.situation import Translate
from rules.numbers import say_number, say_percent
from rules.programme import Programme
from rules.summary import Summary


def table_words(_: Translate) -> Mapping[str, str]:
    """Return the words of the table and of what stands around it, by key."""
    return {
        "office": _("Office"),
        "programme": _("Programme"),
        "year": _("Year"),
        "filter": _("Filter"),
        "filter_hint": _("Unit, type, staff…"),
        "any_state": _("All states"),
        "any_type": _("All types"),
        "any_staff": _("Everybody in charge"),
        "any_paper": _("With and without paper"),
        "no_paper": _("Without the signed paper"),
        "state": _("State"),
        "type": _("Kind of unit"),
        "staff": _("Staff"),
        "paper": _("Paper"),
        "show": _("Show"),
        "all": _("Show all"),
        "downloads": _("Take along"),
        "xlsx": _("Excel"),
        "docx": _("Word"),
        "picture": _("Picture"),
        "print": _("Print"),
        "shown": _("units shown"),
        "nothing": _("No unit is so. Please show all again."),
        "figures": _("The figures"),
        "as_text": _("All figures in words, to pass on"),
        "tick": _("The signed paper came in: {unit}"),
        "not_live": _("Not up to date: no network. The page tries again by itself."),
    }


def unit_columns(_: Translate) -> Sequence[tuple[str, str]]:
    """Return the columns: name in addresses and heading."""
    return (
        ("stt", _("No.")),
        ("don-vi", _("Unit")),
        ("loai", _("Kind of unit")),
        ("phu-trach", _("Staff")),
        ("chi-tieu", _("Quota")),
        ("da-co", _("Registered")),
        ("thieu", _("Still owed")),
        ("tiep-nhan", _("Taken in")),
        ("giay", _("Signed paper")),
        ("cho-nhap", _("To type in")),
        ("goi", _("Called last")),
        ("trang-thai", _("State")),
    )


def table_title(programme: Programme, year: int, _: Translate) -> str:
    """Return what the table is of."""
    return _("{programme}: registration {year}").format(programme=programme.title, year=year)


def say_updated(at: dt.datetime, _: Translate) -> str:
    """Return when the page was brought up to date."""
    return _("Updated at {time}").format(time=say_clock(at, _))


def figures(summary: Summary, _: Translate) -> Sequence[tuple[str, str, str]]:
    """Return the figures of a table: name, number, and what belongs to it."""
    exempt = len(summary.in_state("exempt"))
    kinds = _("{models} models, {exemplars} exemplars").format(
        models=say_number(summary.models),
        exemplars=say_number(len(summary.entries) - summary.models),
    )
    origins = _("{new} new, {kept} maintained, {copied} replicated").format(
        new=say_number(summary.of_origin("new")),
        kept=say_number(summary.of_origin("maintain")),
        copied=say_number(summary.of_origin("replicate")),
    )
    by_hand = summary.by_hand
    waiting = _("{count} sent paper, to type in").format(count=say_number(by_hand))
    return (
        (
            _("Units"),
            say_number(len(summary.lines)),
            _("{count} not asked").format(count=say_number(exempt)) if exempt else "",
        ),
        *_states(summary, _),
        (say_line_state("none", summary, _), _count(summary, "none"), waiting if by_hand else ""),
        (_("Registered"), say_number(len(summary.entries)), f"{kinds}; {origins}"),
        (
            _("Recognised"),
            say_number(summary.recognised),
            say_percent(summary.recognised_rate),
        ),
    )


def _states(summary: Summary, _: Translate) -> Sequence[tuple[str, str, str]]:
    met, rate = _count(summary, "met"), say_percent(summary.met_rate)
    stood = (say_line_state("met", summary, _), met, rate)
    if not summary.asks_numbers:
        return (stood,)
    return (stood, (say_line_state("short", summary, _), _count(summary, "short"), ""))


def _count(summary: Summary, state: str) -> str:
    return say_number(len(summary.in_state(state)))  # type: ignore[arg-type] # one of its states
