"""The office's table as a picture to be passed on: how many units stand how, and no person."""

from conversations.papers import figures
from conversations.papers.figures import say_line_state, say_share, stands
from conversations.situation import Translate
from conversations.states import say_names
from rules.chart import Bar, Chart, Look
from rules.ledger import Figure
from rules.numbers import say_number, say_percent
from rules.programme import Programme
from rules.progress import percent
from rules.summary import LineState, Summary


def summary_chart(summary: Summary, programme: Programme, _: Translate) -> Chart:
    """Return the picture of a table."""
    board = programme.office.board
    fields = figures.of_fields(summary, programme, _, short=True)
    entries = figures.of_entries(summary, _)
    duties = figures.of_duties(summary, programme, _)
    return Chart(
        title=figures.heading(summary, _),
        office=summary.office.name,
        moment=figures.as_of(summary, _),
        lead=_lead(summary, _),
        parts=tuple(_part(summary, state, _) for state in stands(summary)),
        bars_title=_("Registrations by field") if fields else "",
        bars=tuple(Bar(f.label, say_number(f.number), f.number) for f in fields),
        lines=tuple(f"{f.label}: {_said(f)}" for f in (*entries, *duties)),
        notes=(*_exempt(summary, _), *figures.footnotes(summary, programme, _)),
        source=_("Source: the register of {board}.").format(board=board),
    )


def _lead(summary: Summary, _: Translate) -> str:
    exempt = len(summary.in_state("exempt"))
    text = _("{count} units are to register") if not exempt else _(
        "{all} units; {exempt} exempt; {count} are to register"
    )  # fmt: skip
    count, all_ = say_number(summary.owing), say_number(len(summary.lines))
    return text.format(count=count, all=all_, exempt=say_number(exempt))


def _part(summary: Summary, state: LineState, _: Translate) -> Bar:
    count = len(summary.in_state(state))
    said = f"{say_number(count)} ({say_percent(percent(count, summary.owing))})"
    if state == "none" and summary.by_hand:
        text = _("{said}, {papers} of them on paper, to be typed in")
        said = text.format(said=said, papers=say_number(summary.by_hand))
    look: Look = "plain" if state == "exempt" else state
    return Bar(say_line_state(state, summary, _), said, count, look)


def _said(figure: Figure) -> str:
    """Return a number as it is said, with its share where it has one."""
    number = say_number(figure.number)
    return number if figure.share is None else f"{number} ({say_share(figure.share)})"


def _exempt(summary: Summary, _: Translate) -> tuple[str, ...]:
    names = [f"{line.now.unit.name} ({line.now.exempt})" for line in summary.in_state("exempt")]
    text = _("Exempt: {units}.")
    return (text.format(units=say_names(names, _)),) if names else ()
