"""The chain over what happened: every hash covers an event and the hash before it."""

import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

# id, at, person, address, act, subject, before, after
Event: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A link of the chain, numbered from 1: an event by its id, itself if it is still there."""

    number: int
    id: str
    hash: str
    event: Event | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The head of the chain as it was written down elsewhere one day."""

    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class Fault:
    """The first bad place of a chain.

    changed    the event, or its seal, is not what it was
    removed    the event or its seal is gone
    reordered  what stands here belongs elsewhere, or the other way round
    added      a seal nobody with the key made
    cut        the chain ends before an anchor
    rewritten  the chain holds, but is another one than was anchored
    """

    kind: Literal["changed", "removed", "reordered", "added", "cut", "rewritten"]
    number: int
    event: str = ""


def seal(key: bytes, previous: str, event: Event) -> str:
    """Return the hash of an event behind the hash before it ("" for the first)."""
    said = json.dumps([previous, *event], ensure_ascii=False, separators=(",", ":"))
    return hmac.digest(key, said.encode("utf-8", "surrogatepass"), "sha256").hex()


@dataclass(frozen=True, slots=True)
class Chain:
    """All links in the order of their numbers, the events not sealed yet, and the key."""

    key: bytes
    links: Sequence[Sealed]
    loose: Sequence[Event] = ()

    def first_fault(self, anchors: Sequence[Anchor]) -> Fault | None:
        """Return the first bad place, None when every link holds and every anchor is met."""
        for place, link in enumerate(self.links):
            if link.number != place + 1:
                return Fault("removed" if link.number > place else "added", place + 1, link.id)
            if link.event is None or self._hash(place, link.event) != link.hash:
                return Fault(self._what_became_of(place, anchors), link.number, link.id)
        for anchor in sorted(anchors, key=lambda one: one.number):
            if anchor.number > len(self.links):
                return Fault("cut", len(self.links) + 1)
            if anchor.number > 0 and self.links[anchor.number - 1].hash != anchor.hash:
                return Fault("rewritten", anchor.number, self.links[anchor.number - 1].id)
        return None

    def waiting_since(self, before: int) -> list[Event]:
        """Return the events not sealed yet that happened before a time (UTC milliseconds)."""
        return [event for event in self.loose if int(event[1]) < before]

    def _before(self, place: int) -> str:
        return self.links[place - 1].hash if place else ""

    def _hash(self, place: int, event: Event) -> str:
        return seal(self.key, self._before(place), event)

    def _what_became_of(
        self, place: int, anchors: Sequence[Anchor]
    ) -> Literal["changed", "removed", "reordered", "added"]:
        link = self.links[place]
        if any(self._hash(place, event) == link.hash for event in self._loose_here(link)):
            return "changed"
        if link.event is None:
            return "removed"
        if any(self._belongs_here(place, other) for other in self.links if other is not link):
            return "reordered"
        known = any(anchor.number > place for anchor in anchors)
        return "changed" if known or self._goes_on_behind(place) else "added"

    def _loose_here(self, link: Sealed) -> Iterator[Event]:
        """Yield what the link may have been about, were its id or the event's the old one."""
        for event in self.loose:
            yield event
            yield (link.id, *event[1:])

    def _belongs_here(self, place: int, other: Sealed) -> bool:
        if other.event is None:
            return False
        as_if = (self.links[place].id, *other.event[1:])
        here = self._hash(place, other.event)
        return here in {other.hash, self.links[place].hash} or (
            self._hash(place, as_if) == self.links[place].hash
        )

    def _goes_on_behind(self, place: int) -> bool:
        """Return whether any later link holds, so that the chain was once whole here."""
        link = self.links[place]
        behind = list(enumerate(self.links))[place + 1 :]
        if behind and link.event is not None and behind[0][1].event is not None:
            meant = self._hash(place, link.event)
            if seal(self.key, meant, behind[0][1].event) == behind[0][1].hash:
                return True
        return any(one.event and self._hash(at, one.event) == one.hash for at, one in behind)
