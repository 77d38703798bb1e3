"""How one unit of somebody's stands: what it owes, registered, sent by hand, has a plan for."""

from collections.abc import Sequence

from conversations.launched import say_left
from conversations.moments import say_last_moment, short_day
from conversations.proved import say_proved
from conversations.situation import Form, Situation, Translate
from conversations.states import LISTED, entry_line, say_standing
from conversations.supplement_words import last_moment
from rules.adoption_requests import PlansOf
from rules.entry import Entry
from rules.entry_requests import AtOfficeOf, Supplement
from rules.office_requests import Form as HandForm
from rules.person import Membership, Unit
from rules.quotas import Standing
from rules.requests import EntriesOf, StandingOf
from rules.status_requests import FormsOf

_FIRST = {"returned": 0, "sent": 1}  # what somebody has to do something about stands first


def standing_of(s: Situation, form: Form, unit: Unit) -> Standing:
    """Return how a unit stands against its quota."""
    standing: Standing = s.facts_of(StandingOf(unit.id, form.year, form.programme.code))
    return standing


def registered(s: Situation, form: Form, unit: Unit) -> list[Entry]:
    """Return a unit's entries of the programme's round, first what waits for its people."""
    here = (form.programme.code, form.year)
    found = [e for e in s.facts_of(EntriesOf(unit.id)) if (e.programme, e.round) == here]
    return sorted(found, key=lambda entry: _FIRST.get(entry.state, len(_FIRST)))


def hand_forms(s: Situation, form: Form, unit: Unit) -> tuple[HandForm, ...]:
    """Return the forms of a unit that nobody has typed in yet."""
    found: tuple[HandForm, ...] = s.facts_of(FormsOf(unit.id, form.programme.code, form.year))
    return found


def planned(s: Situation, form: Form, unit: Unit) -> tuple[str, ...]:
    """Return the codes of the models launched to a unit that it has a plan for."""
    plans: tuple[str, ...] = s.facts_of(PlansOf(unit.id, form.programme.code, form.year))
    return plans


def say_how(s: Situation, form: Form, hat: Membership) -> str:
    """Return "đã đăng ký 1/2, CÒN THIẾU 1", or why nothing is owed."""
    _ = s.translate
    found = standing_of(s, form, hat.unit)
    how = say_standing(found, _)
    if found.quota and not found.registered and hand_forms(s, form, hat.unit):
        how = _("quota {quota}, a paper form was sent").format(quota=found.quota)
    if not found.exempt:
        return how
    exempt = _("exempt in {year}: {reason}").format(year=form.year, reason=found.exempt)
    return f"{exempt}; {how}" if found.registered else exempt


def unit_lines(s: Situation, form: Form, hat: Membership, *, most: int = LISTED) -> list[str]:
    """Return what stands below how the unit stands, a line each."""
    _ = s.translate
    entries, lines = registered(s, form, hat.unit), []
    exempt = standing_of(s, form, hat.unit).exempt
    if hat.confirmed and not exempt:
        lines += say_proved(s, form, hat.unit, hat.role)
    if not hat.confirmed:
        lines.append(_("Your place in this unit is not confirmed yet; you see only what you sent."))
    waiting = sum(entry.state == "sent" for entry in entries)
    if waiting and s.person.confirms(hat.unit.id):
        lines.append(_("Waiting for your confirmation: {count}").format(count=waiting))
    lines += [_entry(s, form, entry) for entry in entries[:most]]
    if len(entries) > most:
        lines.append(_("• And more registrations: say MÔ HÌNH CỦA TÔI."))
    lines += [_say_form(one, _) for one in hand_forms(s, form, hat.unit)]
    return lines if exempt else [*lines, *_launched(s, form, hat.unit, entries)]


def _entry(s: Situation, form: Form, entry: Entry) -> str:
    """Return an entry as a line; of one to be completed also until when."""
    _ = s.translate
    line = entry_line(entry, _, year=form.year)
    if entry.state != "returned":
        return line
    asked: Supplement | None = s.facts_of(AtOfficeOf(entry.id)).supplement
    if asked is None:
        return line
    last = say_last_moment(last_moment(form, asked.until, s.zone()), _)
    return _("{line}, {when}").format(line=line, when=last)


def _say_form(one: HandForm, _: Translate) -> str:
    if one.original:
        text = _("• Paper form received {day}, waits to be typed in")
    else:
        text = _("• Photo of a paper form sent {day}, waits to be typed in")
    return text.format(day=short_day(one.at.date()))


def _launched(s: Situation, form: Form, unit: Unit, entries: Sequence[Entry]) -> list[str]:
    """Return which launched models the unit has not taken up, and for how many it has a plan."""
    _ = s.translate
    asked = form.programme.launched_for(unit.type)
    if not asked:
        return []
    done = len({model.code for model in asked} & set(planned(s, form, unit)))
    text = _("Models launched from above: a plan for {done}/{of}.")
    return [*say_left(form, unit, entries, _), text.format(done=done, of=len(asked))]
