"""Registrations that are being written, each with the unit it is for and what it lacks."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.remind.source import Moment
from rules.programme import Programme
from rules.reminding import Draft
from rules.reminding_steps import Round
from storage.database import Transaction
from storage.reminding import KeptDraft, drafts_of, homes

_FOR, _OTHER = "_for", "_for/unit"  # as the registration notes for whom it is
_TAKEN_OVER = ("_kind/old", "_source")  # then most of it is another entry's words
_SKIPPED = "-"


@dataclass(frozen=True, slots=True)
class Drafted:
    """When somebody last touched a registration for a unit (UTC ms), and the one written in.

    draft  None where they have only opened one
    """

    touched_at: int
    draft: Draft | None = None


async def drafted(
    tx: Transaction, moment: Moment, round_: Round, people: Collection[str]
) -> dict[tuple[str, str], Drafted]:
    """Return what each is writing for each unit, by (person, unit)."""
    kept = await drafts_of(tx, people, programme=round_.programme.code, year=round_.year)
    places = await homes(tx, kept.keys(), today=moment.local.date().isoformat())
    found: dict[tuple[str, str], Drafted] = {}
    for person, drafts in kept.items():
        for one in drafts:
            if unit := _unit(one, places.get(person, ())):
                last = found.setdefault((person, unit), Drafted(one.touched_at))
                if last.draft is None and _is_written(one, round_.programme):
                    found[person, unit] = replace(last, draft=_draft(one, round_))
    return found


def _unit(one: KeptDraft, places: Sequence[str]) -> str:
    said = one.words.get(_OTHER) or one.words.get(_FOR, "")
    if said in places:
        return said
    return places[0] if len(places) == 1 and not said else ""


def _is_written(one: KeptDraft, programme: Programme) -> bool:
    return any(one.words.get(box.key) for box in programme.boxes)


def _draft(one: KeptDraft, round_: Round) -> Draft:
    boxes = round_.programme.boxes
    name = next((one.words.get(box.key, "") for box in boxes if box.type == "name"), "")
    day = dt.datetime.fromtimestamp(one.touched_at / 1000, round_.zone).date()
    lacking = _lacking(one.words, round_.programme)
    return Draft(one.id, "" if name == _SKIPPED else name, day, lacking)


def _lacking(words: Mapping[str, str], programme: Programme) -> tuple[str, ...]:
    if any(words.get(key) for key in _TAKEN_OVER):
        return ()
    labels = [box.label for box in programme.boxes if box.required and not words.get(box.key)]
    return tuple(label[:1].lower() + label[1:] for label in labels)
