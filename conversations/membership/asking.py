"""What can be asked for about the people of units."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from conversations.dialogs import begin
from conversations.drive import present
from conversations.membership import showing
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.show import gone, main_list, none_such
from conversations.situation import Situation
from rules.member import Member, Roster
from rules.member_commands import BecomeContact, ConfirmMembership, RefuseMembership
from rules.member_requests import AskedUnitOf, MemberOf, MembersOf, WhoAsks
from rules.unit_requests import UnitsOfMine

Act: TypeAlias = Callable[[Situation, str], Outcome]


def _members(s: Situation, subject: str) -> Outcome:
    """Show the people of a unit named or meant; of several ask which."""
    unit, _mark, first = subject.partition("~")
    if unit and (people := s.facts_of(MembersOf(unit))):
        begin_at = int(first) if first.isdecimal() else 0
        return Outcome((showing.roster(s, people, first=begin_at),))
    if unit:
        found = s.facts_of(UnitsOfMine(unit))
    else:
        found = tuple(hat.unit for hat in s.person.memberships if hat.confirmed)
    asking: tuple[Member, ...] = () if unit else s.facts_of(WhoAsks())
    says: tuple[Say, ...] = (showing.waiting(s, asking),) if asking else ()
    if len(found) == 1:
        return Outcome((*says, _roster(s, found[0].id)))
    if found:
        return Outcome((*says, showing.units(s, found)))
    return Outcome(says or (_nobody(s),))


def _roster(s: Situation, unit: str) -> Say:
    people: Roster | None = s.facts_of(MembersOf(unit))
    return showing.roster(s, people) if people else none_such(s)


def _nobody(s: Situation) -> Say:
    _ = s.translate
    return main_list(s, _("The assistant finds no unit of yours. What do you need?"))


def _member(s: Situation, subject: str) -> Outcome:
    return _about(s, subject, lambda found: Outcome((showing.card(s, found),)))


def _changing(script: str, s: Situation, subject: str) -> Outcome:
    def begun(found: Member) -> Outcome:
        if not found.may_change or not found.place.confirmed:
            return Outcome((showing.card(s, found),))
        return present(s, begin(s, script, subject=found.place.id))

    return _about(s, subject, begun)


def _about(s: Situation, subject: str, then: Callable[[Member], Outcome]) -> Outcome:
    found: Member | None = s.facts_of(MemberOf(subject))
    return then(found) if found else Outcome((none_such(s),))


def _typed_unit(script: str, s: Situation, subject: str) -> Outcome:
    if s.facts_of(AskedUnitOf(subject)) is None:  # for every office: nothing is told by it
        return Outcome((gone(s),))
    return present(s, begin(s, script, subject=subject))


def _confirm(s: Situation, subject: str) -> Outcome:
    return Outcome(command=ConfirmMembership(subject)) if subject else Outcome((none_such(s),))


def _refuse(s: Situation, subject: str) -> Outcome:
    return Outcome(command=RefuseMembership(subject)) if subject else Outcome((none_such(s),))


def _contact_me(s: Situation, subject: str) -> Outcome:
    return Outcome(command=BecomeContact(subject)) if subject else Outcome((none_such(s),))


ACTS: Mapping[str, Act] = {
    "members": _members,
    "member": _member,
    "member-confirm": _confirm,
    "member-refuse": _refuse,
    "member-role": partial(_changing, "change-role"),
    "member-replace": partial(_changing, "replace-member"),
    "member-end": partial(_changing, "end-membership"),
    "contact-me": _contact_me,
    "unit-identify": partial(_typed_unit, "identify-unit"),
    "unit-admit": partial(_typed_unit, "admit-unit"),
}
