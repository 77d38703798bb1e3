"""The hour in "nhắc tôi lúc 7 giờ tối", as a button would carry it."""

import re

from rules.dates import read_time
from rules.refused import Refused

_SAID = re.compile(
    r"(?:hãy |hay |xin |đề nghị |de nghi )?(?:đổi giờ |doi gio |chọn giờ |chon gio )?"
    r"(?:nhắc|nhac)(?: nhở| nho| việc| viec)?(?: cho)?(?: tôi| toi| em| mình| minh)?"
    r"(?: vào| vao)?(?: lúc| luc) (.+)",
    re.IGNORECASE,
)


def hour_said(text: str) -> str:
    """Return "1900"; "" where no hour is said."""
    match = _SAID.fullmatch(" ".join(text.split()).rstrip(" .!"))
    if match is None:
        return ""
    try:
        return f"{read_time(match[1]):%H%M}"
    except Refused:
        return ""
