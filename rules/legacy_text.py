"""Vietnamese in the encodings of the fonts before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times).

Such text came into a table as the letters a Western computer sees: "Uû ban nh©n d©n".
"""

import re
from collections.abc import Collection, Iterable

from rules.syllables import is_syllable
from rules.table import Encoding

LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
_TCVN3_SMALL = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ"
TCVN3_CAPITALS = {"¡": "Ă", "¢": "Â", "§": "Đ", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư"}
TCVN3 = dict(zip(_TCVN3_SMALL, LETTERS, strict=True)) | TCVN3_CAPITALS
_VNI_SMALL = (
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä "
    "ì æ ó í ò oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï "
    "ö öø öû öõ öù öï yø yû yõ yù î"
)
VNI = dict(zip(_VNI_SMALL.split(), LETTERS, strict=True))
_VNI_LETTER = re.compile("|".join(sorted(VNI, key=len, reverse=True)), re.IGNORECASE)
_OLD_WORD = re.compile(r"(?=[\xa1-\xff]*[a-z])(?=[a-z]*[\xa1-\xff])[a-z\xa1-\xff]+", re.IGNORECASE)
_UNICODE = re.compile("[\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]")
_LEAST_WORDS = 2
_LEAST_SHARE = 0.75  # of the words become Vietnamese; the rest is abbreviations and names
_MOST_SHARE = 0.5  # of the words may be Vietnamese as they stand; by chance it is a third
_STRAY = 10  # as many cells in Unicode for one old word make that word a curiosity
_CAPITALS = 2  # written in full, from which one knows that a font drew the others


def recognise(texts: Iterable[str]) -> Encoding:
    """Return the old encoding the texts of one table are in, "" if Unicode or unclear."""
    unicode, words = 0, set[str]()
    for text in texts:
        if _UNICODE.search(text):
            unicode += 1
        elif not text.isascii():
            words.update(_OLD_WORD.findall(text))
    if len(words) < _LEAST_WORDS or len(words) * _STRAY < unicode:
        return ""
    if _share(words) > _MOST_SHARE:
        return ""
    shares: dict[Encoding, float] = {
        "tcvn3": _share([_from_tcvn3(word) for word in words]),
        "vni": _share([_from_vni(word) for word in words]),
    }
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _LEAST_SHARE else ""


def convert(text: str, encoding: Encoding) -> str:
    """Return text of a table in that encoding as Unicode; text with other letters stays.

    TCVN3 has no capitals with marks, a font draws them: only the letters beside them tell.
    """
    if not encoding or text.isascii():
        return text
    return _from_tcvn3(text) if encoding == "tcvn3" else _from_vni(text)


def _share(words: Collection[str]) -> float:
    return sum(map(is_syllable, words)) / len(words)


def _from_tcvn3(text: str) -> str:
    if any(char.isalpha() and char not in TCVN3 for char in text if not char.isascii()):
        return text
    return _capitalised(text, "".join(TCVN3.get(char, char) for char in text))


def _capitalised(old: str, new: str) -> str:
    """Return `new`, letter for letter what `old` was, in capitals where `old` was shouted."""
    spans = [found.span() for found in re.finditer(r"\S+", old)]
    shouted = [span for span in spans if _is_shouted(old[slice(*span)])]
    if shouted and _own_letters(old).isupper():
        return new.upper()
    for start, end in shouted:
        new = new[:start] + new[start:end].upper() + new[end:]
    return new


def _is_shouted(word: str) -> bool:
    own = _own_letters(word)
    return own.isupper() and len(own) >= _CAPITALS


def _own_letters(old: str) -> str:
    """Return the letters whose size does not depend on the font."""
    letters = (TCVN3_CAPITALS.get(char, char) for char in old if char not in _TCVN3_SMALL)
    return "".join(filter(str.isalpha, letters))


def _from_vni(text: str) -> str:
    if re.search(r"[^\W\d_\x00-\x7f]", _VNI_LETTER.sub("", text)):
        return text
    return _VNI_LETTER.sub(_vni_letter, text)


def _vni_letter(found: re.Match[str]) -> str:
    letter = VNI[found[0].lower()]
    return letter.upper() if found[0][0].isupper() else letter
