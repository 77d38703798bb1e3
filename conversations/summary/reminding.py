"""A text that reminds the units that are short, for the office to forward; no phones in it."""

from collections.abc import Sequence
from dataclasses import replace

from conversations.closing import say_until
from conversations.moments import say_moment
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.situation import Situation
from conversations.summary.short_line import short_line
from conversations.summary.whose import Meant, summary_of
from rules.numbers import say_number
from rules.summary import Line, Summary

AT_ONCE = 40  # units in one bubble, so that it fits every channel


def to_remind(summary: Summary) -> tuple[Line, ...]:
    """Return the units that are short, without those whose paper form is here."""
    return tuple(line for line in summary.lines if line.missing and not line.now.papers)


def remind_text(s: Situation, one: Meant) -> Outcome:
    """Return the text, as the units stand now; in several bubbles where there are many."""
    _ = s.translate
    form = one.form
    summary = summary_of(s, one)
    short = to_remind(summary)
    if not short:
        return Outcome((Say(_("Nobody has to be reminded: every unit has enough.")),))
    head = _(
        "Comrades, by {moment} {board} has not received all registrations “Dân vận khéo” "
        "{year} of {count} units:"
    )
    head = head.format(
        moment=say_moment(summary.at, _),
        board=form.programme.office.board,
        year=summary.year,
        count=say_number(len(short)),
    )
    please = _("Please register. Whoever has sent it since then need not mind this.")
    last = f"{say_until(replace(form.of(one.unit.id), year=one.round), s.now, _)} {please}"
    return Outcome(_in_parts(head, [short_line(line, _) for line in short], last))


def _in_parts(head: str, lines: Sequence[str], last: str) -> tuple[Say, ...]:
    parts = [lines[n : n + AT_ONCE] for n in range(0, len(lines), AT_ONCE)]
    texts = ["\n".join(part) for part in parts]
    texts[0] = f"{head}\n{texts[0]}"
    texts[-1] = f"{texts[-1]}\n\n{last}"
    return tuple(Say(text) for text in texts)
