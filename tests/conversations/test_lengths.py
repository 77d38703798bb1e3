"""How long bubbles are: a telephone without buttons shows all of one, with its answers."""

import re
from collections.abc import Iterator

from tests.conversations.test_transcripts import FOLDER

MOST = 700
# What may be longer, by how it begins.
LONGER = {
    "CHƯA ĐỦ ĐĂNG KÝ": "whom an office has to call, with their numbers",
    "Đồng chí vừa gọi đơn vị nào?": "the same list, to answer by its numbers",
    "Việc chờ Ban xem:": "seven things, each with its unit and what it may be the same as",
    "Quá trình của đăng ký": "all that was done with an entry, on demand",
    "Đồng chí kiểm tra lại:": "what somebody wrote is read back whole",
    "Trợ lý hiểu là mô hình mới": "the same",
    "Đồng chí đã sửa chính tả": "the words before and after",
    "Xây dựng Đảng, hệ thống chính trị: “Khéo”": "what each field means, on demand",
    "LỊCH SINH HOẠT THÁNG": "a month of thirteen cells, for a committee",
    "THÔNG BÁO|Lịch sinh hoạt lệ": "the same, to be passed on",
    "“Dân vận khéo” năm": "all units of somebody who has many",
    "Đăng ký đồng chí đã gửi": "all that somebody has sent",
}
_BUBBLE = re.compile(
    r"^(?:[^»«#\n]{1,20} )?« (.*?)(?=^(?:[^»«#\n]{1,20} )?[»«] |^# |\Z)", re.MULTILINE | re.DOTALL
)


def bubbles() -> Iterator[str]:
    """Yield all that the assistant says in the conversations, with the answers offered."""
    for path in sorted(FOLDER.glob("*.txt")):
        found = _BUBBLE.finditer(path.read_text("utf-8"))
        yield from (match[1].strip().replace("\n  ", "\n") for match in found)


def test_a_bubble_is_short_unless_it_is_known_why() -> None:
    long = {said.replace("\n", "|") for said in bubbles() if len(said) > MOST}

    unknown = {said for said in long if not said.startswith(tuple(LONGER))}
    assert unknown == set()
    assert all(any(said.startswith(how) for said in long) for how in LONGER)
