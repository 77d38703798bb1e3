"""What the page sends, made into what was said; nothing of it is trusted."""

import json
import re
from typing import Any, NamedTuple

from conversations.said import Place, Press, Said, Start, Text, Unreadable
from rules.clean import clean
from rules.refused import Refused

MOST_CHARACTERS = 20_000
MOST_LABEL = 200
MOST_DATA = 64  # bytes
NORTH, EAST = 90, 180  # degrees, as far as they go
ID = re.compile("[0-9A-Za-z_-]{8,64}")
CODE = re.compile("[0-9A-Za-z-]{4,24}")


class Message(NamedTuple):
    """One message of the page: the phone's id of it, what was said, the label of a button."""

    id: str
    said: Said
    label: str = ""


def parse(body: bytes) -> Message:
    """Return the message in a body of JSON: `id` and one of text, press (with label), start, place.

    Refused "too-long", or "not-understood" for what our page does not send.
    """
    try:
        sent = json.loads(body)
        (what,) = sent.keys() & {"text", "press", "start", "place"}
        label = clean(str(sent.get("label", "")))[:MOST_LABEL]
        return Message(parse_id(sent["id"]), _said(what, sent[what]), label)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refused("not-understood") from None


def parse_id(sent: object) -> str:
    """Return the id a phone gave its message; Refused "not-understood"."""
    if not isinstance(sent, str) or not ID.fullmatch(sent):
        raise Refused("not-understood")
    return sent


def parse_code(sent: str) -> str:
    """Return the code of an invitation in an address, "" for what cannot be one."""
    return sent if CODE.fullmatch(sent) else ""


def _said(what: str, sent: Any) -> Said:
    if what == "place":
        return _place(sent)
    if not isinstance(sent, str):
        raise TypeError(what)
    if what == "text":
        return _text(clean(sent))
    if what == "start":
        return Start(parse_code(sent))
    return _press(clean(sent))


def _text(text: str) -> Said:
    if len(text) > MOST_CHARACTERS:
        raise Refused("too-long")
    return Text(text) if text else Unreadable("other")


def _press(data: str) -> Said:
    if not 0 < len(data.encode()) <= MOST_DATA:
        raise ValueError("data")
    return Press(data)


def _place(sent: Any) -> Said:
    latitude, longitude = float(sent["latitude"]), float(sent["longitude"])
    if abs(latitude) <= NORTH and abs(longitude) <= EAST:  # which NaN is not
        return Place(latitude, longitude)
    raise ValueError("place")
