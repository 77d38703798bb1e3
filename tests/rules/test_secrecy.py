import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.secrecy import looks_secret

SECRET = [
    "Độ mật: Tối mật",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "(Tối mật)",
    "Kính gửi các đồng chí\nMẬT\nSố 12-BC/TU",
    "MẬT.",
    "Đây là tài liệu mật của tỉnh",
    "tài liệu\u00a0mật",
    "Công văn mật số 3",
    "văn bản TỐI MẬT số 12",
    "hồ sơ đã đóng dấu mật",
    "dấu chỉ độ mật",
    "nội dung tuyệt mật",
    "không làm lộ bí mật nhà nước",
    "TOI MAT",
    "DO MAT: TOI MAT",
    "gui em tai lieu mat.",
    "lo bi mat nha nuoc",
]
OPEN = [
    "Nuôi ong lấy mật dưới tán rừng",
    "nuoi ong lay mat duoi tan rung",
    "Mật ong\nSáp ong",
    "Mật",
    "MẬT ONG RỪNG",
    "mật độ dân cư",
    "nồng độ mật cao",
    "nồng độ mật ong",
    "buổi tối mật ong được quay",
    "BUỔI TỐI MẬT ONG",
    "tài liệu mật độ dân số",
    "gắn bó mật thiết",
    "tài liệu mật khẩu",
    "tài liệu Mặt trận Tổ quốc",
    "Mặt trận",
    "MAT TRAN",
    "tai lieu mat tran",
    "di toi mat tran",
    "toi mat dien thoai",
    "tai lieu mat roi",
    "12 ho van ban mat",
    "cuoi nam ban mat chung.",
    "giữ bí mật cho người tố giác",
    "tuyên truyền bảo vệ bí mật nhà nước",
    "",
]
HONEY = [
    "nuôi",
    "ong",
    "lấy",
    "mật",
    "mật ong",
    "bán",
    "chung",
    "quay",
    "hoa",
    "mật độ",
    "đàn",
    "12",
]
STAMPS = st.sampled_from(["TỐI MẬT", "TUYỆT MẬT", "MẬT", "Độ mật: Mật", "Tài liệu mật"])


@pytest.mark.parametrize("text", SECRET)
def test_a_stamp_or_a_whole_phrase_is_a_sign_of_secrecy(text: str) -> None:
    assert looks_secret(text)


@pytest.mark.parametrize("text", OPEN)
def test_honey_density_and_the_front_are_no_secret(text: str) -> None:
    assert not looks_secret(text)


@given(st.lists(st.sampled_from(HONEY), min_size=2))
def test_no_sentence_about_honey_is_secret(said: list[str]) -> None:
    assert not looks_secret(" ".join(said).capitalize())


@given(st.text(), STAMPS, st.text())
def test_a_stamp_on_its_own_line_is_seen_in_any_text(before: str, stamp: str, after: str) -> None:
    assert looks_secret(f"{before}\n{stamp}\n{after}")


@given(st.sampled_from(SECRET + OPEN))
def test_decomposed_text_is_judged_alike(text: str) -> None:
    assert looks_secret(unicodedata.normalize("NFD", text)) == looks_secret(text)
