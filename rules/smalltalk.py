"""Greetings and noise, which are never the answer to a question for words."""

import re
import unicodedata

from rules.either_way import either_way

_WORD = re.compile(r"[^\W_]+")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")
_OPENING = either_way(
    "a lô, alo, alô, chào, xin chào, hello, hi, hey, ok, oke, okay, okie, ừ, ừm, vâng, dạ, test, "
    "cảm ơn, cám ơn, đã rõ, rõ rồi, biết rồi, hiểu rồi, được rồi, có ai không, ai đấy, ai đó"
)
_OTHER = either_way(
    "em, anh, chị, bác, chú, cô, ông, bà, bạn, đồng chí, đ c, mọi người, cả nhà, các, trợ lý, bot, "
    "ad, admin, ơi, ạ, à, nhé, nha, nhá, rồi, nhiều, được, buổi sáng, buổi chiều, buổi tối"
)
# "thử" only with its mark: without it is somebody's name.
_GREETING = re.compile(
    rf"(?:{_OPENING}|thử|{_OTHER} {either_way('ơi')})(?: (?:{_OPENING}|thử|{_OTHER})\b)*+"
)


def is_noise(text: str) -> bool:
    """Say whether `text` is a greeting, a lone number or letter, or nothing but signs and emoji.

    Marks count where they were typed: "chào cô" is a greeting, "Chào cờ" may be a model's name.
    """
    said = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    if all(word.isnumeric() for word in said) or len("".join(said)) == 1:
        return True
    return _GREETING.fullmatch(_DRAWN_OUT.sub(r"\1", " ".join(said))) is not None
