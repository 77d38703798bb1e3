"""Everything that cannot be taken becomes a sentence that says what to do."""

import re
from pathlib import Path

import pytest

from conversations.refusals import NOT_UNDERSTOOD, say_refusal, say_unchanged
from dialog.questions import Question
from rules.refused import Refused
from tests.conversations.alone import strict
from tests.hamlet import HERE

WAITING = "Trợ lý đang đợi đồng chí trả lời câu này."
DETAILS: dict[str, str | int] = {"least": 5, "most": 4000, "length": 4100}
DETAILS |= {"unit": "Chi bộ bản Suối Đá", "parent": "Đảng ủy Khối", "day": "2027-03-16", "count": 3}
DETAILS |= {"year": "2027", "first": "2026", "stage": "Đăng ký mô hình"}
NOT_SAID = {  # to a question by people: codes a programme lacks, what no page of ours sends
    "unknown-box", "unknown-kind", "unknown-field", "unknown-stage", "unknown-programme",
    "not-understood", "no-such-matter",
}  # fmt: skip
QUESTION = Question("name", "Tên", "Tên mô hình là gì?", "text", str)


def reasons() -> list[str]:
    """Return every reason that is raised in the rules and the engine."""
    files = [path for folder in ("rules", "dialog") for path in Path(HERE, folder).glob("*.py")]
    found = {
        reason
        for path in files
        for reason in re.findall(r'Refused\(\s*"([a-z-]+)"', path.read_text("utf-8"))
    }
    both = {"choose-one", "not-a-choice"}  # raised as one of two
    return sorted((found | both) - NOT_SAID)


@pytest.mark.parametrize("reason", reasons())
def test_every_reason_has_a_sentence(reason: str) -> None:
    said = say_refusal(Refused(reason, **DETAILS), QUESTION, strict("vi"))

    assert said.endswith("Muốn gặp người giúp, nhắn GIÚP.")
    assert "{" not in said
    assert reason in {"noise", "not-an-answer"} or WAITING not in said


def test_numbers_in_a_sentence_are_written_as_they_are_here() -> None:
    said = say_refusal(Refused("too-long", **DETAILS), QUESTION, strict("vi"))

    assert "đã viết 4.100." in said
    assert "nhiều nhất 4.000" in said


def test_where_photos_are_asked_for_nothing_else_is() -> None:
    photos = Question("photos", "Ảnh", "Gửi ảnh.", "photos", str)

    assert "đang chờ ảnh" in say_refusal(Refused("not-a-choice"), photos, strict("vi"))


@pytest.mark.parametrize("reason", ["noise", "too-long"])
def test_what_was_written_before_stays(reason: str) -> None:
    said = say_unchanged(Refused(reason, **DETAILS), QUESTION, strict("vi"))

    assert said.startswith("Tên: phần vừa nhắn chưa dùng được, vẫn giữ như cũ.")
    assert ("4.100" in said) == (reason not in NOT_UNDERSTOOD)
