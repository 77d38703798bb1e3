"""The oracle itself: a run without fault satisfies it, and each harm done to that run is found."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.prove.deliveries import Send
from tests.prove.kept import Kept, Row
from tests.prove.notes import Notes, Seen, Wish
from tests.prove.oracle import Record, judge
from tests.prove.story import story

ANSWERS = {"name": "Hũ gạo", "address": "thôn 1", "field": "economy", "content": "10 hộ góp gạo"}
RECEIPT = "Đã nhận DVK-2027-0001 “Hũ gạo”."
SAID = {"m:1": "[agree yes]", "q:2": "[_review send]"}
HARM = Callable[[Record], Any]


@pytest.fixture
def record() -> Record:
    """Give the record of a run in which nothing went wrong; it was killed once."""
    wish = Wish(ANSWERS, {box: ["m:1"] for box in ANSWERS}, ["q:2"])
    notes = Notes("mai", "telegram", "5", [wish], {**SAID})
    notes.wishes[0].receipt = "DVK-2027-0001"
    notes.seen = [Seen("101", "Câu 1/4?"), Seen("102", "Câu 1/4?"), Seen("103", RECEIPT)]
    notes.waits = False
    entry = {"id": "e", "code": "DVK-2027-0001", "number": 1, "dialog": "d", "demo": 0, **ANSWERS}
    kept = Kept(
        entries=[entry],
        inbox=[{**HERE, "external": key, "state": "done", "body": ""} for key in SAID],
        outbox=[row("o1", "Câu 1/4?", "102"), row("o2", RECEIPT, "103")],
        addresses=[{**HERE, "person": "p"}],
        counters=[{"name": "DVK-2027", "value": 1}],
        consents=[{"person": "p"}],
        events=[{"act": "register", "subject": "e"}],
    )
    sends = [Send("101", 1, "Câu 1/4?", told=True), Send("102", 9, "Câu 1/4?", told=True)]
    sends.append(Send("103", 20, RECEIPT, told=True))
    return Record([notes], kept, {"5": sends}, lives=[0, 5], deaths=["killed"])


HERE = {"channel": "telegram", "chat": "5"}


def row(key: str, text: str, external: str) -> Row:
    say = json.dumps({"text": text})
    sent = {"state": "sent", "error": "", "external": external}
    return {"id": key, **HERE, "side": "ours", "say": say, **sent}


def test_a_run_without_fault_satisfies_it(record: Record) -> None:
    assert story(record) == ""


def lose_receipt(record: Record) -> None:
    record.sends["5"].pop()
    record.notes[0].wishes[0].receipt = ""


HARMS: dict[str, tuple[HARM, str]] = {
    "an entry is gone": (lambda r: r.kept.entries.clear(), "LOST: mai sent"),
    "an entry is there twice": (
        lambda r: r.kept.entries.append({**r.kept.entries[0], "number": 2, "id": "f"}),
        "DOUBLE: 2 entries",
    ),
    "an entry says something else": (
        lambda r: r.kept.entries[0].update(address="thôn 2"),
        "WRONG: DVK-2027-0001",
    ),
    "an entry nobody sent": (
        lambda r: r.notes[0].wishes.clear(),
        "PHANTOM: nobody sent DVK-2027-0001",
    ),
    "a number is left out": (lambda r: r.kept.entries[0].update(number=2), "NUMBERS: DVK-2027"),
    "an event is missing": (lambda r: r.kept.events.clear(), "EVENTS"),
    "a message was not taken in": (lambda r: r.kept.inbox.pop(), "LOST: mai said '[_review send]'"),
    "a message was made up": (lambda r: r.notes[0].said.popitem(), "PHANTOM: mai never said q:2"),
    "a message failed": (lambda r: r.kept.inbox[0].update(state="failed"), "FAILED: mai"),
    "consent is kept twice": (lambda r: r.kept.consents.append({"person": "p"}), "CONSENT: mai"),
    "a receipt of nothing": (
        lambda r: r.notes[0].seen.append(Seen("104", "Đã nhận DVK-2027-0002.")),
        "PHANTOM: mai was told of DVK-2027-0002",
    ),
    "a receipt never came": (lose_receipt, "RECEIPT: mai never saw one"),
    "a bubble marked as sent never came": (lambda r: r.sends["5"].pop(), "LOST: 'Đã nhận"),
    "a bubble came that was rolled back": (
        lambda r: r.sends["5"].append(Send("104", 21, "Câu 2/4?", told=True)),
        "PHANTOM: 'Câu 2/4?'",
    ),
    "a bubble overtook another": (
        lambda r: r.sends["5"].insert(0, Send("103", 0, RECEIPT, told=False)),
        "ORDER",
    ),
    "a copy without any reason": (lambda r: setattr(r, "lives", [0]), "COPIES: 'Câu 1/4?'"),
    "a bubble still waits": (lambda r: r.kept.outbox[0].update(state="pending"), "OPEN"),
    "somebody waits": (lambda r: setattr(r.notes[0], "waits", True), "WAITING: mai"),
    "somebody had to ask": (lambda r: setattr(r.notes[0], "nudges", 1), "WAITING: mai had to ask"),
    "the log tells of a bug": (lambda r: setattr(r, "wrong", ["LOG: bug"]), "LOG: bug"),
}


@pytest.mark.parametrize("harm", HARMS)
def test_each_harm_is_found(record: Record, harm: str) -> None:
    does, finding = HARMS[harm]
    does(record)

    assert any(found.startswith(finding) for found in judge(record)), judge(record)


def test_what_is_listed_as_unknown_may_be_missing(record: Record) -> None:
    record.kept.outbox[1] |= {"state": "unknown", "external": ""}
    lose_receipt(record)

    assert judge(record) == []


def test_what_the_messenger_told_of_once_may_be_lost_and_asked_for_once(record: Record) -> None:
    record.spared = {"m:1"}
    record.kept.inbox.pop(0)
    record.kept.consents.clear()
    record.notes[0].nudges = 1

    assert judge(record) == []


def test_a_page_shows_what_is_kept_and_nothing_else(record: Record) -> None:
    record.notes = [replace(record.notes[0], channel="web")]
    record.kept.addresses[0]["channel"] = "web"
    found = judge(record)

    assert "PAGE: 'Câu 1/4?' was shown and is gone (mai)" in found
