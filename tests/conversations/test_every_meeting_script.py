"""Every path of making, moving and calling off a meeting, and of replying, in every language."""

from dataclasses import replace
from typing import Any

import pytest

from conversations.scripts import SCRIPTS
from dialog.state import State
from dialog.turn import walk
from rules.meeting_commands import (
    CancelMeeting,
    LeaveMeeting,
    MakeMeeting,
    MakeSeries,
    MoveMeeting,
    NoteReplies,
    ReplyToMeeting,
)
from rules.meeting_requests import MeetingOf, Planning, PlanningOf
from tests.conversations.alone import SUOI_DA, form, strict, world
from tests.conversations.test_every_script import LANGUAGES, check, stops

NONE, SEEN = MeetingOf.examples
UNKNOWN, KNOWN = PlanningOf.examples


def ends(script: str, language: str, facts: Any, **more: Any) -> set[type]:
    """Return how a script can end, having looked at every bubble on the way."""
    found = stops(script, language, "minimal", facts=facts, **more)
    return {end for stop in found if (end := check(stop, language))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_to_make_a_meeting_ends_in_one(language: str) -> None:
    here = {PlanningOf(SUOI_DA.id): replace(KNOWN, unit=SUOI_DA)}

    assert ends("meeting", language, here) == {MakeMeeting}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_to_meet_each_month_ends_in_a_series(language: str) -> None:
    here = world(
        (form("minimal"),),
        translate=strict(language),
        facts={PlanningOf(SUOI_DA.id): replace(KNOWN, unit=SUOI_DA)},
    )

    found = walk(SCRIPTS["meeting"], here, State(answers={"when": "m w1.3"}))

    assert {check(stop, language) for stop in found} == {None, MakeSeries}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_to_meet_otherwise_ends_in_the_series_it_changes(language: str) -> None:
    here = {PlanningOf(SUOI_DA.id): replace(KNOWN, unit=SUOI_DA)}

    assert ends("meeting", language, here, subject="s1") == {MakeSeries}
    assert ends("meeting", language, here, subject="gone") == {LeaveMeeting}


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_unit_that_is_gone_no_meeting_is_made(language: str) -> None:
    gone: dict[PlanningOf, Planning] = {PlanningOf(SUOI_DA.id): UNKNOWN}

    assert ends("meeting", language, gone) == {LeaveMeeting}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("script", "commands"),
    [
        ("meeting-move", {MoveMeeting}),
        ("meeting-cancel", {CancelMeeting, LeaveMeeting}),
        ("meeting-away", {ReplyToMeeting}),
        ("meeting-note", {NoteReplies}),
    ],
)
def test_every_way_through_ends_in_a_command(
    script: str, commands: set[type], language: str
) -> None:
    here, gone = {MeetingOf("m1"): SEEN}, {MeetingOf("m1"): NONE}

    assert ends(script, language, here, subject="m1") == commands
    assert ends(script, language, gone, subject="m1") == {LeaveMeeting}
