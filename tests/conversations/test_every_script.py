"""Every path of every conversation, in every language and programme: nothing is left unsaid."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import pytest

from conversations.announcing.scripts import ANNOUNCING
from conversations.deadline_scripts import DEADLINES
from conversations.import_table import IMPORTS
from conversations.meetings.scripts import MEETINGS
from conversations.membership.scripts import MEMBERSHIP
from conversations.numbered import listed
from conversations.office_scripts import OFFICE
from conversations.on_paper.scripts import ON_PAPER
from conversations.organising.scripts import ORGANISING
from conversations.phrasing import MOST_DATA, say_question
from conversations.redirect import LookFor, PutAside, Redirect, WhoFirst
from conversations.reminding.scripts import REMINDING
from conversations.say import Say
from conversations.scripts import SCRIPTS
from dialog.state import State
from dialog.turn import Finished, Waiting, walk
from rules import commands
from rules.adoption_commands import KeepPlan
from rules.code_commands import LeaveCodes, MakeCodes, RevokeCodes
from rules.person import Membership, Person, Unit
from rules.requests import EntriesOf, EntryOf
from rules.rights import CorrectMyData
from tests.conversations.alone import (
    DIALOG,
    FRONT,
    PAO,
    SUOI_DA,
    TWO_HATS,
    entry,
    form,
    strict,
    world,
)

LANGUAGES = ("vi", "en")
PROGRAMMES = ("can-tho-khoi", "minimal", "nine-boxes", "yen-bai-khoi")
ENDS = (*commands.Command.__args__, Redirect, PutAside, WhoFirst, LookFor)
EACH = list(product(LANGUAGES, PROGRAMMES))
NOBODY = Person("p" * 16)
MANY_BUTTONS = 13
MOST_LETTERS = 700  # of a bubble with its list
READS_BACK = {"review", "sure"}  # what people wrote is as long as they wrote it


def stops(script: str, language: str, programme: str, **known: Any) -> Iterator[Waiting | Finished]:
    """Yield every stop of a script."""
    here = world((form(programme),), translate=strict(language), **known)
    yield from walk(SCRIPTS[script], here, State(answers=_noted(script)))


def _noted(script: str) -> Mapping[str, str]:
    return {"code": "7K3M2P"} if script == "consent" else {}


def check(stop: Waiting | Finished, language: str) -> type | None:
    """Check one stop; return the class of the end, if it is one."""
    if isinstance(stop, Finished):
        assert isinstance(stop.command, ENDS)
        return type(stop.command)
    for count, state in product(
        ((0, 0), (2, 4)), (stop.state, stop.state.editing(stop.question.key))
    ):
        waiting = Waiting(state, stop.question, stop.asked)
        say = say_question(waiting, DIALOG, count, strict(language))
        check_bubble(say)
        assert len(listed(say)) <= MOST_LETTERS or stop.question.kind in READS_BACK
    return None


def check_bubble(say: Say) -> None:
    """Check what a person sees: words without gaps, answers that fit on buttons."""
    assert say.text.strip()
    assert "{" not in say.text
    options = [option for row in say.rows for option in row]
    assert len(options) <= MANY_BUTTONS
    assert len({option.data for option in options}) == len(options)
    for option in options:
        assert option.label.strip()
        assert len(option.data.encode()) <= MOST_DATA


@pytest.mark.parametrize(("language", "programme"), EACH)
@pytest.mark.parametrize("person", [PAO, TWO_HATS], ids=["one-hat", "two-hats"])
def test_every_registration_ends_in_a_command(
    language: str, programme: str, person: Person
) -> None:
    ends = {check(stop, language) for stop in stops("register", language, programme, person=person)}

    assert commands.RegisterEntry in ends


@pytest.mark.parametrize(("language", "programme"), EACH)
def test_every_registration_beside_older_ones_ends_in_a_command(
    language: str, programme: str
) -> None:
    here = form(programme)
    name = "Nuôi ong lấy mật dưới tán rừng"
    both = tuple(entry(here.programme, year, name) for year in (here.year, here.year - 1))
    facts = {EntriesOf(SUOI_DA.id): both}

    ends = {check(stop, language) for stop in stops("register", language, programme, facts=facts)}

    assert commands.RegisterEntry in ends


@pytest.mark.parametrize(("language", "programme"), EACH)
@pytest.mark.parametrize("script", ["correct", "withdraw", "photos"])
def test_everything_about_an_entry_ends_in_a_command(
    script: str, language: str, programme: str
) -> None:
    old = entry(form(programme).programme, 2027)
    facts = {EntryOf(old.id): old}

    found = stops(script, language, programme, subject=old.id, facts=facts)

    assert {check(stop, language) for stop in found} > {None}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", ["consent", "introduce", "search"])
def test_every_beginning_ends_in_a_command(script: str, language: str) -> None:
    found = stops(script, language, "minimal", person=NOBODY)

    assert {check(stop, language) for stop in found} > {None}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("offices", [(SUOI_DA,), (SUOI_DA, FRONT)], ids=["one", "two"])
def test_every_way_to_codes_ends_in_a_command(offices: tuple[Unit, ...], language: str) -> None:
    hats = tuple(Membership(unit, "", "office", confirmed=True) for unit in offices)
    found = stops("codes", language, "minimal", person=Person("p" * 16, memberships=hats))
    ends = {check(stop, language) for stop in found}

    assert {None, MakeCodes, RevokeCodes, LeaveCodes} == ends


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", [NOBODY, PAO, TWO_HATS], ids=["no-hat", "one-hat", "two-hats"])
def test_every_way_to_correct_ones_own_data_ends_in_a_command(
    person: Person, language: str
) -> None:
    found = stops("amend", language, "minimal", person=person)

    assert {check(stop, language) for stop in found} == {None, CorrectMyData}


@pytest.mark.parametrize(("language", "programme"), EACH)
@pytest.mark.parametrize("officer", [PAO, TWO_HATS], ids=["one-hat", "two-hats"])
def test_every_way_to_tell_a_plan_ends_in_a_command(
    officer: Person, language: str, programme: str
) -> None:
    found = stops("plan", language, programme, person=officer)

    assert KeepPlan in {check(stop, language) for stop in found}


def test_there_is_a_test_of_every_script() -> None:
    beginnings = {"consent", "introduce", "search"}

    assert set(SCRIPTS) == {
        "register",
        "correct",
        "withdraw",
        "photos",
        "codes",
        "amend",
        "plan",
        *beginnings,
        *IMPORTS,
        *ORGANISING,
        *ON_PAPER,
        *MEMBERSHIP,
        *OFFICE,
        *DEADLINES,
        *ANNOUNCING,
        *MEETINGS,
        *REMINDING,
    }
