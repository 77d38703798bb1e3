"""What is said after the office did something with an entry, or was asked to."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from conversations import entries
from conversations.entry_notices import say_changes, say_settled
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.second_words import say_second
from conversations.show import none_such
from conversations.situation import Situation, form_of
from conversations.waiting import next_waiting
from rules import office_results, results


def _accepted(s: Situation, r: office_results.Accepted) -> Outcome:
    """Return that an entry was taken in, and the next one that waits."""
    _ = s.translate
    text = _("Registration number {number} “{name}” of {unit} is taken in.")
    text = text.format(number=r.entry.number, name=r.entry.name, unit=r.entry.unit.name)
    return _and_next(s, _with_told(s, text, r.told, again=r.again), r)


def _returned(s: Situation, r: office_results.Returned) -> Outcome:
    _ = s.translate
    text = _("The supplement to registration number {number} “{name}” is asked for.")
    text = text.format(number=r.entry.number, name=r.entry.name)
    return _and_next(s, _with_told(s, text, r.told, again=r.again), r)


def _mended(s: Situation, r: office_results.Mended) -> Outcome:
    _ = s.translate
    programme = form_of(s.forms, r.entry.programme).programme
    text = _("The spelling of registration number {number} is corrected.")
    text = _with_told(s, text.format(number=r.entry.number), r.told, again=r.again)
    lines = [text, *say_changes(programme, r.boxes, _)]
    return Outcome((Say("\n".join(lines), entries.entry_ways(s, r.entry)),))


def _with_told(s: Situation, text: str, told: int, *, again: bool) -> str:
    """Return the text with whether its people could be told; of a second press nothing is known."""
    _ = s.translate
    if again:
        return text
    if told:
        return f"{text} " + _("{count} people were told.").format(count=told)
    return f"{text} " + _("Nobody of the unit is in the assistant to be told.")


def _and_next(
    s: Situation, text: str, r: office_results.Accepted | office_results.Returned
) -> Outcome:
    """Return the text and below it what waits next, if anything does."""
    _ = s.translate
    count, after = next_waiting(s, r.entry)
    if not count:
        return Outcome((Say(f"{text} " + _("Nothing else waits.")),))
    text += " " + _("{count} still wait.").format(count=count)
    if after is None:
        return Outcome((Say(text, rows(act(_("What waits for the office"), "waiting"))),))
    card = entries.entry(s, after)
    lead = "\n\n".join((text, _("The next one:"), card.text))
    return Outcome((replace(card, text=lead),))


def _asked(s: Situation, r: office_results.CorrectionAsked) -> Outcome:
    _ = s.translate
    text = _(
        "The correction of registration number {number} is with the office, which has taken it in "
        "and has to agree. Until then it stays as it is; you will be told."
    )
    return Outcome((Say(text.format(number=r.entry.number), entries.entry_ways(s, r.entry)),))


def _settled(s: Situation, r: office_results.CorrectionSettled) -> Outcome:
    return Outcome((Say(say_settled(r, s.translate), entries.entry_ways(s, r.entry)),))


def _too_late(s: Situation, r: results.TooLate) -> Outcome:
    if r.entry is None:
        return Outcome((none_such(s),))
    card = entries.entry(s, r.entry)
    return Outcome((replace(card, text=f"{say_second(s, r)}\n\n{card.text}"),))


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    office_results.Accepted: _accepted,
    office_results.Returned: _returned,
    office_results.Mended: _mended,
    office_results.CorrectionAsked: _asked,
    office_results.CorrectionSettled: _settled,
    results.TooLate: _too_late,
}
