"""A yes or no in words to what is about to be erased; never to anything else."""

from conversations.situation import Situation
from rules.choosing import meant
from rules.refused import Refused

_NO = ("giữ lại", "giữ như cũ", "không", "thôi", "chưa", "đừng")
_YES = {
    "drop-yes": ("xóa", "có", "đồng ý", "rồi"),
    "data-erase-yes": ("xóa", "xóa dữ liệu của tôi"),
    "data-withdraw-yes": ("rút", "rút đồng ý", "có"),
    "launch-yes": ("mở", "gửi", "có", "đồng ý", "đã có"),
    "target-yes": ("đạt", "đã đạt", "có", "đồng ý"),
    "target-no": ("bỏ", "có", "đồng ý"),
}


def second_yes(s: Situation, text: str) -> str:
    """Return the data of the answer meant, where one was asked for last; "" if none."""
    asked = s.menu[0].split(":")[1] if s.menu else ""
    if asked not in _YES:
        return ""
    try:
        answer = meant(text, (_YES[asked], _NO), loose=False)
    except Refused:
        return ""
    return s.menu[answer] if answer < len(s.menu) else ""
