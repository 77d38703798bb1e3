"""How the person's units stand in one programme, and what the year brings next in it."""

from collections.abc import Iterator, Sequence
from typing import Any

from conversations.closing import say_until
from conversations.drafts import registrations
from conversations.next_stage import say_next_stage
from conversations.next_thing import asked_to_adopt, is_office, lacks, next_thing
from conversations.office_duties import say_to_office
from conversations.on_paper.offered import unsent_form
from conversations.say import Option
from conversations.situation import Form, Situation
from conversations.unit_status import hand_forms, registered, say_how, standing_of, unit_lines
from conversations.units_below import below, say_below
from rules.adoption_requests import AdoptionOf, PlansOf
from rules.office_requests import SummaryOf
from rules.person import Membership
from rules.requests import EntriesOf, StandingOf
from rules.status_requests import FormsOf

FEW = 3  # entries of each of several units


def needed(s: Situation, form: Form) -> Iterator[Any]:
    """Yield what is needed of each unit, to be loaded together."""
    for hat in s.person.memberships:
        unit, round_ = hat.unit.id, (hat.unit.id, form.programme.code, form.year)
        if not is_office(hat):
            yield from (
                StandingOf(unit, form.year, form.programme.code),
                EntriesOf(unit),
                FormsOf(*round_),
            )
            if form.programme.launched_for(hat.unit.type):
                yield PlansOf(*round_)
        if hat.confirmed and hat.role != "member":
            yield SummaryOf(*round_)
        if is_office(hat) and form.programme.launched:
            yield AdoptionOf(*round_)


def concerns(s: Situation, form: Form, hat: Membership) -> bool:
    """Return whether a unit, or one of those below it, owes, has or is exempt from something."""
    over = hat.confirmed and hat.role != "member"
    if over and below(s, form, hat.unit).lines:
        return True
    if is_office(hat):
        return False
    if lacks(s, form, hat) or asked_to_adopt(s, form, hat) or registered(s, form, hat.unit):
        return True
    return bool(hand_forms(s, form, hat.unit) or standing_of(s, form, hat.unit).exempt)


def say_block(
    s: Situation, form: Form, hats: Sequence[Membership], drafts: Sequence[str] = ()
) -> list[str]:
    """Return the paragraphs of a programme about these of the person's places."""
    if len(s.person.memberships) == 1:
        parts = [_alone(s, form, hat, drafts) for hat in hats]
    else:
        parts = [*(_one_of_several(s, form, hat) for hat in hats), "\n".join(drafts)]
    return [*parts, "\n".join(say_to_office(s, form)), _what_comes(s, form, next_thing(s, form))]


def _alone(s: Situation, form: Form, hat: Membership, drafts: Sequence[str]) -> str:
    """Return how the only unit stands; the heading has named it."""
    if is_office(hat):
        return "\n".join([*say_below(s, form, hat.unit), *drafts])
    how = say_how(s, form, hat)
    own, under = unit_lines(s, form, hat), _under(s, form, hat)
    return "\n".join([f"{how[:1].upper()}{how[1:]}.", *own, *drafts, *under])


def _one_of_several(s: Situation, form: Form, hat: Membership) -> str:
    if is_office(hat):
        return "\n".join([f"{hat.unit.name}:", *say_below(s, form, hat.unit)])
    own, under = unit_lines(s, form, hat, most=FEW), _under(s, form, hat)
    return "\n".join([f"{hat.unit.name}: {say_how(s, form, hat)}.", *own, *under])


def _under(s: Situation, form: Form, hat: Membership) -> list[str]:
    return say_below(s, form, hat.unit) if hat.confirmed and hat.role == "officer" else []


def _what_comes(s: Situation, form: Form, way: Option | None) -> str:
    """Return the deadline, or for who has nothing to do what the year brings next."""
    _ = s.translate
    own = [hat for hat in s.person.memberships if not is_office(hat)]
    begun = registrations(s) or unsent_form(s)
    form = form.of(own[0].unit.id) if own else form
    if not own or begun or any(lacks(s, form, hat) or asked_to_adopt(s, form, hat) for hat in own):
        return say_until(form, s.now, _)
    entries = [entry for hat in own for entry in registered(s, form, hat.unit)]
    stage = say_next_stage(form, s.now, _, entries=entries)
    if way:
        return _("Next deadline: {stage}.").format(stage=stage) if stage else ""
    if any(hand_forms(s, form, hat.unit) for hat in own):
        nothing = _("The office types the paper form in; nothing more needs to be done now.")
    else:
        nothing = _("Nothing more needs to be done now.")
    return f"{nothing} {_('Next: {stage}.').format(stage=stage)}" if stage else nothing
