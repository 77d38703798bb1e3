"""The one thing somebody should do next for their units."""

from collections.abc import Iterator, Sequence

from conversations.closing import is_over
from conversations.dialogs import front
from conversations.drafts import go_on, written
from conversations.launched import to_take_up
from conversations.offer import act
from conversations.on_paper.offered import send_unsent, unsent_form
from conversations.say import Option
from conversations.situation import Form, Situation
from conversations.unit_status import hand_forms, planned, registered, standing_of
from conversations.units_below import below
from rules.adopting import SOURCE
from rules.duties import owed
from rules.entry import Entry
from rules.person import Membership
from rules.programme import Launched

BRIEF = 40  # characters of a name on a button


def next_thing(s: Situation, *forms: Form) -> Option | None:
    """Return the button of what comes first in these programmes.

    None for nothing, or for what is being asked anyway.
    """
    asked, unsent, kept = front(s), unsent_form(s), written(s)
    if asked and (asked == unsent or asked.script == "register"):
        return None
    if unsent:
        return send_unsent(s)
    hats = [hat for hat in s.person.memberships if not is_office(hat)]
    own = [(form, hat) for form in forms for hat in hats]
    returned = next((way for both in own for way in _returned(s, *both)), None)
    if returned or kept:
        return returned or go_on(s, kept[0])
    waiting = [_to_confirm, _to_register, _to_take_up, _to_plan]
    return next((way for ask in waiting for both in own for way in ask(s, *both)), None)


def is_office(hat: Membership) -> bool:
    """Return whether a place is in an office, which registers nothing of its own."""
    return hat.confirmed and hat.role in {"office", "admin"}


def _is_officer(hat: Membership) -> bool:
    return hat.confirmed and hat.role != "member"


def _returned(s: Situation, form: Form, hat: Membership) -> Iterator[Option]:
    _ = s.translate
    for entry in registered(s, form, hat.unit):
        if entry.state == "returned" and (entry.typed_by == s.person.id or _is_officer(hat)):
            label = _("Supplement number {number}").format(number=entry.number)
            yield act(label, "supplement", entry.id, entry.version)


def _to_confirm(s: Situation, form: Form, hat: Membership) -> Iterator[Option]:
    _ = s.translate
    for entry in registered(s, form, hat.unit) if _is_officer(hat) else ():
        if entry.state == "sent":
            label = _("Confirm number {number}").format(number=entry.number)
            yield act(label, "confirm", entry.id, entry.version)


def _to_register(s: Situation, form: Form, hat: Membership) -> Iterator[Option]:
    if not is_over(form.of(hat.unit.id), s.now) and lacks(s, form, hat):
        _ = s.translate
        yield act(_("Register"), "register")


def lacks(s: Situation, form: Form, hat: Membership) -> bool:
    """Return whether a unit still owes an entry, and has no form of it waiting to be typed in."""
    how, by_hand = standing_of(s, form, hat.unit), len(hand_forms(s, form, hat.unit))
    if how.exempt or how.quota:
        return how.missing > by_hand
    duty = owed(form.programme, hat.unit.type).duty
    if duty == "covered" and _is_officer(hat) and below(s, form, hat.unit).entries:
        return False
    return duty in {"any", "covered"} and not how.registered and not by_hand


def _to_take_up(s: Situation, form: Form, hat: Membership) -> Iterator[Option]:
    _ = s.translate
    for model in asked_to_adopt(s, form, hat)[:1]:
        label = _("Take up “{name}”").format(name=_brief(model.name))
        yield act(label, "adopt", f"{form.programme.code}/{model.code}")


def asked_to_adopt(s: Situation, form: Form, hat: Membership) -> Sequence[Launched]:
    """Return the launched models that a unit can and has not yet taken up."""
    if is_over(form.of(hat.unit.id), s.now) or standing_of(s, form, hat.unit).exempt:
        return ()
    return to_take_up(form, hat.unit, registered(s, form, hat.unit))


def _to_plan(s: Situation, form: Form, hat: Membership) -> Iterator[Option]:
    _ = s.translate
    launched = form.programme.launched_for(hat.unit.type)
    if not launched or not _is_officer(hat) or standing_of(s, form, hat.unit).exempt:
        return
    plans, mine = planned(s, form, hat.unit), registered(s, form, hat.unit)
    for model in launched:
        if model.code not in plans and _taken(mine, model.code):
            yield act(_("Give the plan of “{name}”").format(name=_brief(model.name)), "plan")


def _taken(entries: list[Entry], code: str) -> bool:
    return any(e.source == SOURCE + code and e.state != "withdrawn" for e in entries)


def _brief(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= BRIEF else f"{words[:BRIEF].rstrip()}…"
