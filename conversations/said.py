"""What a person can say to the assistant, whatever the channel."""

from dataclasses import dataclass
from typing import TypeAlias

from conversations.say import Option, Say


@dataclass(frozen=True, slots=True)
class Text:
    """Words, cleaned; `message` is the channel's id of the bubble, `edited` when it was changed.

    `unseen` is a number said where nothing it may be for can be in sight.
    """

    text: str
    message: str = ""
    edited: bool = False
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """A button, by the data it carried; the data comes from outside and proves nothing."""

    data: str


@dataclass(frozen=True, slots=True)
class Start:
    """The chat was opened, perhaps with the code of an invitation."""

    code: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture; `ref` is what the shell finds it by (never a path)."""

    ref: str


@dataclass(frozen=True, slots=True)
class File:
    """A table; `ref` is what the shell finds it by, `size` bytes as far as the channel knows."""

    ref: str
    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A shared position in degrees, with a title when the channel gave one."""

    latitude: float
    longitude: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """The person's own phone number, shared by a button, as the channel gave it."""

    phone: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that cannot be read: "voice", "sticker", "file", "unsupported" or "other"."""

    what: str


@dataclass(frozen=True, slots=True)
class Turned:
    """Another page of a bubble's answers, by its number; `say` is the bubble at that page."""

    say: Say


@dataclass(frozen=True, slots=True)
class Unsure:
    """A number, or a word, that answers several things in sight: `ways` are what it may mean."""

    ways: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """A number said too long after its list was shown, or, as `words`, before it was there.

    say   the bubble with the list
    data  what the number stands for there
    """

    say: Say
    data: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A number that only the list before has: nothing has been asked since it was answered."""

    say: Say
    number: int


@dataclass(frozen=True, slots=True)
class Begin:
    """Not said by anybody: a command that was carried out leads to this script.

    `share`: what stands on the button for one's phone number, where one is to be offered.
    """

    script: str
    lead: str = ""
    share: str = ""


Said: TypeAlias = (
    Text
    | Press
    | Start
    | Photo
    | File
    | Place
    | Contact
    | Unreadable
    | Turned
    | Unsure
    | AskedAgain
    | Earlier
    | Begin
)
