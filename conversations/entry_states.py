"""How far what somebody sent has come, and what the year brings next."""

from conversations.drafts import LISTED
from conversations.entries import entries_and_drafts
from conversations.moments import say_moment
from conversations.next_stage import say_next_stage
from conversations.offer import act, one_line, rows
from conversations.say import Say
from conversations.situation import Situation, Translate
from conversations.states import number_of, say_state
from rules.entry import Entry
from rules.requests import MyEntries


def entry_states(s: Situation) -> Say:
    """Return the state of each entry of the round, and when it was received."""
    _ = s.translate
    form = s.forms[0]
    mine = [e for e in s.facts_of(MyEntries()) if e.round == form.year and e.state != "withdrawn"]
    if not mine:
        return entries_and_drafts(s)
    lines = [_("What became of what was sent in {year}:").format(year=form.year)]
    lines += [one_line(_line(entry, form.year, _)) for entry in mine[:LISTED]]
    if len(mine) > LISTED:
        lines.append(_("• And more registrations: say MÔ HÌNH CỦA TÔI."))
    if stage := say_next_stage(form, s.now, _, entries=mine):
        lines.append(_("Next: {stage}.").format(stage=stage))
    see = [
        act(_("See number {number}").format(number=e.number), "show", e.id, e.version)
        for e in mine[:LISTED]
    ]
    return Say("\n".join(lines), rows(*see), lines=tuple(way.data for way in see))


def _line(entry: Entry, year: int, _: Translate) -> str:
    text = _("• Number {number}: “{name}” – {state}, received {moment}")
    return text.format(
        number=number_of(entry, year=year),
        name=entry.name,
        state=say_state(entry.state, _),
        moment=say_moment(entry.received, _),
    )
