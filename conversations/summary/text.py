"""The figures of the office's table, in the order they are read out on the phone."""

from conversations.moments import say_moment
from conversations.situation import Form
from conversations.states import say_names
from conversations.summary.duties import say_duties
from dialog.turn import Translate
from rules.numbers import say_number, say_percent
from rules.summary import Summary

ORIGINS = ("new", "maintain", "replicate", "adopt")


def say_table(summary: Summary, form: Form, _: Translate, *, of: str = "") -> str:
    """Return the table in words; `of` is whose it is, where that is not plain."""
    head = _("REGISTERING “DÂN VẬN KHÉO” {year} – as of {moment}")
    head = head.format(year=summary.year, moment=say_moment(summary.at, _))
    first = "\n".join(part for part in (head, of) if part)
    states = [_units(summary, _), *_states(summary, _)]
    figures = [*_total(summary, form, _), *_fields(summary, form, _), *_quality(summary, _)]
    duties = say_duties(summary, form, _)
    notes = _notes(summary, _)
    body = "\n".join([*states, *figures, *duties])
    return "\n\n".join(part for part in (first, body, "\n".join(notes)) if part)


def _units(summary: Summary, _: Translate) -> str:
    exempt = summary.in_state("exempt")
    known = {
        "count": say_number(len(summary.lines)),
        "exempt": say_number(len(exempt)),
        "left": say_number(summary.owing),
    }
    why = {line.now.exempt for line in exempt}
    if not exempt:
        text = _("{count} units:")
    elif len(why) == 1:
        text = _("{count} units; {exempt} exempt ({why}); {left} left:")
    else:
        text = _("{count} units; {exempt} exempt; {left} left:")
    return text.format(**known, why="".join(why))


def _states(summary: Summary, _: Translate) -> list[str]:
    """Return how many units stand how, of those that are not exempt."""
    short, none = (len(summary.in_state(state)) for state in ("short", "none"))
    asked = summary.asks_numbers
    met = _("• Quota met: {count} ({rate})") if asked else _("• Have registered: {count} ({rate})")
    lines = [
        met.format(
            count=say_number(len(summary.in_state("met"))), rate=say_percent(summary.met_rate)
        )
    ]
    if asked:
        lines.append(_("• Some, but too few: {count}").format(count=say_number(short)))
    text = _("• None: {count}")
    if summary.by_hand:
        text = _("• None: {count}, of which {papers} sent the paper form, to be typed in")
    papers = say_number(summary.by_hand)
    return [*lines, text.format(count=say_number(none), papers=papers)]


def _total(summary: Summary, form: Form, _: Translate) -> list[str]:
    kinds = [kind for kind in form.programme.kinds if kind.counts]
    total, models = len(summary.entries), summary.models
    text = _("{total} in all: {models} models, {exemplars} exemplars.")
    if all(kind.entry == "model" for kind in kinds):
        text = _("{total} models in all.")
    said = text.format(
        total=say_number(total), models=say_number(models), exemplars=say_number(total - models)
    )
    origins = {kind.origin for kind in kinds}
    parts = [_origin(origin, summary, _) for origin in ORIGINS if origin in origins]
    apart = ", ".join(parts)
    return [f"{said} {apart[:1].upper()}{apart[1:]}." if apart else said]


def _origin(origin: str, summary: Summary, _: Translate) -> str:
    words = {
        "new": _("new {count}"),
        "maintain": _("maintained {count}"),
        "replicate": _("replicated {count}"),
        "adopt": _("launched from above {count}"),
    }
    return words[origin].format(count=say_number(summary.of_origin(origin)))


def _fields(summary: Summary, form: Form, _: Translate) -> list[str]:
    labels = {field.code: field.short or field.label for field in form.programme.fields}
    counts = summary.by_field()
    if not labels:
        return []
    lines = [" · ".join(f"{labels.get(code, code)} {say_number(n)}" for code, n in counts.items())]
    if summary.entries and summary.empty_fields:
        empty = "; ".join(labels.get(code, code) for code in summary.empty_fields)
        lines.append(_("No entry yet in: {fields}.").format(fields=empty))
    return lines


def _quality(summary: Summary, _: Translate) -> list[str]:
    if not summary.recognised:
        return []
    text = _("Recognised: {count}/{total} ({rate}).")
    count, total = say_number(summary.recognised), say_number(len(summary.entries))
    rate = say_percent(summary.recognised_rate)
    return [text.format(count=count, total=total, rate=rate)]


def _notes(summary: Summary, _: Translate) -> list[str]:
    notes = []
    if summary.unclear:
        text = _("{count} more are in no count: it is not clear who sent them.")
        notes.append(text.format(count=say_number(summary.unclear)))
    exempt = summary.in_state("exempt")
    if exempt:
        several = len({line.now.exempt for line in exempt}) > 1
        names = [
            f"{line.now.unit.name} ({line.now.exempt})" if several else line.now.unit.name
            for line in exempt
        ]
        notes.append(_("Exempt: {names}.").format(names=say_names(names, _)))
    return notes
