"""What the office reads of the cost of an announcement where messages count."""

import pytest

from bot.language import catalogues
from conversations.announcing.cost import say_cost
from rules.announcement_requests import BotReach, WouldReach
from tests.hamlet import HERE

_ = catalogues(HERE / "locales")["vi"]


def reached(*bots: BotReach) -> WouldReach:
    return WouldReach(84, 84, (("web", 2), ("zalo", 82)), bots=bots)


def test_two_bots_are_one_sum() -> None:
    bots = BotReach("zalo", "Bot 1", 42, 1_310, 700), BotReach("zalo", "Bot 2", 40, 1_000, 600)

    (line,) = say_cost("Về việc lùi hạn.", reached(*bots), _)

    assert line == "Dùng khoảng 164 trong 2.310 tin Zalo còn lại của tháng."


@pytest.mark.parametrize(("text", "both", "used"), [("a", True, 126), ("a" * 1_950, False, 126)])
def test_long_texts_and_answers_that_count_cost_more(text: str, both: bool, used: int) -> None:  # noqa: FBT001 - a row of the table
    line = say_cost(text, reached(BotReach("zalo", "Bot 1", 42, 2_000, 900, both)), _)[0]

    assert f"khoảng {used} trong" in line


def test_a_bot_that_has_not_enough_is_named_with_how_many_are_left_out() -> None:
    line = say_cost("a", reached(BotReach("zalo", "Bot Dân vận 2", 42, 60, 30)), _)[1]

    assert line == (
        "⚠ Bot Dân vận 2 không còn đủ tin: khoảng 12 người chỉ nhận được khi họ nhắn trợ lý, và nằm"
        " trong danh sách phải gọi điện."
    )


def test_where_nothing_counts_nothing_is_said() -> None:
    assert say_cost("a", WouldReach(2, 2, (("telegram", 2),)), _) == []
