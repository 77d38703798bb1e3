"""An act that is not for whoever asks for it is answered with the main list, as if it were none."""

from dataclasses import replace

import pytest

from conversations.acts import ACTS, do
from rules.person import Membership, Person, Unit
from tests.acceptance import needs
from tests.conversations.alone import somebody

NEED = needs.by_name(needs.ACTS)
MEMBER = Person("p", "Lan", memberships=(Membership(Unit("u", "Chi bộ"), confirmed=True),))


@pytest.mark.parametrize("act", [act for act in ACTS if NEED[act] != "anyone"])
def test_before_consent_no_act_is_done_but_those_for_anyone(act: str) -> None:
    new = somebody(person=MEMBER, consent=False).situation

    assert do(new, act, "x") == do(new, "main")


@pytest.mark.parametrize("act", [act for act in ACTS if NEED[act] in {"officer", "office"}])
def test_what_needs_a_role_is_no_act_for_a_member(act: str) -> None:
    member = replace(somebody(person=MEMBER).situation, dialogs=())

    assert do(member, act, "x") == do(member, "main")
