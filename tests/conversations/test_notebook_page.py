"""The page a member writes on at a meeting, where there is no electronic handbook."""

from conversations.papers.notebook_page import notebook_page
from rules.person import Unit
from tests.hamlet import languages


def test_row_4_25_the_page_for_notes_has_room_for_what_was_said_and_what_is_to_be_done() -> None:
    page = notebook_page(Unit("suoi-da", "Chi bộ bản Suối Đá"), languages()["vi"])
    asked, tasks = (block.grid for block in page.blocks)

    assert (page.issuer, page.titles) == ("CHI BỘ BẢN SUỐI ĐÁ", ("GHI CHÉP SINH HOẠT CHI BỘ",))
    assert asked
    assert [row[0] for row in asked.rows][-1] == "Nội dung, kết luận"
    assert tasks
    assert tasks.head == ("Việc được phân công", "Phối hợp với", "Thời hạn")
