"""What the printed table says of one entry in words; what is counted of it stands in the table."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """An entry's words; `unit` is the name of the one that sent it, as it is called today.

    paper_day  the ISO day of the form it was typed in from, "" for none
    more       the programme's own boxes by key
    """

    code: str = ""
    number: int = 0
    name: str = ""
    unit: str = ""
    person: str = ""
    address: str = ""
    content: str = ""
    on_time: bool = True
    paper_day: str = ""
    source_words: str = ""
    more: Mapping[str, str] = dataclasses.field(default_factory=dict)
