"""A person's name and unit told in one bubble."""

import re
import unicodedata

from rules.either_way import either_way
from rules.refused import Refused
from rules.smalltalk import is_noise

_UNIT_PHRASE = either_way(
    "chi bộ, đảng bộ, đảng ủy, đảng uỷ, huyện ủy, tỉnh ủy, thành ủy, chi hội, chi đoàn, công đoàn, "
    "hội nông, hội phụ, hội liên, hội cựu, hội chữ, hội người, đoàn thanh, đoàn xã, đoàn phường, "
    "đoàn trường, đoàn khối, ban công, ban chỉ, ban dân, ban tuyên, ban tổ, ban quản, ủy ban, "
    "uỷ ban, mặt trận, trung tâm, công ty, công an, bệnh viện, trạm y, trường thpt, trường thcs, "
    "trường tiểu, trường mầm, trường trung, tổ dân, tổ hợp, khu phố, hợp tác, ngân hàng, kho bạc, "
    "bưu điện, tòa án, toà án, viện kiểm, chi cục, khối dân, cb, đb, đuk, cqdn, ubnd, mttq, lhpn, "
    "ccb, hnd, hpn, htx, bdv, btgdv, cty"
)
_UNIT_WORD = either_way("sở, hội, đoàn, ban, phường, xã, trường, tổ, thôn, bản, phòng, làng, xóm")
_ALSO_A_NAME = "(?:trường|truong|phong|phuong|to|hoi|doan|đoàn)"
_POSITION = either_way(
    "bí thư, phó bí thư, chủ tịch, phó chủ tịch, giám đốc, phó giám đốc, hiệu trưởng, hiệu phó, "
    "phó, tổ trưởng, tổ phó, chi ủy viên, đảng viên, cán bộ, công chức, chuyên viên, nhân viên, "
    "giáo viên, hội viên, đoàn viên, đầu mối, bt, pbt"
)
_SPEAKER = either_way("tôi, em, mình, cháu, tên, họ tên, họ và tên")
_SAYS = either_way("tôi tên, em tên, tôi, em")
_TITLE = f"(?:{either_way('đồng chí')}|đ/c|dc|anh|chị|chú|cô|bác|ông|bà)"
# Words that are names without their marks (phong, tài, lâm, chu, la) count only with them.
_ANY_UNIT = rf"(?:{_UNIT_PHRASE}|{_UNIT_WORD}|văn\s+phòng|báo|đài|viện)\b"
_LINK = rf"(?:{either_way('ở, thuộc, của, công tác, đơn vị')}|tại|bên|làm|là|kiêm|trưởng)"

_APART = re.compile(r"[\n,;|()–—]| [-/]+|-+ ")
_SURE = re.compile(rf"\b{_UNIT_PHRASE}\b", re.IGNORECASE)
_UNIT = re.compile(
    rf"\b(?:{_UNIT_PHRASE}\b|(?!{_ALSO_A_NAME}\s+{_ANY_UNIT}){_ANY_UNIT})", re.IGNORECASE
)
_BEFORE_UNIT = re.compile(rf"^(?:(?:{_LINK}|{_POSITION})\b[\s,:]*)+", re.IGNORECASE)
_AFTER_NAME = re.compile(rf"(?:\b(?:{_LINK}|{_POSITION})[\s,:]*)+$", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    rf"^(?:(?:{_SPEAKER}\s*)+(?:\b(?:là|la)\s+|:\s*)|{_SAYS}\s+|là\s+)?(?:{_TITLE}\s+)?",
    re.IGNORECASE,
)
# "tìm ĐUK" asks for something; nobody is called so.
_ASKED_FOR = re.compile(
    rf"\s*{either_way('tìm, tìm kiếm, thành viên, danh sách, mã mời, đăng ký, tổ chức')}\s+\w",
    re.IGNORECASE,
)
_MOST_WORDS = 6


def split_name_and_unit(text: str) -> tuple[str, str]:
    """Return the name and the unit as typed: "Lan, hội phụ nữ xã", "tôi là Lan ở sở nội vụ".

    The two stand apart by a comma, a dash or a line, or the unit begins with a word units begin
    with; positions and "tôi là" are left out. Refused "name-and-unit" when there are not two, and
    for what asks for something: "tìm ĐUK".
    """
    said = unicodedata.normalize("NFC", text)
    if _ASKED_FOR.match(said):
        raise Refused("name-and-unit")
    typed = _APART.split(said)
    parts = [" ".join(part.split()) for part in typed if not is_noise(part)]
    before, after = _in_two(parts)
    name = _AFTER_NAME.sub("", _BEFORE_NAME.sub("", before, count=1)).strip(" .:")
    unit = _BEFORE_UNIT.sub("", after).strip(" .:")
    if not is_name(name) or is_noise(unit):
        raise Refused("name-and-unit")
    return name, unit


def _in_two(parts: list[str]) -> tuple[str, str]:
    if not parts:
        raise Refused("name-and-unit")
    *others, last = parts
    if others and _is_unit(others[0], not_in=last):
        return last, ", ".join(others)
    first, *rest = parts
    found = (_SURE if rest else _UNIT).search(first, first.find(" ") + 1 or len(first))
    if found:
        return first[: found.start()], ", ".join([first[found.start() :], *rest])
    return first, ", ".join(rest)


def names_a_unit(text: str) -> bool:
    """Return whether a text begins as the names of units do."""
    return any(way.match(text) for way in (_SURE, _UNIT))


def _is_unit(part: str, *, not_in: str) -> bool:
    bare = _BEFORE_UNIT.sub("", part)
    return any(way.match(bare) and not way.search(not_in) for way in (_SURE, _UNIT))


def only_says_a_position(text: str) -> bool:
    """Return whether words say what somebody is and no name: "đảng viên"."""
    return not _AFTER_NAME.sub("", _BEFORE_NAME.sub("", text, count=1)).strip(" .:")


def is_name(name: str) -> bool:
    """Return whether words may be somebody's name."""
    odd = re.search("[0-9?!]", name) or _SURE.match(name) or is_noise(name)
    return not odd and len(name.split()) <= _MOST_WORDS
