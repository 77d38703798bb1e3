"""Every path of every conversation about units, in every language."""

from dataclasses import replace
from itertools import product

import pytest

from conversations.organising.pick_unit import EXAMPLE
from conversations.organising.scripts import ORGANISING
from rules import unit_commands
from rules.unit_card import Exemption, UnitCard
from rules.unit_requests import A_UNIT, CardOf, Staff, StaffOver, UnitsOfMine
from tests.conversations.alone import SUOI_DA, form
from tests.conversations.test_every_script import LANGUAGES, check, stops

CARD = UnitCard(SUOI_DA, role="office", below=0)
BOTH = (SUOI_DA.id, A_UNIT.id)
KNOWN = {
    StaffOver(SUOI_DA.id): (Staff("p1", "Trần Thị Hạnh", "Chuyên viên"),),
    UnitsOfMine(EXAMPLE, change=True, but=BOTH): (),  # no unit is merged twice
}
ENDS: dict[str, set[type]] = {
    "rename": {unit_commands.RenameUnit},
    "retype": {unit_commands.RetypeUnit},
    "move": {unit_commands.MoveUnit},
    "merge": {unit_commands.MergeUnits},
    "split": {unit_commands.SplitUnit},
    "end": {unit_commands.EndUnit},
    "add-unit": {unit_commands.AddUnit},
    "in-charge": {unit_commands.PutInCharge},
    "headcount": {unit_commands.CountMembers},
    "exempt": {unit_commands.ExemptUnit},
    "find-unit": set(),
}


@pytest.mark.parametrize(("script", "language"), list(product(ORGANISING, LANGUAGES)))
def test_every_change_of_a_unit_ends_in_its_command(script: str, language: str) -> None:
    facts = {CardOf(SUOI_DA.id): CARD, **KNOWN}
    found = stops(script, language, "can-tho-khoi", subject=SUOI_DA.id, facts=facts)

    ends = {check(stop, language) for stop in found}
    assert ends == {None, unit_commands.LeaveUnitAsIs, *ENDS[script]}


@pytest.mark.parametrize("script", sorted(ENDS.keys() - {"find-unit"}))
@pytest.mark.parametrize(
    "card", [None, replace(CARD, ended="2027-01-01"), replace(CARD, role="officer")]
)
def test_a_unit_that_is_no_more_or_not_theirs_is_left_as_it_is(
    script: str, card: UnitCard | None
) -> None:
    facts = {CardOf(SUOI_DA.id): card, **KNOWN}
    found = stops(script, "vi", "can-tho-khoi", subject=SUOI_DA.id, facts=facts)

    assert {check(stop, "vi") for stop in found} == {unit_commands.LeaveUnitAsIs}


def test_an_exemption_there_is_can_be_taken_back() -> None:
    code, year = form().programme.code, form().year
    card = replace(CARD, exemptions=(Exemption(code, year, "mới lập"),))
    facts = {CardOf(SUOI_DA.id): card}
    found = stops("exempt", "vi", "can-tho-khoi", subject=SUOI_DA.id, facts=facts)

    assert unit_commands.LiftExemption in {check(stop, "vi") for stop in found}


def test_a_unit_with_others_below_it_ends_only_with_an_heir() -> None:
    facts = {CardOf(SUOI_DA.id): replace(CARD, below=2)}
    found = stops("end", "vi", "can-tho-khoi", subject=SUOI_DA.id, facts=facts)

    commands = [getattr(stop, "command", None) for stop in found]
    heirs = {c.successor for c in commands if isinstance(c, unit_commands.EndUnit)}
    assert heirs == {A_UNIT.id}
