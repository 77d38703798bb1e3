"""Ordinary words, with or without marks, and what people want when they say them."""

import re
from collections.abc import Mapping

from rules.fold import fold

# Understood at any question: nobody's model is called this. Commands stand behind the words.
WORDS = """
aside: 0, để đó, để đó làm tiếp sau, để sau, tạm dừng, hủy, /huy, /dedo
back: quay lại, lùi lại, /quaylai
keep: giữ nguyên
explain: giải thích, xem giải thích, gợi ý, xem gợi ý
drop: xóa, xóa bản này, /xoa
help: giúp, giúp tôi, trợ giúp, gặp người, gặp người giúp, help, /help, /trogiup
main: mục chính, menu, /menu, /start, /mucchinh
register: dk, đăng ký, đăng kí, /dangky, /dk
new: đăng ký mới
unit: dv, đơn vị, đơn vị tôi, /donvi
deadlines: hạn, hạn đăng ký, /han
mine: /cuatoi
data: dữ liệu, /dulieu
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

_NUMBER = re.compile(r"^(?:so|ma|dang ky so|#)\s*(\d{1,6})$")
_CODE = re.compile(r"^[a-z]{2,5}-\d{4}-\d{4,}$")
_INVITATION = re.compile(r"^(?:dang ky|dk|ma|vao|/start|/vao)[\s:]+([0-9a-z]{3}-?[0-9a-z]{3,7})$")
_BARE_CODE = re.compile(r"^(?=.*\d)(?=.*[a-z])[0-9a-z]{3}-?[0-9a-z]{3}$")


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
    plain = _plain(text)
    padded = f" {plain} "
    found = (act for phrase, act in _ANYWHERE.items() if f" {phrase} " in padded)
    return fixed(text) or _LAST.get(plain) or next(found, ""), ""


def code_in(text: str, *, bare: bool) -> str:
    """Return the code somebody typed, in capitals without its dash; "" if there is none.

    `bare`: also take a code that stands alone, which is not safe where free words are asked for.
    """
    folded = fold(text)
    match = _INVITATION.match(folded)
    if match and any(letter.isdigit() for letter in match[1]):
        return match[1].replace("-", "").upper()
    if bare and _BARE_CODE.match(folded):
        return folded.replace("-", "").upper()
    return ""


def _plain(text: str) -> str:
    return fold(text).rstrip(" .!?").replace(",", "")
