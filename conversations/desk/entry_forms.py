"""What the office types about an entry: what it asks for, other words, why not."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from conversations.boxes import boxes_of, say_box
from conversations.desk.box_form import box_fields, open_text, read_boxes
from conversations.desk.days import read_coming_day
from conversations.desk.wording import changed_words
from conversations.desk.wrong import say_wrong
from conversations.moments import say_day
from dialog.turn import Translate
from rules.entry import Entry
from rules.programme import Programme
from rules.refused import Refused
from rules.working_days import after_working_days

_WORDS = (3, 1000)
_DAYS = (3, 5, 10)  # that an office works, as a first offer


@dataclass(frozen=True, slots=True)
class ReturnRead:
    """What the office asks for; `wrong` a sentence for each field that cannot be taken."""

    box: str
    words: str
    until: str
    wrong: Mapping[str, str]


def return_form(
    programme: Programme, said: Mapping[str, str], wrong: Mapping[str, str], *,
    today: dt.date, _: Translate,
) -> dict[str, Any]:  # fmt: skip
    """Return the fields of asking for a supplement, the days offered with their weekday."""
    days = [after_working_days(today, ahead, programme.calendar) for ahead in _DAYS]
    return {
        "boxes": [(box.key, box.label) for box in programme.boxes],
        "days": [(day.isoformat(), say_day(day, _)) for day in days],
        "said": {"until": days[1].isoformat()} | dict(said),
        "wrong": dict(wrong),
    }


def read_return(
    programme: Programme, said: Mapping[str, str], *, today: dt.date, _: Translate
) -> ReturnRead:
    """Read what the office asks for."""
    wrong: dict[str, str] = {}
    box, until = said.get("box", ""), said.get("other") or said.get("until", "")
    if box not in {one.key for one in programme.boxes}:
        wrong["box"] = say_wrong(Refused("not-a-choice"), _)
    words = read_words(said.get("words", ""), wrong, _)
    try:
        until = read_coming_day(until, today=today)
    except Refused as refused:
        wrong["until"] = say_wrong(refused, _)
    return ReturnRead(box, words, until, wrong)


def read_words(said: str, wrong: dict[str, str], _: Translate) -> str:
    """Return a few words of the office; what is wrong with them goes into `wrong`."""
    try:
        return open_text(*_WORDS)(said)
    except Refused as refused:
        wrong["words"] = say_wrong(refused, _)
        return said


def mend_form(
    entry: Entry, programme: Programme, said: Mapping[str, str], wrong: Mapping[str, str],
    _: Translate,
) -> dict[str, Any]:  # fmt: skip
    """Return the boxes as they stand, to be written in."""
    stands = boxes_of(programme, entry)
    fields = box_fields(programme, stands | dict(said), wrong, _)
    return {"fields": [field for field in fields if field.how in {"area", "line"}]}


def read_mend(
    entry: Entry, programme: Programme, said: Mapping[str, str], *, today: dt.date, _: Translate
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the boxes that say something else now, and what is wrong with what was typed."""
    stands = boxes_of(programme, entry)
    typed = [
        box
        for box in programme.boxes
        if said.get(box.key, stands[box.key]) != stands[box.key]
        and box.type not in {"field", "choice", "date"}
    ]
    read = read_boxes(typed, said, _, today=today)
    other = {key: new for key, new in read.boxes.items() if new != stands[key]}
    return other, dict(read.wrong)


def mend_shown(
    entry: Entry, programme: Programme, boxes: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return, for each box, which words become which."""
    stands = boxes_of(programme, entry)
    return [
        {
            "key": box.key,
            "label": box.label,
            "new": boxes[box.key],
            "parts": changed_words(say_box(box, stands[box.key]), say_box(box, boxes[box.key])),
        }
        for box in programme.boxes
        if box.key in boxes
    ]
