"""The third sheet of the office's workbook: whom to call, and room for what came of it."""

from collections.abc import Sequence
from itertools import groupby

from conversations.moments import say_moment
from conversations.papers import figures
from conversations.papers.figures import say_line_state
from conversations.situation import Translate
from rules.ledger import Column, Group, Ledger, LedgerCell
from rules.office_requests import Called, ToCall
from rules.person import Human
from rules.phones import is_mobile, say_phone
from rules.programme import Programme
from rules.summary import Summary


def calls_ledger(
    summary: Summary, programme: Programme, calls: Sequence[ToCall], _: Translate
) -> Ledger:
    """Return the sheet; `calls` are the units that are short, by who is in charge of them."""
    types = dict(programme.unit_types)
    groups = [
        Group(
            _("In the charge of comrade {name}").format(name=staff) if staff else _("Nobody's"),
            tuple(_row(one, types.get(one.unit.type, one.unit.type), summary, _) for one in ones),
        )
        for staff, ones in groupby(calls, key=lambda one: one.staff)
    ]
    return Ledger(
        name=_("Still missing"),
        titles=(
            _("UNITS THAT HAVE NOT REGISTERED ENOUGH OF {year}").format(year=summary.year),
            summary.office.name,
            figures.as_of(summary, _),
        ),
        columns=_columns(_),
        groups=tuple(groups),
        footer=_("Page {page}/{pages}"),
        total=_("TOTAL"),
    )


def _columns(_: Translate) -> tuple[Column, ...]:
    return (
        Column(_("No."), 6),
        Column(_("Unit"), 40),
        Column(_("Type"), 20),
        Column(_("Missing"), 10, total="sum"),
        Column(_("Stands"), 18),
        Column(_("Contact"), 32),
        Column(_("Telephone"), 24),
        Column(_("Last call"), 34),
        Column(_("What came of the call"), 26),
    )


def _row(one: ToCall, type_: str, summary: Summary, _: Translate) -> tuple[LedgerCell, ...]:
    how = say_line_state("none" if one.none else "short", summary, _)
    if one.papers:
        how = _("{how}; sent on paper, to be typed in").format(how=how)
    names = (", ".join(filter(None, (human.name, human.position))) for human in one.contacts)
    phones = (_phone(human, _) for human in one.contacts)
    return (
        one.number,
        one.unit.name,
        type_,
        one.missing,
        how,
        "\n".join(names),
        "\n".join(phones),
        _last(one.called, _) if one.called else "",
        "",
    )


def _phone(human: Human, _: Translate) -> str:
    if not human.phone:
        return "–"
    text = "{phone}" if is_mobile(human.phone) else _("{phone} (landline)")
    return text.format(phone=say_phone(human.phone))


def _last(call: Called, _: Translate) -> str:
    who = ", ".join(filter(None, (call.by, say_moment(call.at, _))))
    return f"{call.words} ({who})" if call.words else who
