"""Going on, back and round about in a dialog; nothing that was said is lost by it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.ask import Ask
from dialog.errors import ScriptError
from dialog.questions import CLOSED
from dialog.state import State
from dialog.turn import Finished, Translate, add_photo, answer, back, settle, walk
from rules.refused import Refused
from tests.dialog.toy import (
    ASKED,
    FIELDS,
    START,
    Things,
    at,
    counted,
    form,
    one,
    result,
    said,
    world,
)

WRITTEN = ("new", "Nuôi ong", "1", "kinh tế", "Bán mật")


def test_a_script_goes_from_question_to_question_to_its_end() -> None:
    state = said(form, *WRITTEN, "send")

    assert result(form, state) == ("new", "Nuôi ong", "bản Suối Đá", "economy", "Bán mật")


def test_back_asks_the_answer_before_again_and_keeps_it() -> None:
    state = said(form, "new", "Nuôi ong", "1")

    state = back(form, at(form, state), world())

    assert at(form, state).question.key == "place"
    assert state.answers["place"] == "bản Suối Đá"


def test_back_and_back_goes_further_back() -> None:
    state = said(form, "new", "Nuôi ong", "1")

    for _ in range(2):
        state = back(form, at(form, state), world())

    assert at(form, state).question.key == "name"


def test_after_an_answer_further_back_the_script_goes_on_where_it_was() -> None:
    state = back(form, at(form, said(form, "new", "Nuôi ong", "1")), world())

    state = said(form, "Khe Nước", state=state)

    assert at(form, state).question.key == "field"
    assert state.answers["place"] == "Khe Nước"


def test_there_is_no_way_back_from_the_first_question() -> None:
    assert back(form, at(form), world()) == START


def test_an_edit_from_the_review_leads_back_to_it() -> None:
    state = said(form, *WRITTEN, "Change place")

    assert at(form, state).question.key == "place"
    assert at(form, state).question.kept == "bản Suối Đá"
    assert at(form, said(form, "Khe Nước", state=state)).question.kind == "review"


def test_back_gives_an_edit_from_the_review_up() -> None:
    state = back(form, at(form, said(form, *WRITTEN, "Change place")), world())

    assert at(form, state).question.kind == "review"
    assert state.answers["place"] == "bản Suối Đá"


def test_further_parts_are_one_question_away() -> None:
    state = said(form, *WRITTEN, "Another part")

    assert at(form, state).question.text == "Which part?"
    assert at(form, said(form, "Change kind", state=state)).question.key == "kind"
    assert at(form, back(form, at(form, state), world())).question.text == "Right?"


def test_what_hung_on_an_answer_is_asked_anew_with_it() -> None:
    state = said(form, "other", "b", *WRITTEN[1:], "Another part", "Change kind", "other")

    assert at(form, state).question.key == "kind/other"


def test_only_sending_lets_a_reviewed_script_end() -> None:
    state = said(form, *WRITTEN)

    with pytest.raises(Refused):
        answer(at(form, state), "không gửi")
    with pytest.raises(Refused):
        answer(at(form, state), "gửi cho ai vậy")


def test_words_said_ahead_are_read_when_their_question_comes() -> None:
    state = START.offering({"field": "KT", "name": "Nuôi ong"})

    standing = settle(form, said(form, "new", state=state), world())

    assert standing.state.answers["name"] == "Nuôi ong"
    assert at(form, said(form, "1", state=standing.state)).question.key == "content"


def test_words_said_ahead_replace_an_answer() -> None:
    state = said(form, *WRITTEN).offering({"name": "Nuôi lươn"})

    assert at(form, state).state.answers["name"] == "Nuôi lươn"


def test_words_said_ahead_that_are_no_answer_leave_the_old_one() -> None:
    standing = at(form, said(form, *WRITTEN).offering({"field": "làm ruộng", "name": "?"}))

    assert standing.question.kind == "review"
    assert standing.state.answers["field"] == "economy"
    assert [(q.key, why.reason) for q, why in standing.refused] == [
        ("name", "noise"),
        ("field", "not-a-choice"),
    ]


def test_an_answer_that_is_no_longer_acceptable_is_asked_for_again() -> None:
    state = said(form, *WRITTEN)

    standing = at(form, replace(state, answers={**state.answers, "field": "gone"}))

    assert standing.question.key == "field"
    assert standing.refused == ()


def test_a_bubble_is_noted_with_the_answer_it_gave_and_forgotten_with_the_next() -> None:
    state = answer(at(form, said(form, "new")), "Nuôi ong", bubble="m1")
    state = answer(at(form, state), "Khe Nước", bubble="m2")

    again = answer(at(form, state.editing("name")), "Nuôi lươn", bubble="m3")

    assert state.bubbles == {"m1": "name", "m2": "place"}
    assert again.bubbles == {"m2": "place", "m3": "name"}


def test_photos_are_counted_until_they_are_all() -> None:
    script = one(lambda ask: ask.photos(*ASKED, most=3, done="Xong"))
    state = add_photo(at(script), "a1")
    state = add_photo(at(script, state), "a2")
    state = add_photo(at(script, state), "a2")

    assert at(script, state).question.kept == "a1 a2"
    assert result(script, answer(at(script, state), "xong ạ")) == ["a1", "a2"]
    assert result(script, add_photo(at(script, state), "a3")) == ["a1", "a2", "a3"]
    assert result(script, answer(at(script), CLOSED)) == []


def test_a_photo_is_no_answer_where_none_is_asked_for() -> None:
    with pytest.raises(Refused):
        add_photo(at(form), "a1")


def test_the_count_of_questions_goes_on_with_first_examples() -> None:
    state = said(form, "new", "Nuôi ong")

    assert counted(form, state) == (2, 4)
    assert counted(form, said(form, "1", state=state)) == (3, 4)


def test_a_question_asked_again_on_the_way_back_is_counted_but_not_an_edit_from_the_review() -> (
    None
):
    on_the_way = back(form, at(form, said(form, "new", "Nuôi ong", "1")), world())
    from_review = said(form, *WRITTEN, "Change place")

    assert counted(form, on_the_way) == (2, 4)
    assert counted(form, from_review) == (0, 0)


def test_an_example_that_is_no_answer_only_ends_the_counting() -> None:
    def script(ask: Ask, _: Translate) -> None:
        ask.text("name", "Name", "Name?", counted=True)
        ask.date("day", "Day", "When?", counted=True, example="someday")

    assert counted(script, START) == (1, 2)


def test_a_walk_visits_every_choice_and_ends_in_results() -> None:
    stops = list(walk(form, world(), START))

    ends = {stop.command[0] for stop in stops if isinstance(stop, Finished)}
    assert ends == {"new", "other"}
    assert {stop.command[4] for stop in stops if isinstance(stop, Finished)} == {"", "Content"}


def test_a_walk_goes_on_with_every_example_of_a_fact() -> None:
    script = one(lambda ask: ask.pick(*ASKED, Things("x"), other="None"))

    ends = [stop.command for stop in walk(script, world(), START) if isinstance(stop, Finished)]
    assert ends == ["", "t1", "t2", ""]


def test_a_key_asked_twice_is_a_bug_of_the_script() -> None:
    script = one(lambda ask: (ask.text(*ASKED), ask.text(*ASKED)))

    with pytest.raises(ScriptError):
        settle(script, State({"k": "Nuôi ong"}), world())


def test_a_choice_without_choices_is_a_bug_of_the_script() -> None:
    with pytest.raises(ScriptError):
        at(one(lambda ask: ask.choice(*ASKED, ())))


def test_a_given_answer_is_taken_until_it_is_edited() -> None:
    script = one(lambda ask: ask.choice(*ASKED, FIELDS, given="culture"))

    assert result(script, START) == "culture"
    assert at(script, START.editing("k")).question.kept == "culture"
    assert result(script, said(script, "kt", state=START.editing("k"))) == "economy"


@given(
    st.builds(
        State,
        answers=st.dictionaries(st.text(), st.text()),
        offered=st.dictionaries(st.text(), st.text()),
        edit=st.text(),
        misses=st.integers(0, 9),
        aside=st.booleans(),
        bubbles=st.dictionaries(st.text(), st.text()),
    )
)
def test_a_state_survives_being_stored(state: State) -> None:
    assert State.from_json(state.to_json()) == state


@given(st.lists(st.sampled_from(["1", "2", "Nuôi ong", "alo", "Khe Nước", "Another part", "back"])))
def test_no_answer_is_ever_lost_by_whatever_is_said(words: list[str]) -> None:
    state = START
    for each in words:
        standing = settle(form, state, world())
        if isinstance(standing, Finished):
            return
        try:
            after = back(form, standing, world()) if each == "back" else answer(standing, each)
        except Refused:
            continue
        lost = standing.state.answers.keys() - after.answers.keys()
        assert lost <= {"_review", "kind/other"}
        state = after
