"""Every path between an entry's people and the office, in every language and programme."""

from dataclasses import replace
from typing import Any

import pytest

from rules.commands import CorrectEntry, LeaveAsIs
from rules.entry import Entry, State
from rules.entry_requests import AtOffice, AtOfficeOf, Supplement
from rules.office_commands import AskForCorrection, MendEntry, RefuseCorrection, ReturnEntry
from rules.requests import EntryOf
from tests.conversations.alone import NOW, entry, form
from tests.conversations.test_every_script import EACH, LANGUAGES, check, stops


def ends(script: str, language: str, programme: str, **facts: Any) -> set[type]:
    """Return how a script can end about an entry, having looked at every bubble on the way."""
    old: Entry = facts["old"]
    stands = facts.get("stands", AtOffice())
    known = {EntryOf(old.id): old, AtOfficeOf(old.id): stands}
    found = stops(script, language, programme, subject=old.id, facts=known)
    return {end for stop in found if (end := check(stop, language))}


def an_entry(programme: str, state: State) -> Entry:
    """Return an entry in a state."""
    return replace(entry(form(programme).programme, 2027), state=state)


@pytest.mark.parametrize(("language", "programme"), EACH)
def test_every_way_to_ask_for_a_supplement_ends_in_a_command(language: str, programme: str) -> None:
    old = an_entry(programme, "sent")

    assert ends("ask-supplement", language, programme, old=old) == {ReturnEntry, LeaveAsIs}


@pytest.mark.parametrize(("language", "programme"), EACH)
def test_every_way_to_mend_ends_in_a_command(language: str, programme: str) -> None:
    old = an_entry(programme, "accepted")

    assert ends("mend", language, programme, old=old) <= {MendEntry, LeaveAsIs}


@pytest.mark.parametrize(("language", "programme"), EACH)
def test_every_box_can_be_supplemented(language: str, programme: str) -> None:
    old = an_entry(programme, "returned")
    for box in form(programme).programme.boxes:
        asked = Supplement(box.key, "Ghi rõ hơn.", "2027-03-23", "Trần Thị Hạnh", NOW)
        stands = AtOffice(supplement=asked)

        assert ends("supplement", language, programme, old=old, stands=stands) == {CorrectEntry}


@pytest.mark.parametrize(("language", "programme"), EACH)
def test_a_supplement_nobody_waits_for_any_more_changes_nothing(
    language: str, programme: str
) -> None:
    old = an_entry(programme, "sent")

    assert ends("supplement", language, programme, old=old) == {LeaveAsIs}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", ["mend", "ask-supplement", "correct", "withdraw"])
def test_what_is_over_is_said_to_be(script: str, language: str) -> None:
    old = an_entry("minimal", "withdrawn")

    assert ends(script, language, "minimal", old=old) == {LeaveAsIs}


@pytest.mark.parametrize(("language", "programme"), EACH)
def test_a_correction_of_what_was_taken_in_is_asked_for(language: str, programme: str) -> None:
    old = an_entry(programme, "accepted")

    assert ends("correct", language, programme, old=old) <= {AskForCorrection, LeaveAsIs}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_its_reason(language: str) -> None:
    found = stops("refuse-correction", language, "minimal", subject="k1")

    assert {check(stop, language) for stop in found} == {None, RefuseCorrection}
