"""What a bubble says of others, and what its reader was then: remembered when it is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rules.meeting_requests import SeenMeeting
from rules.named import Named, named_in
from rules.person import Membership
from storage import people
from storage.database import Transaction
from storage.outbox import OutboxRow


@dataclass(frozen=True, slots=True)
class Written:
    """A bubble, what was known when it was worded, and the places its reader has.

    `always` are ids of persons it is about whatever its words are.
    """

    row: OutboxRow
    known: Sequence[Any] = ()
    places: Sequence[Membership] = ()
    always: tuple[str, ...] = ()


async def remember(tx: Transaction, bubbles: Sequence[Written]) -> list[OutboxRow]:
    """Return the rows with whom they name besides their readers, and with the readers' places."""
    named = [_named(bubble) for bubble in bubbles]
    bare = sorted({one.words for many in named for one in many if not one.id})
    called = await people.called_so(tx, bare) if bare else {}
    return [
        replace(
            bubble.row,
            bears=bubble.row.bears or _shown_reasons(bubble),
            about=_about(bubble, many, called),
            places=tuple(f"{hat.unit.id}:{hat.role}" for hat in bubble.places if hat.confirmed),
        )
        for bubble, many in zip(bubbles, named, strict=True)
    ]


def _named(bubble: Written) -> list[Named]:
    text = "\n".join(_texts(bubble.row.say))
    return [one for one in named_in(bubble.known) if one.is_in(text)]


def _shown_reasons(bubble: Written) -> str:
    """Return the meeting of which it says why somebody is away, "" for none."""
    text = bubble.row.say.get("text", "")
    meetings = [one for one in bubble.known if isinstance(one, SeenMeeting)]
    return next(
        (
            seen.meeting.id
            for seen in meetings
            if any(one.reason and one.reason in text for one in seen.people)
        ),
        "",
    )


def _texts(say: Mapping[str, Any]) -> Iterable[str]:
    yield say.get("text", "")
    for row in say.get("rows", ()):
        for label, _ in row:
            yield label


def _about(
    bubble: Written, named: Sequence[Named], called: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    ids = {key for one in named for key in ([one.id] if one.id else called[one.words])}
    return tuple(sorted({*ids, *bubble.always} - {bubble.row.person}))
