"""Giving what the office asked for: words added to one part of an entry, or the part anew."""

from conversations.add_content import add_content
from conversations.boxes import LONG, MOST, ask_box, boxes_of, say_box
from conversations.situation import Form, Here, Surroundings, form_of
from conversations.supplement_words import asked_box, say_supplement
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.commands import CorrectEntry, LeaveAsIs
from rules.entry import Entry
from rules.entry_requests import AtOffice, AtOfficeOf, Supplement
from rules.programme import Box
from rules.readers import plain_text
from rules.requests import EntryOf

ANEW = "how"  # the key under which it is noted that the whole part is written anew
MORE = "added"
GROWING = {"content", "long", "text"}  # types of boxes to which words can be added


def supplement(ask: Ask, _: Translate) -> CorrectEntry | LeaveAsIs:
    """Ask for the words to be added, read the part back with them, and hand it over."""
    here: Surroundings = ask.fact(Here())
    entry: Entry | None = ask.fact(EntryOf(here.dialog.subject))
    stands: AtOffice = ask.fact(AtOfficeOf(here.dialog.subject))
    if entry is None or stands.supplement is None:
        return LeaveAsIs(here.dialog.subject)
    form = form_of(here.forms, entry.programme)
    box = asked_box(form, stands.supplement)
    if box is None:
        return LeaveAsIs(entry.id)
    boxes = boxes_of(form.programme, entry)
    more = _ask_more(ask, _, form, entry, box, stands.supplement)
    if more:
        key, new = MORE, f"{boxes[box.key]}\n{more}"
    else:
        key, new = box.key, ask_box(ask, _, box, place=entry.unit.place)
        if box.type == "content":
            add_content(ask, _, box.key)
    _read_back(ask, _, entry, box, key, new)
    return CorrectEntry(entry.id, entry.version, {**boxes, box.key: new})


def _ask_more(
    ask: Ask, _: Translate, form: Form, entry: Entry, box: Box, supplement: Supplement
) -> str:
    """Return the words to be added, "" where the part is written anew."""
    said = boxes_of(form.programme, entry)[box.key]
    room = (box.most or MOST.get(box.type, LONG)) - len(said) - 1
    if ask.noted(ANEW) or box.type not in GROWING or not said or room < 1:
        return ""
    text = _("Registration number {number}: {asked}\n\nSend the words to be added.")
    text = text.format(number=entry.number, asked=say_supplement(form, entry, supplement, _))
    anew = _("Write the whole part anew")
    label = _("Supplement")
    offer = (Choice("anew", anew),)
    more = ask.words(MORE, label, text, plain_text(1, room), offer=offer, example="12 hộ.")
    return "" if more == anew else more


def _read_back(ask: Ask, _: Translate, entry: Entry, box: Box, key: str, new: str) -> None:
    text = _("Registration number {number} will say:\n\n{box}: {words}\n\nSend it to the office?")
    text = text.format(number=entry.number, box=box.label, words=say_box(box, new) if new else "–")
    send = Choice("send", _("Send the supplement"), ("gửi", "đúng", "đúng rồi", "đồng ý", "ok"))
    ask.review(text, send=send, edits=[Choice(key, _("Change what is added"))])
