"""What the assistant does not do is heard at any question; in a model's words it is content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.declined import declined
from rules.fold import fold

ASKED = """
not-ours: nộp đảng phí | đóng đảng phí ở đâu | đảng phí tháng 3 | thu đảng phí | đảng phí
not-ours: kỷ luật đồng chí A | đề nghị kỷ luật đồng chí Nguyễn Văn A | xử lý kỷ luật đảng viên B
not-ours: điểm danh | điểm danh cuộc họp hôm nay | biểu quyết | lấy phiếu tín nhiệm | bỏ phiếu
not-ours: kết nạp đảng | xin chuyển sinh hoạt đảng | nhân sự chi ủy của chi bộ | kiểm điểm
not-ours: cho em xin nghị quyết | xem tài liệu sinh hoạt tháng này | muốn lấy biên bản họp
documents: gửi biên bản họp | nghị quyết | gửi nghị quyết tháng 3 qua đây được không
documents: biên bản họp chi bộ tháng 3 | nhờ trợ lý ghi biên bản | nộp dự thảo nghị quyết
"""
CONTENT = """
Giữ gìn kỷ luật lao động | Chi bộ không có đảng viên bị kỷ luật | Tổ tự quản chấp hành kỷ luật
Đưa nghị quyết vào cuộc sống | Tuyên truyền nộp đảng phí đúng hạn | Dân vận khéo nhờ kỷ luật tốt
Học tập nghị quyết Đại hội | Sổ điểm danh học sinh vùng cao | Nhân sự tình nguyện giúp hộ nghèo
Vận động hộ dân kỷ luật trong lao động, kỷ luật trong sản xuất, không để xảy ra vi phạm
Nuôi ong lấy mật | mật ong | Bầu không khí trong lành | bản Suối Đá
"""


def phrases(table: str) -> list[str]:
    return [one.strip() for line in table.strip().splitlines() for one in line.split(" | ")]


def asked() -> list[tuple[str, str]]:
    lines = (line.split(": ") for line in ASKED.strip().splitlines())
    return [(act, one) for act, said in lines for one in said.split(" | ")]


@pytest.mark.parametrize(("act", "said"), asked())
def test_what_is_not_ours_is_heard_with_marks_and_without(act: str, said: str) -> None:
    assert declined(said) == act
    assert declined(fold(said)) == act
    assert declined(f"{said.upper()}?") == act


@pytest.mark.parametrize("said", phrases(CONTENT))
def test_the_same_words_in_a_models_name_or_content_are_content(said: str) -> None:
    assert declined(said) == ""
    assert declined(fold(said)) == ""


@given(st.text(max_size=80))
def test_whatever_is_said_something_is_answered(said: str) -> None:
    assert declined(said) in {"", "not-ours", "documents"}
