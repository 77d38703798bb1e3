"""What must hold of a programme beyond the types of its values."""

import calendar
import re
from collections.abc import Iterator, Sequence

from rules.fold import fold
from rules.phones import read_phone
from rules.programme import Box, Programme, Stage
from rules.programme_duties import broken_duties
from rules.programme_reminding import broken_reminding
from rules.programme_targets import broken_targets
from rules.refused import Refused

_CODE = re.compile(r"[a-z][a-z0-9-]{0,23}")  # codes travel in buttons of 64 bytes
_UNIT_TYPE = re.compile(r"[a-z][a-z0-9_-]{0,23}")
_PREFIX = re.compile(r"[A-Z]{2,5}")
_HOW_CODES_ARE = "use 24 at most of small letters (one first), digits and hyphens"
_ASKED_IN_OUR_WORDS = ("name", "place", "field", "content")
_A_CHOICE = 2
_MONTHS = range(1, 13)
_ANY_COMMON_YEAR = 2001

# A key in the file ("boxes[2].key") and a sentence: what is wrong and what to write instead.
_Broken = Iterator[tuple[str, str]]


def broken_rules(programme: Programme) -> _Broken:
    """Yield each rule the programme breaks, as (key in its file, sentence)."""
    yield from _names(programme)
    yield from _codes("kinds[{}].code", [kind.code for kind in programme.kinds])
    yield from _codes("boxes[{}].key", [box.key for box in programme.boxes])
    yield from _codes("stages[{}].code", [stage.code for stage in programme.stages])
    yield from _codes("launched[{}].code", [model.code for model in programme.launched])
    yield from _codes("targets[{}].code", [target.code for target in programme.targets])
    yield from _codes("campaigns[{}].code", [one.code for one in programme.campaigns])
    yield from _blanks(programme)
    yield from _phone(programme.office.phone)
    yield from _missing(programme)
    yield from _types_of_boxes(programme.boxes)
    for index, box in enumerate(programme.boxes):
        yield from _box(f"boxes[{index}]", box)
    for index, stage in enumerate(programme.stages):
        yield from _stage(f"stages[{index}]", stage)
    yield from _unit_types(programme)
    yield from broken_duties(programme)
    yield from broken_targets(programme)
    yield from broken_reminding(programme)


def _names(programme: Programme) -> _Broken:
    yield from _codes("code", [programme.code])
    if not _PREFIX.fullmatch(programme.prefix):
        yield "prefix", "A prefix is two to five capital letters A to Z, such as DVK."


def _codes(key: str, codes: Sequence[str]) -> _Broken:
    for index, code in enumerate(codes):
        if not _CODE.fullmatch(code):
            yield key.format(index), f"“{code}” is no code; {_HOW_CODES_ARE}."
        elif code in codes[:index]:
            yield key.format(index), f"“{code}” stands here for the second time; write another."


def _blanks(programme: Programme) -> _Broken:
    for key, words in _read_by_people(programme):
        if not words.strip():
            yield key, "This is empty; write the words people are to read."


def _phone(said: str) -> _Broken:
    try:
        read_phone(said)
    except Refused:
        if said.strip():
            message = f"“{said}” is no Vietnamese phone number; write one such as 0912 000 001."
            yield "office.phone", message


def _read_by_people(programme: Programme) -> Iterator[tuple[str, str]]:
    yield "title", programme.title
    for name in ("committee", "board", "phone", "contact"):
        yield f"office.{name}", getattr(programme.office, name)
    for part in ("kinds", "boxes", "stages"):
        for index, each in enumerate(getattr(programme, part)):
            yield f"{part}[{index}].label", each.label
    for index, box in enumerate(programme.boxes):
        for number, choice in enumerate(box.choices):
            yield f"boxes[{index}].choices[{number}].label", choice.label
    for code, label in programme.unit_types:
        yield f"unit_types.{code}", label


def _missing(programme: Programme) -> _Broken:
    if not programme.kinds:
        yield "kinds", "Nothing can be registered; write at least one section [[kinds]]."
    if not programme.unit_types:
        yield "unit_types", 'No type of unit is written; add one, such as chi_bo = "Chi bộ cơ sở".'
    codes = [stage.code for stage in programme.stages]
    if codes and "register" not in codes and "" not in codes:
        yield "stages", "No stage has the code “register”; write the one registration ends with."


def _types_of_boxes(boxes: Sequence[Box]) -> _Broken:
    types = [box.type for box in boxes]
    if "name" not in types and "" not in types:
        yield "boxes", "No box has the type “name”; write the one that asks what it is called."
    for index, box in enumerate(boxes):
        if box.type in _ASKED_IN_OUR_WORDS and box.type in types[:index]:
            key = f"boxes[{index}].type"
            yield key, f"A box before has the type “{box.type}”; write another, such as “text”."


def _box(key: str, box: Box) -> _Broken:
    if box.type in ("field", "choice"):
        if len(box.choices) < _A_CHOICE:
            yield f"{key}.choices", "Nothing to choose from; write two [[boxes.choices]] or more."
    elif box.choices and box.type:
        yield f"{key}.choices", f"A box of the type “{box.type}” has no choices; leave them out."
    if box.type not in ("", *_ASKED_IN_OUR_WORDS) and not box.question.strip():
        yield f"{key}.question", "The assistant has no words of its own here; write its question."
    if box.least < 0 or box.most < 0:
        yield f"{key}.{'least' if box.least < 0 else 'most'}", "This is below 0; write 0 or more."
    elif box.most and box.least > box.most:
        yield f"{key}.most", f"This is less than least ({box.least}); write {box.least} or more."
    yield from _codes(f"{key}.choices[{{}}].code", [choice.code for choice in box.choices])
    yield from _spellings(key, box)


def _spellings(key: str, box: Box) -> _Broken:
    taken: dict[str, str] = {}
    for index, choice in enumerate(box.choices):
        for spelling in filter(None, (choice.label, choice.short, *choice.also)):
            other = taken.setdefault(fold(spelling), choice.code)
            if other != choice.code:
                yield (
                    f"{key}.choices[{index}]",
                    f"“{spelling}” means “{other}” already; write it at one of the two only.",
                )


def _stage(key: str, stage: Stage) -> _Broken:
    if stage.month not in _MONTHS:
        yield f"{key}.month", f"There is no month {stage.month}; write 1 to 12."
    elif not 1 <= stage.day <= (last := calendar.monthrange(_ANY_COMMON_YEAR, stage.month)[1]):
        yield (
            f"{key}.day",
            f"Month {stage.month} has no day {stage.day} every year; write 1 to {last}.",
        )
    for year, written in stage.exceptions:
        if written.year not in (year, year + 1):
            place = f"{key}.exceptions.{year}"
            yield place, f"{written} is not in the round; write a day of {year} or {year + 1}."


def _unit_types(programme: Programme) -> _Broken:
    for code, _ in programme.unit_types:
        if not _UNIT_TYPE.fullmatch(code):
            yield f"unit_types.{code}", f"“{code}” is no code; {_HOW_CODES_ARE}, or underscores."
