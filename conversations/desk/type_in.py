"""Reading what the office types in from a form on paper, all of it at once."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.boxes import boxes_of
from conversations.desk.box_form import open_text, read_boxes
from conversations.desk.wrong import say_wrong
from conversations.kinds import past_entries
from conversations.launched import offered_kinds, to_take_up
from conversations.situation import Form
from dialog.turn import Translate
from rules.adopting import SOURCE
from rules.entry import Entry
from rules.office_requests import Form as Paper
from rules.paper_commands import TypeInEntry
from rules.paper_days import past_day
from rules.paper_results import TypedIn
from rules.person import Unit
from rules.programme import Kind, Launched, Programme
from rules.refused import Refused
from rules.rounds import is_on_time

_NAME, _SOURCE = (2, 100), (3, 300)  # characters


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a form is typed in from and into: the unit, its entries, the paper if one waits."""

    form: Form
    unit: Unit
    entries: Sequence[Entry] = ()
    paper: Paper | None = None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds there are to choose from."""
        return offered_kinds(self.form.programme, self.launched)

    @property
    def launched(self) -> list[Launched]:
        """The launched models the unit has not taken up."""
        return to_take_up(self.form, self.unit, self.entries)

    @property
    def past(self) -> list[Entry]:
        """What the unit can keep up from earlier years."""
        return past_entries(self.entries, self.form.year)


@dataclass(frozen=True, slots=True)
class Read:
    """What was typed in, as a command; None where something is wrong, by field."""

    command: TypeInEntry | None
    wrong: Mapping[str, str]


def read_typed(
    sheet: Sheet, said: Mapping[str, str], _: Translate, *, today: dt.date, dialog: str
) -> Read:
    """Read the whole form; whatever is wrong is said of each field at once."""
    wrong: dict[str, str] = {}
    received = _received(sheet, said, wrong, _, today=today)
    kind = next((kind for kind in sheet.kinds if kind.code == said.get("kind")), None)
    if kind is None:
        wrong["kind"] = say_wrong(Refused("not-a-choice"), _)
    person = _person(kind, said, wrong, _)
    source, source_words = _source(sheet, kind, said, wrong, _)
    boxes = read_boxes(sheet.form.programme.boxes, said, _, today=today)
    wrong |= boxes.wrong
    if wrong or kind is None:
        return Read(None, wrong)
    command = TypeInEntry(
        dialog=dialog,
        unit=sheet.unit.id,
        programme=sheet.form.programme.code,
        round=sheet.form.year,
        kind=kind.code,
        boxes=boxes.boxes,
        received=received,
        form=sheet.paper.id if sheet.paper else "",
        source=source,
        source_words=source_words,
        person=person,
    )
    return Read(command, {})


def says_the_same(made: Entry, command: TypeInEntry, programme: Programme) -> bool:
    """Tell whether an entry says what is being typed in, so that it is the same form once more."""
    return made.unit.id == command.unit and boxes_of(programme, made) == dict(command.boxes)


def typed_again(made: Entry, form: Form) -> TypedIn:
    """Return what came of a form that had been sent before."""
    on_time = is_on_time(form.programme.of(made.unit.id), made.round, made.received)
    return TypedIn(made, on_time, again=True)


def _received(
    sheet: Sheet, said: Mapping[str, str], wrong: dict[str, str], _: Translate, *, today: dt.date
) -> str:
    day = said.get("received", "")
    try:
        return past_day(today=today, year=sheet.form.year)(day)
    except Refused as refused:
        wrong["received"] = say_wrong(refused, _)
        return day


def _person(kind: Kind | None, said: Mapping[str, str], wrong: dict[str, str], _: Translate) -> str:
    """Return the individual it is about, who has to have agreed; "" for a collective."""
    if kind is None or kind.subject == "collective":
        return ""
    name = _words("person", _NAME, said, wrong, _)
    if "agreed" not in said:
        wrong["agreed"] = _("Please tick that the person knows and agrees.")
    return name


def _source(
    sheet: Sheet, kind: Kind | None, said: Mapping[str, str], wrong: dict[str, str], _: Translate
) -> tuple[str, str]:
    """Return what it comes from, for the register and in words."""
    if kind is None or kind.origin == "new":
        return "", ""
    if kind.origin == "replicate":
        return "", _words("source", _SOURCE, said, wrong, _)
    if kind.origin == "maintain":
        old = said.get("old", "")
        return old if old in {entry.id for entry in sheet.past} else "", ""
    return _launched(sheet, said, wrong, _)


def _launched(
    sheet: Sheet, said: Mapping[str, str], wrong: dict[str, str], _: Translate
) -> tuple[str, str]:
    left = sheet.launched
    wanted = [model for model in left if said.get("launched") == model.code] or left
    if len(wanted) > 1:
        wrong["launched"] = say_wrong(Refused("not-a-choice"), _)
    if not left or len(wanted) > 1:
        return "", ""
    return SOURCE + wanted[0].code, wanted[0].name


def _words(
    key: str, bounds: tuple[int, int], said: Mapping[str, str], wrong: dict[str, str], _: Translate
) -> str:
    try:
        return open_text(*bounds)(said.get(key, ""))
    except Refused as refused:
        wrong[key] = say_wrong(refused, _)
        return ""
