"""What the office asks to have added to an entry, and until when, in words."""

import datetime as dt

from conversations.boxes import boxes_of, say_box
from conversations.moments import say_moment, short_day
from conversations.situation import Form
from dialog.turn import Translate
from rules.entry import Entry
from rules.entry_requests import Supplement
from rules.programme import Box
from rules.rounds import is_on_time

MOST = 200  # characters of somebody's words on a small screen
_CLOSING = dt.time(17)  # where the document says no time


def shortened(words: str) -> str:
    """Return words of somebody on one line, long ones only from the beginning."""
    line = " ".join(words.split())
    return line if len(line) <= MOST else f"{line[:MOST].rstrip()}…"


def asked_box(form: Form, supplement: Supplement) -> Box | None:
    """Return the box that is to be supplemented, None where the document has it no longer."""
    return next((b for b in form.programme.boxes if b.key == supplement.box), None)


def last_moment(form: Form, day: str, zone: dt.tzinfo) -> dt.datetime:
    """Return the last moment of a day (ISO text) for the programme's papers."""
    until = next((s.until for s in form.programme.stages if s.code == "register"), _CLOSING)
    return dt.datetime.combine(dt.date.fromisoformat(day), until, zone)


def say_supplement(form: Form, entry: Entry, supplement: Supplement, _: Translate) -> str:
    """Return what is asked for: the box, the words, who, what it says now, and by when."""
    box = asked_box(form, supplement)
    by = _("comrade {name}").format(name=supplement.by) if supplement.by else ""
    who = ", ".join(part for part in (by, form.programme.office.board) if part)
    asked = _("{box} – {words} ({who})").format(
        box=box.label if box else "", words=shortened(supplement.words), who=who
    )
    said = boxes_of(form.programme, entry).get(supplement.box, "")
    lines = [asked]
    if box and said:
        text = _("It says now: “{words}”")
        lines += ["", text.format(words=shortened(say_box(box, said)))]
    return "\n".join(lines)


def say_by_when(form: Form, entry: Entry, supplement: Supplement, _: Translate) -> str:
    """Return until when it can be given, and that the day it was sent still counts."""
    zone = entry.received.tzinfo or dt.UTC
    until = say_moment(last_moment(form, supplement.until, zone), _)
    if is_on_time(form.programme.of(entry.unit.id), entry.round, entry.received):
        text = _("Give it before {moment}. It still counts as sent on time on {day}.")
    else:
        text = _("Give it before {moment}. It still counts as sent on {day}.")
    return text.format(moment=until, day=short_day(entry.received.date()))
