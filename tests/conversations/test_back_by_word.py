"""9 and 0 lead out of a list; at a question for words it is said which words do."""

from dataclasses import replace

from conversations.said import Text
from tests.conversations.alone import Alone, somebody


def on_zalo() -> Alone:
    """Return somebody who has nothing to press."""
    one = somebody()
    one.situation = replace(one.situation, door=replace(one.situation.door, buttons=False))
    return one


def test_9_at_a_question_for_words_is_answered_with_the_words_for_it() -> None:
    one = on_zalo()
    for words in ("dk", "2"):
        one.hears(Text(words))
    outcome = one.hears(Text("9"))

    assert "nhắn QUAY LẠI; muốn để đó làm tiếp sau, nhắn ĐỂ ĐÓ." in outcome.says[0].text
    assert "Tên mô hình là gì?" in outcome.says[0].text
    assert one.situation.dialogs[0].state.misses == 0


def test_where_buttons_are_9_leads_nowhere() -> None:
    one = somebody()
    for words in ("dk", "2"):
        one.hears(Text(words))

    assert "QUAY LẠI" not in one.hears(Text("9")).says[0].text
