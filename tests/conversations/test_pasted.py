"""Several answers in one message, at any moment, as people paste them."""

import pytest

from conversations.said import Text
from conversations.situation import Open
from tests.conversations.alone import TWO_HATS, Alone, form, somebody

FOUR = {
    "labels": "Tên: Cổng trường|Địa chỉ: Trường THPT|Lĩnh vực: VHXH|Nội dung: Trực cổng.",
    "no-marks": "TEN: Cổng trường|DIA CHI: Trường THPT|linh vuc: vhxh|noi dung: Trực cổng.",
    "dashes": "Tên – Cổng trường|Địa chỉ - Trường THPT|Lĩnh vực - VHXH|Nội dung - Trực cổng.",
    "numbered": "1. Cổng trường|2. Trường THPT|3. VHXH|4. Trực cổng.",
    "both": "1. Tên: Cổng trường|2. Địa chỉ: Trường THPT|3. Lĩnh vực: VHXH|4. Cách làm: Trực cổng.",
    "order": "Nội dung: Trực cổng.|Lĩnh vực: VHXH|Tên: Cổng trường|Địa chỉ: Trường THPT",
    "headed": "PHIẾU|Tên: Cổng trường|Nơi làm: Trường THPT|Lĩnh vực: VHXH|Nội dung: Trực cổng.",
    "bullets": "- Tên: Cổng trường|- Địa bàn: Trường THPT|- Lĩnh vực: VHXH|- Nội dung: Trực cổng.",
}
FOUR = {name: lines.replace("|", "\n") for name, lines in FOUR.items()}
WRITTEN = {
    "name": "Cổng trường",
    "address": "Trường THPT",
    "field": "culture-society",
    "content": "Trực cổng.",
}


def says(one: Alone, *words: str) -> Open:
    """Say words one after another; return the dialog that is in front then."""
    for each in words:
        one.hears(Text(each))
    return one.situation.dialogs[0]


def boxes(dialog: Open) -> dict[str, str]:
    """Return what the boxes of a draft say."""
    return {key: kept for key, kept in dialog.state.answers.items() if key in WRITTEN}


@pytest.mark.parametrize("lines", FOUR.values(), ids=FOUR)
def test_four_lines_are_a_whole_registration(lines: str) -> None:
    assert boxes(says(somebody(), lines)) == WRITTEN


@pytest.mark.parametrize("lines", FOUR.values(), ids=FOUR)
def test_four_lines_are_taken_where_the_name_is_asked_for(lines: str) -> None:
    assert boxes(says(somebody(), "dk", "2", lines)) == WRITTEN


PLAIN = "Cổng trường\nTrường THPT\n\nVHXH\nTrực cổng."


@pytest.mark.parametrize("first", [("dk",), ("dk", "2"), ("dk", "2", "Vườn rau", "quay lại")])
def test_four_lines_without_labels_are_taken_where_the_name_is_asked_for(
    first: tuple[str, ...],
) -> None:
    assert boxes(says(somebody(), *first, PLAIN)) == WRITTEN


def test_four_lines_that_name_no_field_are_one_answer() -> None:
    draft = says(somebody(), "dk", "2", PLAIN.replace("VHXH", "sáng thứ Hai"))

    assert boxes(draft).keys() == {"name"}


def test_a_line_that_is_missing_is_simply_asked_for() -> None:
    one = somebody()

    says(one, "Tên: Cổng trường\nNội dung: Trực cổng.")

    outcome = one.hears(Text("Trường THPT"))
    assert "lĩnh vực nào" in outcome.says[0].text


def test_one_line_alone_begins_nothing() -> None:
    one = somebody()

    one.hears(Text("Tên: Cổng trường"))

    assert one.situation.dialogs == ()


def test_a_label_before_an_answer_is_no_part_of_it() -> None:
    assert boxes(says(somebody(), "dk", "2", "Tên mô hình: Cổng trường")) == {"name": "Cổng trường"}


def test_a_content_may_have_lines_that_look_like_labels() -> None:
    content = "Chi bộ trực cổng trường giờ vào lớp.\nĐịa điểm: cổng trường."

    draft = says(somebody(), "dk", "2", "Cổng trường", "Trường THPT", "3", content)

    assert boxes(draft) == {**WRITTEN, "content": content}


def test_a_content_may_be_a_numbered_list() -> None:
    content = "1. Vận động phụ huynh\n2. Phân công đảng viên\n3. Trực cổng trường"

    draft = says(somebody(), "dk", "2", "Cổng trường", "Trường THPT", "3", content)

    assert boxes(draft) == {**WRITTEN, "content": content}


def test_a_numbered_list_at_the_review_is_more_content_not_other_boxes() -> None:
    draft = says(somebody(), FOUR["labels"], "1. Vận động\n2. Phân công\n3. Trực cổng")

    assert boxes(draft) == WRITTEN


def test_a_line_at_the_review_corrects_its_box() -> None:
    draft = says(somebody(), FOUR["labels"], "Lĩnh vực: quốc phòng an ninh")

    assert boxes(draft) == {**WRITTEN, "field": "defence-security"}


def test_a_line_that_is_no_answer_leaves_the_box_as_it_was() -> None:
    one = somebody()
    says(one, FOUR["labels"])

    outcome = one.hears(Text("Lĩnh vực: làm ruộng"))

    assert outcome.says[0].text.startswith("Lĩnh vực: phần vừa nhắn chưa dùng được")
    assert boxes(one.situation.dialogs[0]) == WRITTEN


def test_another_model_pasted_over_one_becomes_a_second_draft() -> None:
    one = somebody()

    says(one, FOUR["labels"], FOUR["labels"].replace("Cổng trường", "Đường hoa phụ nữ"))

    assert [boxes(d)["name"] for d in one.situation.dialogs] == ["Đường hoa phụ nữ", "Cổng trường"]


def test_who_has_two_hats_is_told_what_was_written_down_and_asked_for_whom() -> None:
    one = somebody(person=TWO_HATS)

    outcome = one.hears(Text(FOUR["labels"]))

    assert outcome.says[0].text.startswith("Đã ghi tên, địa chỉ, lĩnh vực, nội dung.")


def test_the_labels_of_the_programme_itself_are_understood() -> None:
    lines = "Lực lượng thực hiện: Ban công tác Mặt trận\nSố hộ tham gia: 42"

    draft = says(somebody(form("nine-boxes")), lines)

    assert draft.state.offered == {"forces": "Ban công tác Mặt trận", "households": "42"}
