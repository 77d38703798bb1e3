"""The figures of an office's table in the order people read them; every paper of it has these."""

from decimal import Decimal

from conversations.moments import say_moment
from conversations.situation import Translate
from rules.ledger import Figure
from rules.numbers import say_percent
from rules.programme import Programme
from rules.progress import Progress, percent
from rules.summary import LineState, Summary


def heading(summary: Summary, _: Translate) -> str:
    """Return what the table is of."""
    return _("REGISTRATIONS “DÂN VẬN KHÉO” OF {year}").format(year=summary.year)


def as_of(summary: Summary, _: Translate) -> str:
    """Return the moment of the figures."""
    return _("as of {moment}").format(moment=say_moment(summary.at, _))


def say_line_state(state: LineState, summary: Summary, _: Translate) -> str:
    """Return how a unit stands; where no number is asked of anybody, whether it has something."""
    words: dict[LineState, str] = {
        "met": _("Quota met") if summary.asks_numbers else _("Have registered"),
        "short": _("Registered, but short"),
        "none": _("Nothing yet"),
        "exempt": _("Exempt"),
    }
    return words[state]


def stands(summary: Summary) -> tuple[LineState, ...]:
    """Return the states units can be in that owe something."""
    return ("met", "short", "none") if summary.asks_numbers else ("met", "none")


def of_units(summary: Summary, _: Translate) -> tuple[Figure, ...]:
    """Return how many units there are and how they stand; shares are of those not exempt."""
    exempt = len(summary.in_state("exempt"))
    counts = {state: len(summary.in_state(state)) for state in stands(summary)}
    shares = {state: _share(percent(count, summary.owing)) for state, count in counts.items()}
    return (
        Figure(_("Units"), len(summary.lines)),
        Figure(_("Exempt"), exempt),
        Figure(_("Units that are to register"), summary.owing),
        *(
            Figure(say_line_state(state, summary, _), count, shares[state])
            for state, count in counts.items()
        ),
        Figure(_("Nothing yet, but a paper form waits to be typed in"), summary.by_hand),
    )


def of_entries(summary: Summary, _: Translate) -> tuple[Figure, ...]:
    """Return how many entries there are: models, exemplars, by origin, recognised."""
    total = len(summary.entries)
    origins = {
        "new": _("Newly registered"),
        "maintain": _("Kept up"),
        "replicate": _("Replicated"),
        "adopt": _("Taken up from above"),
    }
    counted = {origin: summary.of_origin(origin) for origin in origins}
    return (
        Figure(_("Models and exemplars registered"), total),
        Figure(_("Models"), summary.models),
        Figure(_("Exemplars"), total - summary.models),
        *(
            Figure(origins[origin], count)
            for origin, count in counted.items()
            if count or origin != "adopt"
        ),
        Figure(_("Recognised"), summary.recognised, _share(summary.recognised_rate)),
    )


def of_fields(
    summary: Summary, programme: Programme, _: Translate, *, short: bool = False
) -> tuple[Figure, ...]:
    """Return how many entries each field has."""
    labels = {field.code: (short and field.short) or field.label for field in programme.fields}
    labels[""] = _("Other field")
    total, counted = len(summary.entries), summary.by_field() if programme.fields else {}
    return tuple(
        Figure(labels.get(code, code), count, _share(percent(count, total)))
        for code, count in counted.items()
    )


def of_duties(summary: Summary, programme: Programme, _: Translate) -> tuple[Figure, ...]:
    """Return what else the document asks: coverage, effect, models taken up and planned."""
    types = dict(programme.unit_types)
    covered = _("{type} with a registration, of {of}")
    adopted, planned = _("Taken up “{name}”, of {of} units"), _("Plan for “{name}”, of {of} units")
    figures = [
        _far(covered.format(type=types.get(type_, type_), of=far.of), far)
        for type_, far in summary.coverage
    ]
    effective = _("{type} with {needed} or more effective models, of {of}")
    for code, needed, far in summary.effective:
        label = effective.format(type=types.get(code, code), needed=needed, of=far.of)
        figures.append(_far(label, far))
    if summary.adoption and (every := summary.adopted_all).of:
        text = _("All that was launched from above carried out, of {of} units")
        figures.append(_far(text.format(of=every.of), every))
    for model in summary.adoption:
        done, plan = model.adopted, model.planned
        figures.append(_far(adopted.format(name=model.name, of=done.of), done))
        figures.append(_far(planned.format(name=model.name, of=plan.of), plan))
    return tuple(figures)


def footnotes(summary: Summary, programme: Programme, _: Translate) -> tuple[str, ...]:
    """Return what must be known to read the figures: what is in none, fields without anything."""
    notes = []
    if summary.entries and summary.empty_fields:
        labels = {field.code: field.label for field in programme.fields}
        names = ", ".join(labels.get(code, code) for code in summary.empty_fields)
        notes.append(_("No registration yet in: {fields}.").format(fields=names))
    if summary.unclear:
        text = _("{count} registrations are not counted: it is not known yet who sent them.")
        notes.append(text.format(count=summary.unclear))
    return tuple(notes)


def say_share(share: float) -> str:
    """Return "74,39 %" of 0.7439."""
    return say_percent(Decimal(str(share)) * 100)


def _far(label: str, far: Progress) -> Figure:
    return Figure(label, far.done, _share(far.rate))


def _share(rate: Decimal) -> float:
    return float(rate / 100)
