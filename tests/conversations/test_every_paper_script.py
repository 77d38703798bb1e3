"""Every path of the conversations about papers ends, in every language and programme."""

import datetime as dt
from itertools import product

import pytest

from conversations.on_paper.scripts import ON_PAPER
from conversations.redirect import PutAside, WhoFirst
from rules.office_requests import Form, SimilarBelow
from rules.paper_commands import ReceivePaper, TypeInEntry
from rules.paper_requests import FormOf
from rules.person import Membership, Person
from rules.requests import EntriesOf, EntryOf
from rules.status_requests import FormsOf
from rules.unit_commands import LeaveUnitAsIs
from tests.conversations.alone import FRONT, PAO, SUOI_DA, TWO_HATS, entry, form
from tests.conversations.test_every_script import LANGUAGES, NOBODY, PROGRAMMES, check, stops

HANH = Person("h" * 16, "Hạnh", memberships=(Membership(FRONT, "", "office", confirmed=True),))
WAITS = Form(
    "f" * 16,
    SUOI_DA,
    dt.datetime(2027, 3, 15, 9, tzinfo=dt.timezone(dt.timedelta(hours=7))),
    ("a" * 16,),
    original=False,
)
EACH = list(product(LANGUAGES, PROGRAMMES))
NAME = "Nuôi ong lấy mật dưới tán rừng"


@pytest.mark.parametrize(("language", "programme"), EACH)
def test_a_form_that_waits_is_typed_in(language: str, programme: str) -> None:
    facts = {FormOf(WAITS.id): WAITS}
    found = stops("type-in", language, programme, person=HANH, subject=WAITS.id, facts=facts)

    assert {check(stop, language) for stop in found} == {None, TypeInEntry}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_of_a_unit_that_has_others_waiting_is_typed_in(language: str) -> None:
    here = form("minimal")
    facts = {FormsOf(SUOI_DA.id, here.programme.code, here.year): (WAITS,)}
    found = stops("type-in", language, "minimal", person=HANH, facts=facts)

    assert {check(stop, language) for stop in found} == {None, TypeInEntry, LeaveUnitAsIs}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_that_no_longer_waits_is_not_asked_about(language: str) -> None:
    found = stops(
        "type-in",
        language,
        "minimal",
        person=HANH,
        subject=WAITS.id,
        facts={FormOf(WAITS.id): None},
    )

    assert {check(stop, language) for stop in found} == {PutAside}


@pytest.mark.parametrize(("language", "programme"), EACH)
def test_what_is_in_the_register_already_is_only_noted(language: str, programme: str) -> None:
    here = form(programme)
    name = next(box for box in here.programme.boxes if box.type == "name").example or NAME
    twin = entry(here.programme, here.year, name)
    asked = SimilarBelow(SUOI_DA.id, here.programme.code, here.year, name)
    facts = {FormOf(WAITS.id): WAITS, asked: (twin,), EntriesOf(SUOI_DA.id): (twin,)}

    found = stops("type-in", language, programme, person=HANH, subject=WAITS.id, facts=facts)

    assert {check(stop, language) for stop in found} >= {None, ReceivePaper, TypeInEntry}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of_entry", [True, False])
def test_every_way_to_note_a_paper_ends_in_a_command(language: str, *, of_entry: bool) -> None:
    old = entry(form("minimal").programme, 2027)
    facts = {EntryOf(old.id): old}
    subject = old.id if of_entry else ""
    ends = {
        check(stop, language)
        for stop in stops(
            "paper-in", language, "minimal", person=HANH, subject=subject, facts=facts
        )
    }

    assert ends == {None, ReceivePaper} | (set() if of_entry else {LeaveUnitAsIs})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", [PAO, TWO_HATS], ids=["one-hat", "two-hats"])
def test_every_way_to_send_a_form_ends_in_a_command(language: str, person: Person) -> None:
    found = stops("hand-form", language, "minimal", person=person)

    assert {check(stop, language) for stop in found} >= {None, PutAside}


def test_who_belongs_to_no_unit_says_first_who_they_are() -> None:
    assert [check(stop, "vi") for stop in stops("hand-form", "vi", "minimal", person=NOBODY)] == [
        WhoFirst
    ]


def test_there_is_a_test_of_every_script_about_paper() -> None:
    assert set(ON_PAPER) == {"type-in", "paper-in", "hand-form"}
