"""The three phones of the demo: whose they are, and where their page is."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.demo.invented import PEOPLE, DemoPerson


@dataclass(frozen=True, slots=True)
class DemoPhone:
    """One phone; `label` is the key of the word above it, `session` the secret it is known by."""

    label: Literal["contact", "above", "office"]
    person: DemoPerson
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)


def three_phones() -> Sequence[DemoPhone]:
    """Return the phones of Páo, of who stands above him, and of the office."""
    people = {person.key: person for person in PEOPLE}
    return (
        DemoPhone("contact", people["pao"]),
        DemoPhone("above", people["chu"]),
        DemoPhone("office", people["hanh"]),
    )
