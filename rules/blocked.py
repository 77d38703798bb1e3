"""Somebody takes no messages any more, and something was to be told to them."""

from dataclasses import dataclass

from rules.person import Unit


@dataclass(frozen=True, slots=True)
class Blocked:
    """Who it is, and as whose contact or member they were to be told."""

    person: str
    name: str
    phone: str
    unit: Unit
