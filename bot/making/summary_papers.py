"""The office's table as picture, workbook and document, all of what was kept of one moment."""

from dataclasses import dataclass
from typing import Any

import orjson

from bot.child import run_child
from bot.making.making import Making
from conversations.papers.calls_ledger import calls_ledger
from conversations.papers.entries_ledger import entries_ledger
from conversations.papers.summary_chart import summary_chart
from conversations.papers.summary_letter import summary_letter
from conversations.papers.units_ledger import units_ledger
from conversations.situation import Translate
from rules.programme import Programme
from rules.refused import Refused
from rules.summary import Summary
from storage.call_list import call_list
from storage.database import Transaction
from storage.register_rows import register_rows
from storage.summaries import kept_summary

PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class _Kept:
    """A table with its programme, and Vietnamese: papers are passed on to who knows who."""

    summary: Summary
    programme: Programme
    vietnamese: Translate


async def summary_picture(making: Making) -> bytes:
    """Return the table as a PNG; Refused "file-gone" when it is no longer kept."""
    async with making.db.reading() as tx:
        kept = await _kept(tx, making)
    chart = summary_chart(kept.summary, kept.programme, kept.vietnamese)
    return await _written("papers.chart_picture", chart)


async def summary_xlsx(making: Making) -> bytes:
    """Return the table as an Excel file; Refused "file-gone" when it is no longer kept."""
    async with making.db.reading() as tx:
        kept = await _kept(tx, making)
        entries = [entry.id for entry in kept.summary.entries]
        today = making.shell.clock.local(making.shell.clock.now_ms()).date().isoformat()
        rows = await register_rows(tx, entries, person=making.person, today=today)
        calls = await call_list(tx, kept.summary)
    summary, programme, _ = kept.summary, kept.programme, kept.vietnamese
    ledgers = [
        units_ledger(summary, programme, _),
        entries_ledger(summary, programme, rows, _),
        calls_ledger(summary, programme, calls, _),
    ]
    return await _written("papers.ledger_book", ledgers)


async def summary_docx(making: Making) -> bytes:
    """Return the table as a Word file; Refused "file-gone" when it is no longer kept."""
    async with making.db.reading() as tx:
        kept = await _kept(tx, making)
    letter = summary_letter(kept.summary, kept.programme, kept.vietnamese)
    return await _written("papers.letter_document", letter)


async def _kept(tx: Transaction, making: Making) -> _Kept:
    """Return the table, if it is of the unit over which the role was asked for."""
    shell, about = making.shell, making.about
    today = shell.clock.local(shell.clock.now_ms()).date()
    summary = await kept_summary(tx, about["summary"], zone=shell.clock.zone)
    programmes = {form.programme.code: form.programme for form in shell.programmes.forms(today)}
    if summary is None or summary.office.id != about["unit"] or summary.programme not in programmes:
        raise Refused("file-gone")
    return _Kept(summary, programmes[summary.programme], shell.language("vi"))


async def _written(module: str, told: Any) -> bytes:
    return await run_child(module, orjson.dumps(told), patience=PATIENCE)
