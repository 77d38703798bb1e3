"""The apps in which a code can be followed, besides the page at its address."""

from collections.abc import Container, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WayIn:
    """An app; `link` opens the chat with a bot of that name, `desk_link` at a computer.

    It says the code there, or has it ready to be sent.
    """

    app: str
    link: str
    desk_link: str


@dataclass(frozen=True, slots=True)
class Led:
    """(app, link) in which a code can be followed, best first; `full`: no bot on Zalo has room."""

    links: tuple[tuple[str, str], ...] = ()
    full: bool = False


@dataclass(frozen=True, slots=True)
class Follower:
    """Who follows a code: a visitor or a person, at a computer or at a phone.

    here    the channel they are at, to which no link is needed
    person  the id of who is known, "" of a stranger
    """

    who: str
    computer: bool = False
    here: str = ""
    person: str = ""


_TELEGRAM = "https://t.me/{name}?start={code}"
# By channel, best first.
WAYS: Mapping[str, WayIn] = {
    "zalo": WayIn(
        "Zalo",
        "https://zalo.me/{name}?text=DANG%20KY%20{code}",
        "https://chat.zalo.me/?c={name}&text=DANG%20KY%20{code}",
    ),
    "telegram": WayIn("Telegram", _TELEGRAM, _TELEGRAM),
}


def apps(channels: Container[str]) -> tuple[str, ...]:
    """Return the names of the apps of the channels there are, best first."""
    return tuple(way.app for channel, way in WAYS.items() if channel in channels)


def links(
    names: Mapping[str, str], code: str, *, computer: bool = False
) -> tuple[tuple[str, str], ...]:
    """Return (app, link) for each channel whose bot's name is known by now, best first."""
    return tuple(
        (way.app, (way.desk_link if computer else way.link).format(name=names[channel], code=code))
        for channel, way in WAYS.items()
        if names.get(channel)
    )
