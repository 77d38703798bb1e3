"""Every path of the conversations about the people of units: nothing is left unsaid."""

from dataclasses import replace
from typing import Any

import pytest

from conversations.membership.scripts import MEMBERSHIP
from conversations.phrasing import say_question
from dialog.state import State
from dialog.turn import Finished, walk
from rules.member import AskedUnit, Member, Roster
from rules.member_commands import MemberCommand
from rules.member_requests import AskedUnitOf, MemberOf, MembersOf
from rules.person import Membership, Person
from rules.unit_commands import LeaveUnitAsIs
from rules.unit_requests import UnitsOfMine
from tests.conversations.alone import FRONT, PAO, SECRETARY, SUOI_DA, form, strict, world
from tests.conversations.test_every_script import check_bubble

LANGUAGES = ("vi", "en")
PLACE = "m" * 16
CHU = Person("q" * 16, "Vàng A Chư")
SECRETARYS = Member(replace(SECRETARY, id=PLACE, since="2020-01-01"), PAO, mine="admin")
MEMBERS = Member(
    Membership(SUOI_DA, "", "member", confirmed=True, id="n" * 16, since="2026-05-01"), CHU
)
TYPED = AskedUnit(replace(SUOI_DA, name="Tổ đan lát"), ("Lò Thị Mai",), 2)


def facts(subject: str, *, member: Member | None, typed: AskedUnit | None) -> dict[Any, Any]:
    """Return what the office finds."""
    return {
        MemberOf(subject): member,
        MembersOf(SUOI_DA.id): Roster(SUOI_DA, (SECRETARYS, MEMBERS), "admin"),
        AskedUnitOf(subject): typed,
        **{UnitsOfMine(words, True, ()): (SUOI_DA, FRONT) for words in (SUOI_DA.name, FRONT.name)},
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", MEMBERSHIP)
@pytest.mark.parametrize("place", [SECRETARYS, replace(MEMBERS, mine="officer")])
def test_every_path_ends_in_a_command(script: str, language: str, place: Member) -> None:
    translate = strict(language)
    known = facts(PLACE, member=place, typed=TYPED)
    here = world((form(),), translate=translate, subject=PLACE, facts=known)
    ends = set()
    for stop in walk(MEMBERSHIP[script], here, State()):
        if isinstance(stop, Finished):
            assert isinstance(stop.command, (*MemberCommand.__args__, LeaveUnitAsIs))
            ends.add(type(stop.command))
        else:
            check_bubble(say_question(stop, "d" * 17, (0, 0), translate))

    assert len(ends) == 2


@pytest.mark.parametrize("script", MEMBERSHIP)
def test_what_is_settled_meanwhile_is_not_asked_about(script: str) -> None:
    known = facts(PLACE, member=None, typed=None)
    here = world((form(),), subject=PLACE, facts=known)

    (end,) = walk(MEMBERSHIP[script], here, State())

    assert isinstance(end, Finished)
    assert type(end.command).__name__.startswith("Leave")
