"""What is kept about somebody, as files for them: one for machines, one to read."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, get_args

import orjson

from bot.making.making import Making
from bot.shell import Shell
from bot.workbooks import make_workbook
from conversations.own_copy_words import Page, other_act, pages, words_for
from conversations.situation import Translate
from conversations.states import say_state
from papers.sheet import Cell, Sheet
from rules.entry import State
from storage import data_requests
from storage.own_copy import Section, copy_of

_DAYS = {"from_day", "to_day", "due_day"}
_TIMES = {"at", "created_at", "seen_at", "read_at", "touched_at", "settled_at", "expires_at"}


async def mine_json(making: Making) -> bytes:
    """Return everything as JSON; times are local, with their offset."""
    copy = await _copy(making)
    return orjson.dumps(copy, option=orjson.OPT_INDENT_2)


async def mine_xlsx(making: Making) -> bytes:
    """Return everything as a workbook, and note that the request for it is answered."""
    copy = await _copy(making)
    _ = making.shell.language(copy["person"][0]["language"] if copy["person"] else "vi")
    words = _words(making.shell, _)
    sheets = [_sheet(page, copy[page.section], words) for page in pages(_)]
    data = await make_workbook(sheets)
    async with making.db.writing() as tx:
        key = str(making.about.get("request", ""))
        await data_requests.settle(tx, key, at=making.shell.clock.now_ms())
    return data


async def _copy(making: Making) -> Mapping[str, Section]:
    async with making.db.reading() as tx:
        copy = await copy_of(tx, making.person)
    return {name: [_local(row, making) for row in rows] for name, rows in copy.items()}


def _local(row: Mapping[str, Any], making: Making) -> dict[str, Any]:
    """Return a row with its times as local ones; what has not happened has none."""
    return {
        name: (making.shell.clock.local(cell) if cell else None) if name in _TIMES else cell
        for name, cell in row.items()
    }


def _words(shell: Shell, _: Translate) -> Mapping[str, Mapping[str, str]]:
    """Return the words for codes, by column: fields as their programmes call them."""
    today = shell.clock.local(shell.clock.now_ms()).date()
    forms = shell.programmes.forms(today)
    states = {state: say_state(state, _) for state in get_args(State)}
    fields = {field.code: field.label for form in forms for field in form.programme.fields}
    words = words_for(_)
    states |= words["state"]
    return {**words, "field": fields, "state": states, "other": {"": other_act(_)}}


def _sheet(page: Page, rows: Section, words: Mapping[str, Mapping[str, str]]) -> Sheet:
    cells = tuple(tuple(_cell(name, row[name], words) for name in page.columns) for row in rows)
    return Sheet(page.name, tuple(page.columns.values()), cells)


def _cell(column: str, kept: Any, words: Mapping[str, Mapping[str, str]]) -> Cell:
    """Return a cell in words; what a draft or a correction says is one answer a line."""
    if column in {"said", "boxes"}:
        return "\n".join(kept.values())
    if column == "act":
        return words["act"].get(kept, words["other"][""])
    if column == "rule":
        return words["rule"].get(kept.partition(":")[0], "")
    if column in _DAYS:
        return dt.date.fromisoformat(kept) if kept else None
    cell: Cell = words[column].get(kept, kept) if column in words else kept
    return cell
