from pathlib import Path

import pytest

from rules.fold import fold
from rules.programme import Box, Programme
from rules.programme_file import read_programme
from rules.refused import Refused

HERE = Path(__file__).parent
SHIPPED = HERE.parent.parent / "programmes"


def programme(name: str) -> Programme:
    path = (HERE / "programmes" if name == "nine-boxes" else SHIPPED) / f"{name}.toml"
    return read_programme(path.read_text("utf-8"), file=path.name)


def field_meant(words: str) -> set[str]:
    fields = programme("can-tho-khoi").fields
    meant = fold(words)
    return {
        field.code
        for field in fields
        if meant in map(fold, (field.code, field.label, field.short, *field.also))
    }


def test_the_board_of_the_committee_receives_what_is_registered() -> None:
    office = programme("can-tho-khoi").office

    assert office.committee == "Đảng ủy Khối cơ quan Dân Chính Đảng thành phố"
    assert office.board == "Ban Tuyên giáo Đảng ủy Khối"


def test_the_four_fields_are_offered_in_the_order_of_the_document() -> None:
    labels = [field.label for field in programme("can-tho-khoi").fields]

    assert labels == [
        "Xây dựng Đảng, hệ thống chính trị",
        "Phát triển kinh tế",
        "Văn hóa – xã hội",
        "Quốc phòng – an ninh",
    ]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("party-building", "“Trọng dân, gần dân, học dân, hiểu dân và có trách nhiệm với dân”"),
        ("party-building", "nêu gương"),
        ("economy", "giảm nghèo"),
        ("economy", "chế biến, tiêu thụ sản phẩm"),
        ("culture-society", "nông thôn mới, đô thị văn minh"),
        ("culture-society", "“Nhà tình nghĩa”"),
        ("culture-society", "kế hoạch hóa gia đình và an toàn giao thông"),
        ("defence-security", "“An toàn về an ninh trật tự”"),
    ],
)
def test_a_field_is_explained_in_the_words_of_the_document(field: str, words: str) -> None:
    hint = programme("can-tho-khoi").field(field).hint

    assert words in hint
    assert len(hint) <= 400


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("quốc phòng - an ninh", "defence-security"),
        ("an ninh - quốc phòng", "defence-security"),
        ("an ninh – quốc phòng", "defence-security"),
        ("QPAN", "defence-security"),
        ("van hoa - xa hoi", "culture-society"),
        ("văn hoá - xã hội", "culture-society"),
        ("vhxh", "culture-society"),
        ("kinh tế", "economy"),
        ("KT", "economy"),
        ("XDĐ", "party-building"),
        ("htct", "party-building"),
        ("Xây dựng hệ thống chính trị", "party-building"),
    ],
)
def test_a_field_is_known_by_every_spelling_in_use(words: str, field: str) -> None:
    assert field_meant(words) == {field}


def test_the_kinds_are_offered_in_the_order_people_need_them() -> None:
    kinds = [(kind.code, kind.label) for kind in programme("can-tho-khoi").kinds]

    assert kinds == [
        ("new-collective", "Mô hình mới của tập thể"),
        ("new-individual", "Mô hình mới của cá nhân"),
        ("maintain", "Duy trì mô hình đã làm từ năm trước"),
        ("replicate", "Nhân rộng mô hình của nơi khác"),
        ("exemplar-collective", "Điển hình tập thể"),
        ("exemplar-individual", "Điển hình cá nhân"),
    ]


def test_a_model_of_a_person_is_told_from_a_model_of_a_unit() -> None:
    can_tho = programme("can-tho-khoi")

    assert can_tho.kind("new-collective").subject == "collective"
    assert can_tho.kind("new-individual").subject == "individual"


@pytest.mark.parametrize("name", ["can-tho-khoi", "minimal"])
def test_name_address_content_and_one_field_are_all_that_is_required(name: str) -> None:
    boxes = [(box.key, box.type) for box in programme(name).boxes if box.required]

    assert boxes == [
        ("name", "name"),
        ("address", "place"),
        ("field", "field"),
        ("content", "content"),
    ]


def test_the_least_programme_has_one_kind_and_one_deadline() -> None:
    minimal = programme("minimal")

    assert [kind.code for kind in minimal.kinds] == ["new-collective"]
    assert [stage.code for stage in minimal.stages] == ["register"]


def test_the_ward_asks_its_nine_boxes_first() -> None:
    labels = [box.label for box in programme("nine-boxes").boxes[:9]]

    assert labels == [
        "Tên mô hình",
        "Thực trạng, lý do xây dựng mô hình",
        "Mục tiêu, tiêu chí",
        "Nội dung, cách thức thực hiện",
        "Địa bàn, đối tượng",
        "Lực lượng thực hiện",
        "Nguồn lực; thời gian thực hiện",
        "Sản phẩm, kết quả đầu ra",
        "Khả năng duy trì, nhân rộng",
    ]


def test_a_form_need_not_ask_for_a_field() -> None:
    assert programme("nine-boxes").fields == ()


def test_a_box_is_read_with_all_that_was_written_of_it() -> None:
    box = programme("nine-boxes").box("households")

    assert box == Box(
        key="households",
        type="number",
        label="Số hộ tham gia",
        question="Có bao nhiêu hộ tham gia?",
        example="42",
        required=False,
        least=1,
        most=5000,
    )


def test_the_programmes_read_here_have_boxes_of_every_type() -> None:
    types = {box.type for name in ("can-tho-khoi", "nine-boxes") for box in programme(name).boxes}

    assert types == set(Box.__annotations__["type"].__args__)


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("kind", "unknown-kind"),
        ("box", "unknown-box"),
        ("field", "unknown-field"),
        ("stage", "unknown-stage"),
    ],
)
def test_a_code_the_programme_does_not_have_is_refused(part: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        getattr(programme("can-tho-khoi"), part)("no-such")

    assert refused.value.reason == reason
    assert refused.value.details == {"code": "no-such"}


def test_a_type_of_unit_stands_only_under_those_written_for_it() -> None:
    ward = programme("nine-boxes")

    assert ward.may_stand_under("doan_the", "co_quan")
    assert not ward.may_stand_under("doan_the", "doan_the")


def test_a_type_of_unit_without_a_line_stands_anywhere() -> None:
    assert programme("nine-boxes").may_stand_under("co_quan", "doan_the")
