"""A person's name told alone, where name and unit were asked for."""

import re
import unicodedata

from rules.fold import fold
from rules.name_and_unit import is_name, names_a_unit
from rules.smalltalk import is_noise

# What families are called, so that a name in small letters is told from a sentence.
_CALLED = (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trương lâm "
    "mai trịnh đào cao hà lương lưu tạ chu châu thái tô quách kiều tống vương khúc nông bế ma hứa "
    "triệu phùng giáp nghiêm tăng ninh mạc ung uông diệp tiêu tôn lục doãn quản từ sầm lã khổng "
    "giàng vàng sùng thào mùa tráng ly lò lầu hạng cứ chang cháng chá già hờ hảng vừ thò sừng tẩn "
    "cà quàng lường điêu đèo cầm bạc tòng lèo vi lô quan hoàng bàn chảo phàn thạch sơn danh kim "
    "rơ siu ksor nay kpă y h'"
)
_FAMILIES = frozenset(_CALLED.split())
_BARE_FAMILIES = frozenset(map(fold, _FAMILIES))
_SAID = (
    "tìm tim giúp giup rút rut xin gửi gui hỏi hoi muốn muon tôi toi cho không khong gì nào nao "
    "ký được duoc"
)
_NOT_IN_A_NAME = frozenset(_SAID.split())
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FEWEST, _MOST = 2, 5  # words


def name_alone(text: str) -> str:
    """Return the name where a text is nothing else: "Lý Thị Sua", "ly thi sua"; "" for others."""
    words = unicodedata.normalize("NFC", text).strip(" .,").split()
    name = " ".join(words)
    odd = not _FEWEST <= len(words) <= _MOST or not all(map(_LETTERS.fullmatch, words))
    if odd or is_noise(name) or names_a_unit(name) or not is_name(name):
        return ""
    small = [word.lower() for word in words]
    if _NOT_IN_A_NAME & set(small):
        return ""
    known = small[0] in (_BARE_FAMILIES if small[0].isascii() else _FAMILIES)
    return name if known or all(word[0].isupper() for word in words) else ""
