"""The office's table: taken at a moment and kept, so that all papers of it say the same."""

from bot.carry_out.order import Order
from bot.carry_out.wanting import want_file
from conversations.file_names import summary_file_name
from rules import office_commands, office_results
from rules.office_commands import PaperOf
from rules.office_requests import SummaryOf
from rules.results import Result, TooLate
from rules.summary import Summary
from storage import events
from storage.database import Transaction
from storage.summaries import keep_summary, kept_summary

_FILES: dict[PaperOf, tuple[tuple[str, str], ...]] = {
    "picture": (("summary-picture", "png"),),
    "files": (("summary-xlsx", "xlsx"), ("summary-docx", "docx")),
}


async def take_summary(tx: Transaction, order: Order) -> Result:
    """Take the table as it stands now."""
    command = order.command
    assert isinstance(command, office_commands.TakeSummary)  # noqa: S101 - sorted by carry_out
    asked = SummaryOf(command.unit, command.programme, command.round)
    summary = await _summary(tx, order, asked)
    if not summary.office.name:  # a role somewhere is none over everything
        return TooLate(None)
    key = order.shell.ids.next()
    await keep_summary(tx, key, summary, person=order.person.id)
    await events.add(tx, [order.event("summary", key)])
    return office_results.SummaryTaken(key, summary)


async def want_paper(tx: Transaction, order: Order) -> Result:
    """Have a table made into a picture or files, which say what it said."""
    command = order.command
    assert isinstance(command, office_commands.WantSummaryPaper)  # noqa: S101 - sorted by carry_out
    summary = await kept_summary(tx, command.summary, zone=order.shell.clock.zone)
    if summary is None:
        return TooLate(None)
    _ = order.shell.language(order.person.language)
    prefix = order.form(summary.programme).programme.prefix
    about = {"summary": command.summary, "unit": summary.office.id}
    names = []
    for kind, ending in _FILES[command.of]:
        names.append(summary_file_name(summary, prefix, ending, _))
        await want_file(tx, order, kind=kind, name=names[-1], about=about)
    await events.add(tx, [order.event("summary-paper", command.summary, after=command.of)])
    return office_results.SummaryPapersComing(tuple(names))


async def _summary(tx: Transaction, order: Order, asked: SummaryOf) -> Summary:
    found: Summary = await order.fact(tx, asked)
    return found
