"""Launched models and targets on buttons: data that fits, words that fit, nothing for strangers."""

import pytest

from conversations.launch_notices import carry_out, launched_to_you
from rules.adopting import LaunchTold
from rules.programme import Launched
from tests.conversations.alone import form, strict

MOST_DATA = 64  # bytes; a channel takes no more
LONGEST = "m" * 24  # what a code may have


@pytest.mark.parametrize("name", ["launch", "launch-yes", "adopt", "target", "target-yes"])
def test_the_longest_codes_fit_on_a_button(name: str) -> None:
    assert len(f"a:{name}:{LONGEST}/{LONGEST}:0".encode()) <= MOST_DATA


def test_a_launch_message_says_who_what_and_what_to_do() -> None:
    programme = form("yen-bai-khoi").programme
    model = Launched("a", "Cơ quan hạnh phúc", "Chấm điểm hằng tháng.", level="Đảng ủy Khối")

    told = LaunchTold("l1", programme.office.board, programme.code, model)
    said = launched_to_you(told, strict("vi"))

    assert programme.office.board in said.text
    assert "“Cơ quan hạnh phúc”" in said.text
    assert "Chấm điểm hằng tháng." in said.text
    assert [row[0].label for row in said.rows] == ["Đã rõ", "Thực hiện mô hình này"]
    assert said.once


def test_the_button_names_programme_and_model() -> None:
    assert carry_out(LONGEST, "digital", str).data == f"a:adopt:{LONGEST}/digital:0"
