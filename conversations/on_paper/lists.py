"""What there is to do with papers: forms to type in, entries without a signed paper."""

from collections.abc import Sequence
from itertools import groupby, product

from conversations.offer import act, rows
from conversations.offices import offices
from conversations.on_paper.notices import say_numbers
from conversations.on_paper.type_in import say_form
from conversations.say import Option, Say
from conversations.show import main_list
from conversations.situation import Situation
from rules.entry import Entry
from rules.name_order import name_order
from rules.office_requests import Form, Gaps, GapsOf

LISTED = 7


def paper_work(s: Situation) -> Say:
    """Return the forms that wait to be typed in, and what can be done with papers."""
    _ = s.translate
    forms = _gaps(s).without_entry
    if forms:
        lines = [_("Forms waiting to be typed in: {count}").format(count=len(forms))]
        lines += _form_lines(s, forms[:LISTED])
        lines += _more(s, len(forms) - LISTED)
    else:
        lines = [_("No form waits to be typed in.")]
    ways = [
        *_type_in_ways(s, forms),
        act(_("Type in a paper form"), "type-in"),
        act(_("A signed paper came in"), "paper-in"),
        act(_("Signed papers still missing"), "gaps"),
        act(_("Open the desk"), "desk"),
    ]
    return Say("\n".join(lines), rows(*ways))


def gaps(s: Situation, start: int) -> Say:
    """Return where screen and paper differ, the units from the place `start` on."""
    _ = s.translate
    found = _gaps(s)
    if not (found.without_paper or found.without_entry):
        return main_list(s, _("Screen and paper agree: no signed paper is missing."))
    by_unit = _by_unit(found.without_paper)
    start = start if 0 <= start < len(by_unit) else 0
    shown = by_unit[start : start + LISTED]
    text = _("In the register, without a signed paper: {count}")
    lines = [text.format(count=len(found.without_paper))]
    for unit, entries in shown:
        lines.append(f"• {unit}: {say_numbers([entry.number for entry in entries], _)}")
    left = len(by_unit) - start - len(shown)
    lines += _more(s, left)
    text = _("Paper here, not typed in: {count}")
    lines += ["", text.format(count=len(found.without_entry))]
    lines += _form_lines(s, found.without_entry[:LISTED])
    further = [act(_("Further units"), "gaps", str(start + LISTED))] if left > 0 else []
    received = act(_("A signed paper came in"), "paper-in")
    ways = (*further, received, *_type_in_ways(s, found.without_entry))
    return Say("\n".join(lines), rows(*ways))


def _gaps(s: Situation) -> Gaps:
    """Return the gaps of all rounds of all offices somebody works in, each once."""
    entries: dict[str, Entry] = {}
    forms: dict[str, Form] = {}
    pairs = product(offices(s.person), s.forms)
    asked = [GapsOf(unit.id, form.programme.code, form.year) for unit, form in pairs]
    s.need(*asked)
    for request in asked:
        found: Gaps = s.facts_of(request)
        entries |= {entry.id: entry for entry in found.without_paper}
        forms |= {one.id: one for one in found.without_entry}
    return Gaps(tuple(entries.values()), tuple(sorted(forms.values(), key=lambda one: one.at)))


def _by_unit(entries: Sequence[Entry]) -> list[tuple[str, list[Entry]]]:
    def name(entry: Entry) -> str:
        return entry.unit.name

    ordered = sorted(entries, key=lambda entry: (name_order(entry.unit.name), entry.unit.name))
    return [(unit, list(same)) for unit, same in groupby(ordered, name)]


def _form_lines(s: Situation, forms: Sequence[Form]) -> list[str]:
    _ = s.translate
    lines = []
    for form in forms:
        line = f"• {form.unit.name}: {say_form(form, _)}"
        if not form.original and form.by:
            line += ", " + _("comrade {name}").format(name=form.by)
        lines.append(line)
    return lines


def _more(s: Situation, count: int) -> list[str]:
    _ = s.translate
    return [_("and {count} more").format(count=count)] if count > 0 else []


def _type_in_ways(s: Situation, forms: Sequence[Form]) -> list[Option]:
    _ = s.translate
    text = _("Type in: {unit}")
    return [act(text.format(unit=form.unit.name), "type-in", form.id) for form in forms[:LISTED]]
