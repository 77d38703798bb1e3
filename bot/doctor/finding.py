"""One thing the doctor found."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """Right, something to know, or wrong; `text` says what it is and what to do about it."""

    verdict: Literal["right", "know", "wrong"]
    text: str
