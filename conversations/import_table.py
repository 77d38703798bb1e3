"""Importing a table: its letters, its columns, its totals, what would change, the final yes."""

from collections.abc import Mapping
from functools import partial

from conversations.import_columns import ask_columns
from conversations.import_preview import say_preview
from conversations.import_problems import say_problems
from conversations.situation import Here, Surroundings
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Script, Translate
from rules.file_commands import DropTable, ListProblems
from rules.import_commands import ImportPlan, ImportTable
from rules.importing.columns import Kind
from rules.importing.control import read_control
from rules.importing.preview import Preview
from rules.programme import Programme


def import_table(ask: Ask, _: Translate, *, kind: Kind) -> ImportTable | ListProblems | DropTable:
    """Ask what is doubtful about a table, show what would come of it, and hand the import over."""
    here: Surroundings = ask.fact(Here())
    file = here.dialog.subject
    found: Preview | None = ask.fact(ImportPlan(file, kind))
    convert = found is not None and _ask_convert(ask, _, found)
    if convert:
        found = ask.fact(ImportPlan(file, kind, convert=True))
    if found is None:
        return DropTable(file)
    columns = ask_columns(ask, _, found.columns)
    control = _ask_control(ask, _, here.forms[0].programme) if kind == "units" else ""
    plan = ImportPlan(file, kind, columns, convert, control)
    found = ask.fact(plan)
    if found is None:
        return DropTable(file)
    return _ask_sure(ask, _, plan, found, here.forms[0].programme)


def _ask_convert(ask: Ask, _: Translate, found: Preview) -> bool:
    if not found.encoding:
        return False
    font = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}[found.encoding]
    text = _(
        "The letters of this table are in the old encoding {font}. The assistant can convert them, "
        "for example:\n{before}\n→ {after}"
    )
    before, after = found.sample
    text = text.format(font=font, before=before, after=after)
    return ask.maybe("convert", _("Letters"), text, yes=_("Convert"), no=_("Leave them"))


def _ask_control(ask: Ask, _: Translate, programme: Programme) -> str:
    """Return the totals the units must have, "" where none are known."""
    text = _(
        "How many units does the document say there are? The assistant compares before it writes. "
        "Example: 84 = 45 đảng bộ + 39 chi bộ."
    )

    def read(said: str) -> str:
        read_control(said, "units", programme)
        return " ".join(said.split())

    own = _own_control(programme)
    offer = [Choice("own", own)] if own else []
    label, none = _("Control number"), _("None, do not compare")
    return ask.words("control", label, text, read, offer=offer, skip=none, example="84")


def _own_control(programme: Programme) -> str:
    """Return the totals the programme's document states, in words; "" for none."""
    labels = dict(programme.unit_types)
    parts = [(labels[code], count) for code, count in programme.controls if code in labels]
    total = dict(programme.controls).get("total") or sum(count for _label, count in parts)
    words = " + ".join(f"{count} {label.lower()}" for label, count in parts)
    return f"{total} = {words}" if words else str(total or "")


def _ask_sure(
    ask: Ask, _: Translate, plan: ImportPlan, found: Preview, programme: Programme
) -> ImportTable | ListProblems | DropTable:
    others = [Choice("drop", _("Put the file away"), ("bỏ", "thôi", "không"))]
    if plan.kind == "units":
        others.insert(0, Choice("control", _("Correct the control number")))
    if found.good:
        ways = [Choice("go", _("Write it into the register"), ("nhập", "có", "đồng ý", "ghi"))]
        text = "\n\n".join((say_preview(found, programme, _), _("Shall it be written?")))
    else:
        text, ways = _problems(found, _)
    # Half a name decides nothing here: "bộ" and "bỏ" are one word without marks.
    chosen = ask.choice("sure", _("Import"), text, (*ways, *others), kind="sure")
    if chosen == "drop":
        return DropTable(plan.file)
    end = ImportTable if found.good else ListProblems
    return end(plan.file, plan.kind, plan.columns, plan.convert, plan.control)


def _problems(found: Preview, _: Translate) -> tuple[str, list[Choice]]:
    """Return what is wrong, and the way to the list where rows are to be put right."""
    problems = say_problems(found, _)
    if not any(problem.row for problem in found.problems):
        head = _("It cannot be imported:")
        return f"{head}\n{problems}", []
    head = _("Nothing can be imported before this is put right in the file:")
    list_ = Choice("list", _("Send the list of problems"), ("danh sách", "gửi danh sách"))
    return f"{head}\n{problems}", [list_]


IMPORTS: Mapping[str, Script] = {
    "import-units": partial(import_table, kind="units"),
    "import-contacts": partial(import_table, kind="contacts"),
    "import-entries": partial(import_table, kind="entries"),
    "import-ratings": partial(import_table, kind="ratings"),
}
