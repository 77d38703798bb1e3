"""Why did I, or did that unit, not get this? What the ledger says, the newest first."""

from collections.abc import Callable, Mapping, Sequence

from conversations.decisions import say_rule
from conversations.moments import short_day
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.reminding.why_words import fate_words, matter_words
from conversations.say import Say
from conversations.situation import Situation
from rules.unit_requests import CardOf, UnitsOfMine
from rules.why_requests import Decided, Missed, MissedIn, WhyTo, WhyToMe


def _mine(s: Situation, _subject: str) -> Outcome:
    _ = s.translate
    found: Sequence[Decided] = s.facts_of(WhyToMe())
    if found:
        return _list(_("What the assistant told you by itself, the newest first:"), found, s)
    text = _(
        "The assistant has not reminded you of anything yet. It reminds only who still owes"
        " something, on working days."
    )
    return Outcome((Say(text, rows(act(_("How the unit stands"), "unit"))),))


def _of_unit_named(s: Situation, words: str) -> Outcome:
    """Return the same of the contacts of a unit somebody named; of several ask which."""
    _ = s.translate
    found = s.facts_of(UnitsOfMine(words))
    if len(found) == 1:
        return _of_unit(s, found[0].id)
    if not found:
        text = _("No unit of yours is called so. Please write its name again, comrade.")
        return Outcome((Say(text),))
    options = [act(unit.name, "why-of", unit.id) for unit in found]
    return Outcome((Say(_("Which unit, comrade?"), rows(*options)),))


def _of_unit(s: Situation, unit: str) -> Outcome:
    _ = s.translate
    found: Sequence[Decided] = s.facts_of(WhyTo(unit))
    card = s.facts_of(CardOf(unit)) if unit else None
    name = card.unit.name if card else ""
    if found:
        lead = _("What the contacts of {unit} were told, the newest first:")
        return _list(lead.format(unit=name), found, s, names=True)
    if card and not card.contacts:
        text = _("{unit} has no contact yet, so nobody is reminded. Please call, or invite one.")
        return Outcome((Say(text.format(unit=name)),))
    text = _(
        "Nobody of {unit} has been reminded of anything yet. Only contacts of a unit that still"
        " owes something are reminded."
    )
    return Outcome((Say(text.format(unit=name or _("this unit"))),))


def _list(lead: str, found: Sequence[Decided], s: Situation, *, names: bool = False) -> Outcome:
    return Outcome((Say("\n".join((lead, *(_line(one, s, names=names) for one in found)))),))


def _line(one: Decided, s: Situation, *, names: bool) -> str:
    _ = s.translate
    about = one.name if names else one.unit
    what = say_rule(one.rule, one.step, (form.programme for form in s.forms), _)
    what = f"{what} ({about})" if about else what
    return f"– {short_day(one.at.date())}: {what} – {fate_words(one, _)}"


def _missed(s: Situation, gap: str) -> Outcome:
    _ = s.translate
    found: Sequence[Missed] = s.facts_of(MissedIn(int(gap) if gap.isdecimal() else 0))
    if not found:
        return Outcome((Say(_("No reminder of a unit of yours came too late then.")),))
    lead = _("It was too late for these reminders; please call the units, comrade:")
    lines = [
        f"– {one.unit}: {', '.join(filter(None, (matter_words(one.rule, _), one.name)))}"
        for one in found
    ]
    return Outcome((Say("\n".join((lead, *lines))),))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {
    "why": _mine,
    "why-unit": _of_unit_named,
    "why-of": _of_unit,
    "missed": _missed,
}
