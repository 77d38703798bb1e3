"""One entry on a page of its own: what it says, its paper and photos, what the office may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from conversations.boxes import boxes_of, say_box
from conversations.desk.badges import state_badge
from conversations.desk.entry_past import entry_past
from conversations.desk.wording import How, changed_words
from conversations.moments import say_iso, say_moment, short_day
from conversations.situation import Form
from conversations.unit_named import unit_named
from dialog.turn import Translate
from rules.desk_requests import Paper
from rules.entry import Entry
from rules.entry_requests import AtOffice, Moment, Supplement
from rules.life import may
from rules.office_requests import Correction
from rules.programme import Box


@dataclass(frozen=True, slots=True)
class EntryFound:
    """What is there to see of an entry.

    papers   those that came in of it
    twins    entries of its unit that are named much like it
    waiting  ids of the entries that wait for the office, in order
    """

    entry: Entry
    office: AtOffice
    photos: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    twins: tuple[Entry, ...] = ()
    past: tuple[Moment, ...] = ()
    waiting: tuple[str, ...] = ()


def entry_page(found: EntryFound, form: Form, _: Translate) -> dict[str, Any]:
    """Return the head, the boxes and the ways of an entry's page."""
    entry = found.entry
    title = _("Registration number {number}").format(number=entry.number)
    return {
        "title": f"{title} – {entry.name}",
        "head": title,
        "code": entry.code,
        "badge": state_badge(entry.state, _),
        "boxes": _boxes(entry, form),
        "facts": _facts(found, form, _),
        "photos": _photos(found.photos, _),
        "papers": [_paper(paper, _) for paper in found.papers],
        "twins": [_twin(twin, _) for twin in found.twins if twin.id != entry.id],
        "correction": _correction(found.office.correction, form, _),
        "supplement": _supplement(found.office.supplement, form, _),
        "past": entry_past(found.past, form.programme, _),
        "may": _ways(found),
        "around": _around(found, _),
    }


def _boxes(entry: Entry, form: Form) -> list[tuple[str, str]]:
    said = boxes_of(form.programme, entry)
    return [(box.label, say_box(box, said[box.key])) for box in form.programme.boxes]


def _facts(found: EntryFound, form: Form, _: Translate) -> list[tuple[str, str]]:
    """Return (label, words) of everything that is in no box."""
    entry = found.entry
    kind = next((kind.label for kind in form.programme.kinds if kind.code == entry.kind), "")
    facts = [
        (_("Unit"), unit_named(entry.unit, _)),
        (_("Form"), kind),
        (_("Individual"), entry.person),
        (_("Received"), say_moment(entry.received, _)),
        (_("Came on paper"), short_day(entry.paper_day) if entry.paper_day else ""),
        (_("Sender"), _sender(found, _)),
    ]
    return [(label, words) for label, words in facts if words]


def _sender(found: EntryFound, _: Translate) -> str:
    """Return who sent it, as far as the reader of its past may know; "" for what came on paper."""
    name = next((moment.by for moment in found.past if moment.act == "register"), "")
    said = [_("comrade {name}").format(name=name)] if name else []
    if found.entry.unclear:
        said.append(_("not known to the unit yet"))
    return ", ".join(said)


def _photos(photos: Sequence[str], _: Translate) -> list[tuple[str, str]]:
    """Return (id, words for who cannot see it) of each photo."""
    text = _("Photo {number} of {count}")
    return [
        (photo, text.format(number=number, count=len(photos)))
        for number, photo in enumerate(photos, start=1)
    ]


def _paper(paper: Paper, _: Translate) -> tuple[str, str]:
    """Return the id of a paper and what is said of it."""
    text = _("Signed original received on {day}")
    if not paper.day:
        return paper.id, _("Photo of the form, {moment}").format(moment=say_moment(paper.at, _))
    return paper.id, text.format(day=short_day(paper.day))


def _twin(twin: Entry, _: Translate) -> dict[str, Any]:
    text = _("Number {number}: “{name}”").format(number=twin.number, name=twin.name)
    return {"id": twin.id, "words": text, "badge": state_badge(twin.state, _)}


def _correction(asked: Correction | None, form: Form, _: Translate) -> dict[str, Any] | None:
    if asked is None:
        return None
    labels = {box.key: box for box in form.programme.boxes}
    text = _("Comrade {name} asks for other words, {moment}.")
    return {
        "id": asked.id,
        "words": text.format(name=asked.by, moment=say_moment(asked.at, _)),
        "boxes": [
            (labels[key].label, say_box(labels[key], old), _new_words(labels[key], old, new))
            for key, old, new in asked.boxes
            if key in labels
        ],
    }


def _new_words(box: Box, old: str, new: str) -> list[tuple[How, str]]:
    """Return the new words in parts, those that are put in apart."""
    parts = changed_words(say_box(box, old), say_box(box, new))
    return [part for part in parts if part[0] != "gone"]


def _supplement(asked: Supplement | None, form: Form, _: Translate) -> str:
    """Return what was asked for and by when, "" where nothing is."""
    if asked is None:
        return ""
    label = next((box.label for box in form.programme.boxes if box.key == asked.box), "")
    text = _("{box} – {words} (comrade {name}, {moment}). The last day for it: {day}.")
    return text.format(
        box=label,
        words=asked.words,
        name=asked.by,
        moment=say_moment(asked.at, _),
        day=say_iso(asked.until, _),
    )


def _ways(found: EntryFound) -> dict[str, bool]:
    """Return what may be done with the entry as it stands."""
    state, open_ = found.entry.state, bool(found.entry.unit.id)
    return {
        "accept": open_ and may("accept", state),
        "return": open_ and may("return", state),
        "mend": may("mend", state),
        "withdraw": may("withdraw", state),
        "paper": state != "withdrawn",
        "form": state != "withdrawn",
        "settle": found.office.correction is not None and may("grant", state),
    }


def _around(found: EntryFound, _: Translate) -> dict[str, Any]:
    """Return the one waiting before and after this one, and how many wait in all."""
    ids = found.waiting
    at = ids.index(found.entry.id) if found.entry.id in ids else -1
    after = at + 1 if at >= 0 else 0
    text = _("Waiting: {count}")
    return {
        "before": ids[at - 1] if at > 0 else "",
        "after": ids[after] if after < len(ids) and ids[after] != found.entry.id else "",
        "count": text.format(count=len(ids)) if ids else "",
    }
