"""Asking for forms where there are several programmes, or nothing to print."""

from dataclasses import replace

from conversations.acts import do
from conversations.situation import Form
from rules.office_commands import WantForm
from rules.requests import EntryOf, MyEntries
from tests.conversations.alone import somebody
from tests.hamlet import programme

ONE, OTHER = (Form(programme(name), 1, 2027) for name in ("can-tho-khoi", "minimal"))


def test_of_several_programmes_it_is_asked_which_form() -> None:
    s = replace(somebody().situation, forms=(ONE, OTHER))

    (say,) = do(s, "blank-form").says

    assert say.text == "Đồng chí cần mẫu phiếu của phong trào nào?"
    assert [row[0].data for row in say.rows] == [
        f"a:blank-form:{form.programme.code}:0" for form in (ONE, OTHER)
    ]


def test_the_form_of_the_programme_chosen_is_wanted() -> None:
    s = replace(somebody().situation, forms=(ONE, OTHER))

    assert do(s, "blank-form", "minimal").command == WantForm("", "minimal")


def test_who_has_sent_nothing_gets_the_empty_form() -> None:
    s = replace(somebody().situation, forms=(ONE,), facts={MyEntries(): ()})

    assert do(s, "form").command == WantForm("", "can-tho-khoi")


def test_what_is_not_theirs_to_read_is_as_if_it_were_not_there() -> None:
    s = replace(somebody().situation, facts={EntryOf("17"): None})

    outcome = do(s, "form", "17")

    assert outcome.command is None
    assert "số 17" in outcome.says[0].text
