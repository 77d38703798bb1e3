"""The apps in which an invitation can be followed, besides the page at its address."""

from collections.abc import Container, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WayIn:
    """An app; its `link` opens the chat with a bot of that name and says the code there."""

    app: str
    link: str


# By channel, best first.
WAYS: Mapping[str, WayIn] = {
    "telegram": WayIn("Telegram", "https://t.me/{name}?start={code}"),
}


def apps(channels: Container[str]) -> tuple[str, ...]:
    """Return the names of the apps of the channels there are, best first."""
    return tuple(way.app for channel, way in WAYS.items() if channel in channels)


def links(names: Mapping[str, str], code: str) -> list[tuple[str, str]]:
    """Return (app, link) for each channel whose bot's name is known by now, best first."""
    return [
        (way.app, way.link.format(name=names[channel], code=code))
        for channel, way in WAYS.items()
        if names.get(channel)
    ]
