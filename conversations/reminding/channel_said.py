"""The channel in "nhắc tôi qua Zalo", as a button would carry it."""

import re

from rules.fold import fold

LAST = "last"  # whichever they used last
_SAID = re.compile(
    r"(?:hay |xin |de nghi )?(?:nhac|bao|nhan)(?: nho| viec| tin)?(?: cho)?(?: toi| em| minh)?"
    r" (?:qua|bang|tren|o|ve)(?: kenh)? (.+)"
)
_NAMES = {
    "zalo": "zalo",
    "da lo": "zalo",
    "telegram": "telegram",
    "tele": "telegram",
    "tg": "telegram",
    "web": "web",
    "trang tro chuyen": "web",
    "trang web": "web",
    "trang mang": "web",
    "trang": "web",
    "gan nhat": LAST,
    "dung gan nhat": LAST,
    "toi dung gan nhat": LAST,
    "vua dung": LAST,
    "nao cung duoc": LAST,
}


def channel_said(text: str) -> str:
    """Return "zalo", "telegram", "web" or "last"; "" where no channel is said."""
    match = _SAID.fullmatch(fold(" ".join(text.split()).rstrip(" .!")))
    return _NAMES.get(match[1], "") if match else ""
