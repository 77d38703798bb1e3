"""Whether a word could be Vietnamese: how its letters follow each other, not what it means."""

import re
import unicodedata

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_BEGIN = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x"
_CLOSED = "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|oa|oă|oe|oo|uâ|uê|uô|uy|uyê|ươ|yê"
_OPEN = (
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iêu|iu|oai|oao|oay|oeo|oi|ôi|ơi|ua|uây|ui|uôi|uơ|uya|uyu|"
    "ưa|ưi|ươi|ươu|ưu|yêu"
)
_END = "c|ch|m|n|ng|nh|p|t"
_SYLLABLE = re.compile(f"(?:{_BEGIN})?(?:(?:{_CLOSED})(?:{_END})?|{_OPEN})")


def is_syllable(word: str) -> bool:
    """Return whether a word, in any case, is spelt as a Vietnamese syllable is."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(part in _TONES for part in parts)
    plain = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(plain) is not None
