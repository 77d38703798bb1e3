"""What can be asked of announcements: whom one would reach, which there are, how far each got."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeAlias

from rules.announcing import ARRIVED, EVERYBODY, Audience, Fate
from rules.person import Unit

# waiting  the two minutes
# going    being sent, at once or in the morning
State: TypeAlias = Literal["waiting", "going", "stopped", "done"]
_AT = dt.datetime(2027, 3, 16, 14, 5, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class BotReach:
    """Whom a bot would reach whose channel counts messages.

    left  how many it may still say this month; `free` of them for what it says by itself
    both  whether what people answer counts, too
    """

    channel: str
    name: str
    people: int
    left: int
    free: int
    both: bool = False


@dataclass(frozen=True, slots=True)
class WouldReach:
    """Whom an announcement would reach.

    contacts  in all; `channels` how many of them by which channel, the others are called
    units     how many units; `without` are the names of those that nobody can be told of
    named     the names of all, where just these were asked for
    bots      those among the channels that may say only so much
    """

    contacts: int = 0
    units: int = 0
    channels: tuple[tuple[str, int], ...] = ()
    without: tuple[str, ...] = ()
    bots: tuple[BotReach, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def reached(self) -> int:
        """How many of the contacts the assistant can tell."""
        return sum(count for _, count in self.channels)


@dataclass(frozen=True, slots=True)
class AudienceOf:
    """Whom would an announcement of this office reach? -> WouldReach."""

    unit: str
    programme: str
    round: int
    audience: Audience = EVERYBODY
    examples: ClassVar[tuple[Any, ...]] = (
        WouldReach(),
        WouldReach(84, 84, (("telegram", 60), ("web", 22)), ("Chi bộ bản Suối Đá",) * 2),
    )


@dataclass(frozen=True, slots=True)
class UnitsNamed:
    """Which units below this office are called so? -> for each name the units it fits."""

    unit: str
    names: tuple[str, ...]
    examples: ClassVar[tuple[Any, ...]] = ((), ((Unit("u", "Chi bộ bản Suối Đá"),),))


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody an announcement goes to, as the contact of a unit; `read_at` is local, or None."""

    person: str
    name: str
    phone: str
    unit: str
    fate: Fate
    read_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Announcement:
    """An announcement and how far it got.

    at, send_at  when it was written, and when it goes or began to go (aware, local)
    by           who wrote it
    corrects     the id of the one it sets right, ""
    people       in the order of their units; `without` are units that have nobody to be told
    again        how often those who had not read it were told once more, `again_on` the last day
    """

    id: str
    words: str
    state: State
    at: dt.datetime
    send_at: dt.datetime
    by: str
    corrects: str = ""
    people: tuple[Addressee, ...] = ()
    again: int = 0
    again_on: dt.date | None = None
    unit: str = ""
    programme: str = ""

    def of(self, *fates: Fate) -> tuple[Addressee, ...]:
        """Return those of whom this became."""
        return tuple(one for one in self.people if one.fate in fates)

    @property
    def arrived(self) -> tuple[Addressee, ...]:
        """Those who have got it, or may have."""
        return self.of(*ARRIVED)

    @property
    def unread(self) -> tuple[Addressee, ...]:
        """Those who have got it, or may have, and have not said so."""
        return tuple(one for one in self.arrived if one.fate != "read")

    @property
    def is_open(self) -> bool:
        """Whether something of it is still to go."""
        return self.state in {"waiting", "going"}


_LAN = Addressee("p", "Nguyễn Thị Lan", "+84912000002", "Chi bộ bản Suối Đá", "sent")
_EXAMPLE = Announcement("a", "Về việc lùi hạn.\n\nHạn mới.", "stopped", _AT, _AT, "Hạnh")


@dataclass(frozen=True, slots=True)
class AnnouncementsOf:
    """What has this office announced? -> tuple[Announcement, ...], newest first, at most 20."""

    unit: str
    examples: ClassVar[tuple[Any, ...]] = ((), (_EXAMPLE,))


@dataclass(frozen=True, slots=True)
class AnnouncementOf:
    """How far is this announcement? -> Announcement, or None."""

    announcement: str
    examples: ClassVar[tuple[Any, ...]] = (
        None,
        Announcement("a", _EXAMPLE.words, "stopped", _AT, _AT, "Hạnh", people=(_LAN,)),
    )


@dataclass(frozen=True, slots=True)
class TextToForward:
    """What was I told by this announcement? -> Told, or None for who was not."""

    announcement: str
    examples: ClassVar[tuple[Any, ...]] = (None,)


@dataclass(frozen=True, slots=True)
class Told:
    """An announcement as it was told; `corrected` is when (local) the one it mends went."""

    words: str
    programme: str
    corrected: dt.datetime | None = None


AnnouncementRequest: TypeAlias = (
    AudienceOf | UnitsNamed | AnnouncementsOf | AnnouncementOf | TextToForward
)
