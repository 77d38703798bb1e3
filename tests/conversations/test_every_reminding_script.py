"""Every path of the conversations about reminders, in every language and programme."""

import pytest

from rules.reminding_commands import ChooseHour, GiveReason
from tests.conversations.test_every_script import EACH, check, stops

MATTER = "register:can-tho-khoi:2027:u1"


@pytest.mark.parametrize(("language", "programme"), EACH)
@pytest.mark.parametrize(
    ("script", "subject", "command"),
    [("reason", MATTER, GiveReason), ("remind-hour", "", ChooseHour)],
)
def test_every_way_ends_in_the_command(
    script: str, subject: str, command: type, language: str, programme: str
) -> None:
    found = stops(script, language, programme, subject=subject)

    assert {end for stop in found if (end := check(stop, language))} == {command}
