"""A rehearsed year as a workbook: every reminder that would go out, and days that are too many."""

from collections.abc import Sequence

from conversations.decisions import say_rule, say_why
from conversations.moments import say_clock, say_day
from conversations.situation import Translate
from rules.ledger import Column, Group, Ledger, LedgerCell
from rules.programme import Programme
from rules.rehearsed import Crowded, Reminder


def rehearsal_ledgers(
    programme: Programme,
    year: int,
    told: tuple[Sequence[Reminder], Sequence[Crowded]],
    _: Translate,
) -> list[Ledger]:
    """Return both sheets; persons of crowded days are told by name."""
    reminders, days = told
    rows = tuple(_reminder(one, programme, _) for one in reminders)
    crowds = tuple((say_day(one.day, _), one.person, one.messages) for one in days)
    return [
        _ledger(_("Reminders"), _("REMINDERS OF {year}"), _columns(_), rows, programme, year, _),
        _ledger(
            _("Crowded days"),
            _("DAYS OF {year} WITH MORE THAN TWO MESSAGES TO ONE PERSON"),
            (Column(_("Day"), 24), Column(_("Person"), 40), Column(_("Messages"), 12)),
            crowds,
            programme,
            year,
            _,
        ),
    ]


def say_held(one: Reminder, _: Translate) -> str:
    """Return how many were left out and why, a line for each reason."""
    return "\n".join(f"{count} · {say_why(why, _)}" for why, count in one.held)


def _reminder(one: Reminder, programme: Programme, _: Translate) -> tuple[LedgerCell, ...]:
    return (
        say_day(one.at.date(), _),
        say_clock(one.at, _),
        say_rule(one.rule, one.step, (programme,), _),
        one.sent,
        sum(count for _why, count in one.held),
        say_held(one, _),
    )


def _columns(_: Translate) -> tuple[Column, ...]:
    return (
        Column(_("Day"), 24),
        Column(_("Hour"), 16),
        Column(_("Matter"), 44),
        Column(_("Sent to"), 12, total="sum"),
        Column(_("Held back"), 12, total="sum"),
        Column(_("Why"), 48),
    )


def _ledger(
    name: str,
    title: str,
    columns: tuple[Column, ...],
    rows: tuple[tuple[LedgerCell, ...], ...],
    programme: Programme,
    year: int,
    _: Translate,
) -> Ledger:
    return Ledger(
        name=name,
        titles=(
            title.format(year=year),
            programme.title,
            programme.office.committee,
            _("As if no unit registered anything; later deadlines are none of theirs then."),
        ),
        columns=columns,
        groups=(Group("", rows),),
        footer=_("Page {page}/{pages}"),
        total=_("TOTAL"),
    )
