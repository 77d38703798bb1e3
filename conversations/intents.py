"""Ordinary words, with or without marks, and what people want when they say them."""

import re
from collections.abc import Mapping

from rules.codes import looks_like_code, plain_code
from rules.fold import fold

# Understood at any question: nobody's model is called this. Commands stand behind the words.
WORDS = """
aside: 0, để đó, để đó làm tiếp sau, để sau, tạm dừng, hủy, /huy, /dedo
back: quay lại, lùi lại, /quaylai
keep: giữ nguyên
explain: giải thích, xem giải thích, gợi ý, xem gợi ý
drop: xóa, xóa bản này, /xoa
help: giúp, giúp tôi, giúp tôi với, giúp với, trợ giúp, gặp người, gặp người giúp, help, /help, \
/trogiup
main: mục chính, menu, /menu, /start, /mucchinh
register: dk, đăng ký, đăng kí, /dangky, /dk
new: đăng ký mới
unit: dv, đơn vị, đơn vị tôi, /donvi
deadlines: hạn, hạn đăng ký, /han
mine: /cuatoi
data: dữ liệu, dữ liệu của tôi, rút đồng ý, rút lại đồng ý, rút lại sự đồng ý, /dulieu
organisation: tổ chức, cơ cấu tổ chức, cây tổ chức, /tochuc
find: tìm, tìm kiếm, /tim
members: thành viên, danh sách thành viên, /thanhvien
import: nhập dữ liệu, nhập bảng, nhập từ excel, mẫu nhập, tệp mẫu, /nhap
codes: mã mời, làm mã mời, mã mời của đơn vị, /mamoi
link: mã vào lại, /mavaolai, /web
english: english, /english
vietnamese: tiếng việt, /tiengviet
"""

# Understood where no free words are asked for, anywhere in a sentence.
PHRASES = """
mine: xem sửa cái đã gửi, cái đã gửi, đã gửi, mô hình của tôi, bản ghi dở, xem lại, sửa đăng ký
unit: đơn vị tôi, đơn vị mình, đăng ký mấy mô hình, mấy mô hình rồi, chỉ tiêu, chi bộ tôi
deadlines: hạn và lịch họp, hạn chót, hạn đăng ký, hết hạn, lịch họp, hạn nộp, hạn cuối
help: gặp người, số điện thoại, sđt, người phụ trách, cần giúp, hướng dẫn
not-ours: đảng phí, đóng phí, kỷ luật, kiểm điểm, nhân sự, xếp loại, chuyển sinh hoạt, hồ sơ
new: đăng ký mới, mô hình mới
register: đăng ký mô hình, đăng ký điển hình, muốn đăng ký, ghi tiếp, làm tiếp
"""

# Understood where no free words are asked for, if it is all that is said: of what was sent last.
LAST = """
again: gửi, gửi đi, gửi đăng ký, gửi lại, nộp
correct: sửa, sửa lại
withdraw: rút, rút lại, rút đăng ký
photos: ảnh, gửi ảnh, thêm ảnh, gửi thêm ảnh
"""

_NUMBER = re.compile(r"^(?:(?:dang ky |dk )?so|ma|#)\s*(\d{1,6})$")
_PEOPLE = re.compile(r"(?:/thanhvien|thành viên|thanh vien)(?: của| cua)? (.+)", re.IGNORECASE)
_CARD = re.compile(r"(?:/tochuc|tổ chức|to chuc)(?: của| cua)? (.+)", re.IGNORECASE)
_CODE = re.compile(r"^[a-z]{2,5}-\d{4}-\d{4,}$")
_ANNOUNCED = re.compile(
    r"^(?:dang ky|dk|vao|/start|/vao|ma(?: moi| vao lai)?(?: cua (?:toi|em|don vi))?(?: la)?)"
    r"[\s:]+([0-9a-z][0-9a-z -]*)$"
)


def _by_phrase(table: str) -> Mapping[str, str]:
    lines = (line.split(": ") for line in table.strip().splitlines())
    return {fold(phrase): act for act, phrases in lines for phrase in phrases.split(", ")}


_FIXED, _LAST, _ANYWHERE = _by_phrase(WORDS), _by_phrase(LAST), _by_phrase(PHRASES)


def fixed(text: str) -> str:
    """Return the act meant by a word that is understood at any question; "" if it is none."""
    return _FIXED.get(_plain(text), "")


def numbered_entry(text: str) -> str:
    """Return the number or code of an entry that is all of the text; "" if it is none."""
    plain = _plain(text)
    if match := _NUMBER.match(plain):
        return match[1]
    return plain.upper() if _CODE.match(plain) else ""


def intent(text: str) -> tuple[str, str]:
    """Return the act and subject meant: ("show", "17"), ("unit", ""); ("", "") if none."""
    if number := numbered_entry(text):
        return "show", number
    if unit := whose_people(text):
        return "members", unit
    if unit := whose_card(text):
        return "organisation", unit
    plain = _plain(text)
    padded = f" {plain} "
    found = (act for phrase, act in _ANYWHERE.items() if f" {phrase} " in padded)
    return fixed(text) or _LAST.get(plain) or next(found, ""), ""


def whose_people(text: str) -> str:
    """Return the unit whose people are asked for: "thành viên Sở Y tế"; "" if it is not that."""
    match = _PEOPLE.match(" ".join(text.split()))
    return match[1] if match else ""


def whose_card(text: str) -> str:
    """Return the unit whose card is asked for: "tổ chức Sở Y tế"; "" if it is not that."""
    match = _CARD.match(" ".join(text.split()))
    return match[1] if match and not fixed(text) else ""


def sought(text: str, *, bare: bool) -> str:
    """Return what somebody looks for who says "tìm …" or "/tim …"; "" if they do not.

    `bare`: also without the stroke, which is not safe where free words are asked for.
    """
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if fold(first) in ({"/tim", "tim"} if bare else {"/tim"}) else ""


def code_in(text: str, *, bare: bool) -> str:
    """Return the code somebody typed, as it is kept; "" if there is none.

    `bare`: also take a code that stands alone, which is not safe where free words are asked for.
    """
    folded = _plain(text)
    announced = _ANNOUNCED.match(folded)
    typed = announced[1] if announced else folded if bare else ""
    return plain_code(typed) if looks_like_code(typed, alone=announced is None) else ""


def _plain(text: str) -> str:
    return fold(text).rstrip(" .!?").replace(",", "")
