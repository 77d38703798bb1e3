"""The page on which the office types in a form from paper."""

from collections.abc import Mapping, Sequence
from typing import Any

from conversations.desk.badges import state_badge
from conversations.desk.box_form import Field, box_fields
from conversations.desk.type_in import Sheet
from conversations.desk.waiting_page import form_words
from conversations.moments import short_day
from dialog.turn import Translate
from rules.entry import Entry
from rules.name_order import name_order
from rules.office_requests import Form as Paper
from rules.person import Unit

SHOWN = 20  # units to choose from


def type_in_page(
    sheet: Sheet, said: Mapping[str, str], wrong: Mapping[str, str], _: Translate, *, today: str
) -> dict[str, Any]:
    """Return the fields of the form, with what was typed and what is wrong with it."""
    day = sheet.paper.at.date().isoformat() if sheet.paper else today
    place = {box.key: sheet.unit.place for box in sheet.form.programme.boxes if box.type == "place"}
    given = {"received": short_day(day)} | place | dict(said)
    return {
        "title": _("Type in a form of {unit}").format(unit=sheet.unit.name),
        "unit": sheet.unit,
        "paper": _paper(sheet.paper, _) if sheet.paper else None,
        "received": _received(given, wrong, _),
        "kind": _kind(sheet, given, wrong, _),
        "kinds": {kind.code: f"{kind.origin} {kind.subject}" for kind in sheet.kinds},
        "extra": _extra(sheet, given, wrong, _),
        "agreed": {"said": "agreed" in said, "wrong": wrong.get("agreed", "")},
        "boxes": box_fields(sheet.form.programme, given, wrong, _),
        "wrong": _count(wrong, _),
    }


def _count(wrong: Mapping[str, str], _: Translate) -> str:
    if not wrong:
        return ""
    text = _("Nothing is kept yet: {count} fields are to be mended. What you typed is all here.")
    return text.format(count=len(wrong))


def _paper(paper: Paper, _: Translate) -> dict[str, Any]:
    text = _("Photo {number} of {count}")
    count = len(paper.photos)
    return {
        "id": paper.id,
        "words": form_words(paper, _),
        "photos": [
            (photo, text.format(number=number, count=count))
            for number, photo in enumerate(paper.photos, start=1)
        ],
    }


def _received(given: Mapping[str, str], wrong: Mapping[str, str], _: Translate) -> Field:
    label = _("Day the form came in")
    return Field("received", "date", label, given["received"], wrong.get("received", ""))


def _kind(sheet: Sheet, given: Mapping[str, str], wrong: Mapping[str, str], _: Translate) -> Field:
    choices = tuple((kind.code, kind.label) for kind in sheet.kinds)
    value = given.get("kind") or choices[0][0]
    return Field("kind", "select", _("Form"), value, wrong.get("kind", ""), choices=choices)


def _extra(
    sheet: Sheet, given: Mapping[str, str], wrong: Mapping[str, str], _: Translate
) -> Sequence[tuple[str, Field]]:
    """Return the fields only some kinds have, each with the origin or subject that has it."""
    old = tuple((entry.id, f"{entry.name} ({entry.round})") for entry in sheet.past)
    models = tuple((model.code, model.name) for model in sheet.launched)
    fields = (
        ("individual", "person", "line", _("Full name of the individual"), ()),
        ("maintain", "old", "select", _("Which one is kept up"), old),
        ("replicate", "source", "line", _("Which model of which unit is replicated"), ()),
        ("adopt", "launched", "select", _("Which launched model"), models),
    )
    have = {kind.origin for kind in sheet.kinds} | {kind.subject for kind in sheet.kinds}
    return [
        (of, Field(key, how, label, given.get(key, ""), wrong.get(key, ""), required=False,
                   choices=choices))
        for of, key, how, label, choices in fields
        if of in have and (how == "line" or choices)
    ]  # fmt: skip


def twins_shown(twins: Sequence[Entry], _: Translate) -> list[dict[str, Any]]:
    """Return the entries that may be what is being typed in."""
    text = _("Number {number}: “{name}”, received {day}")
    return [
        {
            "id": twin.id,
            "number": twin.number,
            "words": text.format(
                number=twin.number, name=twin.name, day=short_day(twin.received.date())
            ),
            "badge": state_badge(twin.state, _),
        }
        for twin in twins
        if twin.state != "withdrawn"
    ]


def say_made(made: Entry, _: Translate) -> str:
    """Return that this page has made an entry, and what to do if this is another form."""
    text = _("This page was entered as number {number} before. Is it another form? Enter it again.")
    return text.format(number=made.number)


def say_gone(_: Translate) -> str:
    """Return that somebody else was first with a form; what was typed is still there."""
    return _(
        "This form does not wait any more: somebody has typed it in, or struck it. Look at the "
        "register of the unit before you enter what you typed."
    )


def pick_page(
    words: str, units: Sequence[Unit], papers: Sequence[Paper], _: Translate
) -> dict[str, Any]:
    """Return the page on which the unit is looked for, and the forms that wait.

    Of `units`, the best first, no more are shown than fit a list; it says where there are more.
    """
    found = more = ""
    if words and not units:
        found = _("No unit of yours is called so. Part of its name will do, without marks, too.")
    if len(units) > SHOWN:
        more = _("More than {count} units fit; these fit best. Type more of the name.")
    return {
        "title": _("Type in a form"),
        "found": found,
        "more": more.format(count=SHOWN),
        "units": sorted(units[:SHOWN], key=lambda unit: name_order(unit.name)),
        "papers": [
            {"id": paper.id, "unit": paper.unit.name, "words": form_words(paper, _)}
            for paper in papers
        ],
    }


def type_in_words(_: Translate) -> Mapping[str, str]:
    """Return the words of both pages by key."""
    return {
        "unit": _("Unit"),
        "unit_hint": _("Part of its name, without marks, too; then Enter"),
        "find": _("Find"),
        "which": _("Which of these?"),
        "waiting": _("Forms that wait to be typed in"),
        "type_in": _("Type it in"),
        "other_unit": _("Another unit"),
        "paper": _("The form"),
        "choose": _("Choose"),
        "agreed": _("The person knows and agrees to be registered under their name"),
        "enter": _("Enter it into the register"),
        "enter_key": _("Ctrl + Enter"),
        "twins": _("It may be in the register already:"),
        "see": _("See it"),
        "same": _("It is number {number}: note the original, type nothing in"),
        "anyway": _("Another model: enter it anyway"),
    }
