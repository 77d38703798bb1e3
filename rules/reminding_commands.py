"""What people do about being reminded, and the office about what they say."""

from dataclasses import dataclass
from typing import TypeAlias

WORDS_OF_REASON = 500  # characters at most


@dataclass(frozen=True, slots=True)
class SaySent:
    """A contact says that the paper of their unit is on its way."""

    unit: str
    programme: str
    round: int
    stage: str


@dataclass(frozen=True, slots=True)
class SettleSent:
    """The office has found that paper, or has not.

    A form of a registration is found by receiving it (`ReceivePaper`), which says on which day.
    """

    sent: str
    found: bool


@dataclass(frozen=True, slots=True)
class GiveReason:
    """A contact says why their unit is late with a stage of a round."""

    unit: str
    programme: str
    round: int
    stage: str
    words: str


@dataclass(frozen=True, slots=True)
class Snooze:
    """Somebody wants to be reminded again in the evening, or the next morning."""

    matters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mute:
    """Somebody does not want to be reminded of matters any more, "" of anything."""

    matters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unmute:
    """Somebody wants to be reminded of them after all, "" of everything."""

    matters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChooseHour:
    """When somebody wants to be reminded, local: "06:45"."""

    hour: str


@dataclass(frozen=True, slots=True)
class ChooseChannel:
    """By which channel somebody wants to be told, "" by the one they used last."""

    channel: str


@dataclass(frozen=True, slots=True)
class RemindEarly:
    """Whether somebody wants to be reminded fourteen days before, too."""

    on: bool


@dataclass(frozen=True, slots=True)
class Nudge:
    """The office reminds all units below it that are short.

    after  the id of the last time it had done so when this was offered, "" for none
    """

    unit: str
    programme: str
    round: int
    after: str


RemindingCommand: TypeAlias = (
    SaySent
    | SettleSent
    | GiveReason
    | Snooze
    | Mute
    | Unmute
    | ChooseHour
    | ChooseChannel
    | RemindEarly
    | Nudge
)
