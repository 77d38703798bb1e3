"""What is said after an import, and what comes next."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.import_preview import say_counts
from conversations.import_problems import say_problems
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.situation import Situation, Translate
from rules import import_commands as results
from rules.importing.columns import Columns
from rules.importing.preview import Preview


def _imported(s: Situation, r: results.Imported) -> Outcome:
    _ = s.translate
    total = r.new + r.changed + r.same
    columns = Columns(r.kind, 0, (), ())
    counted = Preview(r.kind, columns, total, r.new, r.changed, r.same, by_type=r.by_type)
    text = _("Imported: {counts}.").format(counts=say_counts(counted, _))
    return Outcome((Say(text, rows(*_next(r, _))),))


def _next(r: results.Imported, _: Translate) -> tuple[Option, ...]:
    if r.kind == "units":
        return (act(_("Import contacts"), "import"), act(_("Main list"), "main"))
    if r.kind == "contacts":
        return (act(_("Make invitation codes"), "codes"), act(_("Main list"), "main"))
    if r.kind == "ratings":
        return (act(_("See the ratings"), "ratings"), act(_("Main list"), "main"))
    return (act(_("Main list"), "main"),)


def _not_imported(s: Situation, r: results.NotImported) -> Outcome:
    _ = s.translate
    found = Preview(r.kind, Columns(r.kind, 0, (), ()), problems=r.problems)
    text = _("Nothing was written: the register has changed since. Please put this right:")
    ways = rows(act(_("Send the file again"), "import"), act(_("Main list"), "main"))
    return Outcome((Say("\n".join((text, say_problems(found, _))), ways),))


IMPORT_WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.Imported: _imported,
    results.NotImported: _not_imported,
}
