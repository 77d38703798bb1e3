"""What a person typed, made safe to keep, compare and show without changing what it says."""

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")  # Word breaks lines with \v
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u180b-\u180f\u200b\u200c\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_REMOVED = re.compile(f"[{_CONTROLS}{_BIDI}{_UNSEEN}]")
_EMOJI = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf-\u23ff"
    "\u24c2\u25aa-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_LOOSE_JOINER = rf"(?<!{_EMOJI})(?<!{_EMOJI}\ufe0f)\u200d|\u200d(?!{_EMOJI})"
_LOOSE_SELECTOR = rf"(?<!{_EMOJI})(?!(?<=[0-9#*])\ufe0f\u20e3)[\ufe0e\ufe0f]"
_LOOSE = re.compile(f"{_LOOSE_JOINER}|{_LOOSE_SELECTOR}")


def clean(text: str) -> str:
    """Return `text` in NFC without controls, bidi controls and zero-width characters.

    Lines end in a bare newline and without spaces; nothing blank surrounds the whole. Marks or
    none, quotes, emoji with their joiners and line breaks stay as typed. Idempotent, never raises.
    """
    seen = _REMOVED.sub("", _BREAKS.sub("\n", text))
    whole = unicodedata.normalize("NFC", _LOOSE.sub("", seen))
    return "\n".join(line.rstrip() for line in whole.split("\n")).strip()
