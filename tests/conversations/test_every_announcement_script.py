"""Every path to an announcement and to a correction, in every language and programme."""

from typing import Any

import pytest

from rules.announcement_commands import Announce, CorrectAnnouncement, LeaveAnnouncement
from rules.announcement_requests import AnnouncementOf
from rules.person import Membership, Person, Unit
from tests.conversations.test_every_script import EACH, check, stops

OFFICE = Person(
    "h" * 16,
    "Trần Thị Hạnh",
    memberships=(Membership(Unit("k" * 16, "Đảng ủy Khối"), "", "office", confirmed=True),),
)
STOPPED = AnnouncementOf.examples[1]


def ends(script: str, language: str, programme: str, **known: Any) -> set[type]:
    """Return how a script can end, having looked at every bubble on the way."""
    found = stops(script, language, programme, **known)
    return {end for stop in found if (end := check(stop, language))}


@pytest.mark.parametrize(("language", "programme"), EACH)
def test_every_way_to_write_one_ends_in_a_command(language: str, programme: str) -> None:
    found = ends("announce", language, programme, person=OFFICE)

    assert found == {Announce, LeaveAnnouncement}


@pytest.mark.parametrize(("language", "programme"), EACH)
def test_what_was_stopped_goes_on_or_is_set_right(language: str, programme: str) -> None:
    about: dict[str, Any] = {
        "person": OFFICE,
        "subject": STOPPED.id,
        "facts": {AnnouncementOf(STOPPED.id): STOPPED},
    }

    assert ends("announce", language, programme, **about) == {Announce}
    assert ends("announce-right", language, programme, **about) == {CorrectAnnouncement}


@pytest.mark.parametrize(("language", "programme"), EACH[:1])
def test_who_has_no_office_announces_nothing(language: str, programme: str) -> None:
    assert ends("announce", language, programme) == {LeaveAnnouncement}
