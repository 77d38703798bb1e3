"""What is asked of all units of a type, and of all units: coverage, effect, launched models."""

from conversations.situation import Form
from dialog.turn import Translate
from rules.numbers import say_number, say_percent
from rules.progress import Progress, percent
from rules.summary import Summary


def say_duties(summary: Summary, form: Form, _: Translate) -> list[str]:
    """Return a line for each duty of all units of a type, and one for the launched models."""
    types = dict(form.programme.unit_types)
    covered = _("{type}: {done}/{of} have a model ({rate}).")
    lines = [_far(covered, far, _, type=types[code]) for code, far in summary.coverage]
    effective = _("{type}: {done}/{of} have {needed} or more effective models ({rate}).")
    for code, needed, far in summary.effective:
        lines.append(_far(effective, far, _, type=types[code], needed=say_number(needed)))
    if summary.adoption and summary.adopted_all.of:
        text = _("Models launched from above: {done}/{of} units carry out all of them ({rate}).")
        lines.append(_far(text, summary.adopted_all, _))
    return lines


def _far(text: str, far: Progress, _: Translate, **more: str) -> str:
    done, of = say_number(far.done), say_number(far.of)
    return text.format(done=done, of=of, rate=say_percent(percent(far.done, far.of)), **more)
