"""An invitation: a code just made, with all that has to be said to hand it over."""

from dataclasses import dataclass

from rules.person import Human


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code of a unit; `name` is that of the contact it is for, "" where it is for all members.

    until  the last day it is good, ISO
    human  whom to call where it does not work
    """

    code: str
    unit: str
    until: str
    human: Human
    name: str = ""
    position: str = ""
    phone: str = ""
