"""The oracle: what was acknowledged and seen against what is kept; each finding is a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TypeAlias

from tests.prove.cadre import RECEIPT
from tests.prove.deliveries import Send, delivered, said_by
from tests.prove.kept import Kept, Row
from tests.prove.notes import Notes, Wish


@dataclass(slots=True)
class Record:
    """A whole run, ended and calm.

    sends  what the messenger put into chats, by chat
    lives  how many calls it had had when each life of the service began
    deaths how each of them ended, but for the last
    wrong  what was wrong by itself: crashes, errors in the log, calls that are not allowed
    spared the messages that may be lost, because the messenger told of them once, or to nobody
    """

    notes: Sequence[Notes]
    kept: Kept
    sends: dict[str, list[Send]] = field(default_factory=dict)
    lives: Sequence[int] = ()
    deaths: Sequence[str] = ()
    wrong: Sequence[str] = ()
    spared: AbstractSet[str] = frozenset()

    @property
    def gone(self) -> AbstractSet[str]:
        """The messages that are lost, and could not but be."""
        return self.spared - {row["external"] for row in self.kept.inbox}

    def person(self, notes: Notes) -> str:
        """Return who somebody is to the service, "" for nobody."""
        here = (notes.channel, notes.chat)
        found = (a["person"] for a in self.kept.addresses if (a["channel"], a["chat"]) == here)
        return next(found, "")

    def registered(self) -> list[Row]:
        """Return the entries that are not demo data."""
        return [entry for entry in self.kept.entries if not entry.get("demo")]

    def rows(self, notes: Notes) -> list[Row]:
        """Return what the service had to say in somebody's chat, in order."""
        return said_by(self.kept.outbox, notes.channel, notes.chat)


Check: TypeAlias = Callable[[Record], Iterator[str]]


def judge(record: Record, *, checks: Sequence[Check] | None = None) -> list[str]:
    """Return everything that is wrong; nothing, when nothing was lost, doubled or made up."""
    found = [*record.wrong, *record.kept.faults]
    for check in CHECKS if checks is None else checks:
        found += check(record)
    return found


def lost_answers(record: Record) -> Iterator[str]:
    """Yield answers that were acknowledged and are in no entry and no draft."""
    for notes in record.notes:
        drafts = record.kept.drafts(record.person(notes))
        for wish in notes.wishes:
            made = [e for e in record.registered() if e["name"] == wish.name]
            held = drafts | {e[box] for e in made for box in wish.answers}
            for box, messages in wish.given.items():
                words = wish.answers[box]
                if words not in held and set(messages) - record.gone:
                    yield f"LOST: {notes.who} said {box} {words!r}; it is nowhere"
            if set(wish.sent) - record.gone and not made:
                yield f"LOST: {notes.who} sent {wish.name!r}; there is no entry"


def entries_as_sent(record: Record) -> Iterator[str]:
    """Yield entries that are double, that nobody sent, or that say what nobody said."""
    sent = {
        wish.name: (notes, wish) for notes in record.notes for wish in notes.wishes if wish.sent
    }
    for name, count in Counter(e["name"] for e in record.registered()).items():
        if count > 1:
            yield f"DOUBLE: {count} entries {name!r}"
    for entry in record.registered():
        if entry["name"] not in sent:
            yield f"PHANTOM: nobody sent {entry['code']} {entry['name']!r}"
            continue
        notes, wish = sent[entry["name"]]
        if any(entry[box] != words for box, words in wish.answers.items()):
            yield f"WRONG: {entry['code']} is {entry}, {notes.who} said {wish.answers}"


def numbers(record: Record) -> Iterator[str]:
    """Yield gaps and doubles among the numbers, and entries without their one event."""
    entries = record.kept.entries
    for name in {e["code"].rpartition("-")[0] for e in entries}:
        used = sorted(e["number"] for e in entries if e["code"].startswith(f"{name}-"))
        counted = [row["value"] for row in record.kept.counters if row["name"] == name]
        if used != list(range(1, len(used) + 1)) or counted != [len(used)]:
            yield f"NUMBERS: {name} has {used}, counted {counted}"
    noted = Counter(e["subject"] for e in record.kept.events if e["act"] == "register")
    if noted != Counter(e["id"] for e in record.registered()):
        yield f"EVENTS: registered are {len(record.registered())} entries, noted {noted}"
    dialogs = Counter(e["dialog"] for e in entries)
    yield from (f"DOUBLE: dialog {key} made {n} entries" for key, n in dialogs.items() if n > 1)


def receipts(record: Record) -> Iterator[str]:
    """Yield receipts of what is not there, and those that neither arrived nor are listed."""
    names = {entry["code"]: entry["name"] for entry in record.kept.entries}
    for notes in record.notes:
        codes = {code for seen in notes.seen for code in RECEIPT.findall(seen.text)}
        for code in codes - names.keys():
            yield f"PHANTOM: {notes.who} was told of {code}, which is not there"
        for wish in notes.wishes:
            if set(wish.sent) - record.gone:
                yield from _receipt(record, notes, wish, names)


def _receipt(record: Record, notes: Notes, wish: Wish, names: Mapping[str, str]) -> Iterator[str]:
    if wish.receipt and names.get(wish.receipt) != wish.name:
        yield f"WRONG: {notes.who} was given {wish.receipt} for {wish.name!r}"
    code = next((code for code, name in names.items() if name == wish.name), "")
    told = [row for row in record.rows(notes) if code and code in row["text"]]
    if code and len(told) != 1:
        yield f"RECEIPT: {len(told)} bubbles about {code}"
    if not wish.receipt and "unknown" not in {row["state"] for row in told}:
        yield f"RECEIPT: {notes.who} never saw one for {wish.name!r}, nor is it listed"


def claims(record: Record) -> Iterator[str]:
    """Yield messages acknowledged and not taken in, taken in and never said, or failed."""
    for notes in record.notes:
        here = (notes.channel, notes.chat)
        taken = [row for row in record.kept.inbox if (row["channel"], row["chat"]) == here]
        ids = {row["external"] for row in taken}
        for lost in notes.said.keys() - ids - record.gone:
            yield f"LOST: {notes.who} said {notes.said[lost]!r} ({lost}), not in the inbox"
        for made_up in ids - notes.said.keys():
            yield f"PHANTOM: {notes.who} never said {made_up}"
        yield from (f"FAILED: {notes.who}: {r['body']}" for r in taken if r["state"] != "done")


def consents(record: Record) -> Iterator[str]:
    """Yield people who agreed once and are kept as having agreed never, or twice."""
    given = Counter(row["person"] for row in record.kept.consents)
    for notes in record.notes:
        heard = [words for key, words in notes.said.items() if key not in record.gone]
        agreed = "[agree yes]" in heard
        if given[record.person(notes)] != agreed:
            yield f"CONSENT: {notes.who} agreed {agreed}, kept {given[record.person(notes)]}"


def deliveries(record: Record) -> Iterator[str]:
    """Yield what the messenger's chats show that should not be, and what they should and do not."""
    for notes in record.notes:
        if notes.channel != "web":
            sends = record.sends.get(notes.chat, [])
            found = delivered(record.rows(notes), sends, lives=record.lives)
            yield from (f"{problem} (to {notes.who})" for problem in found.problems)


def pages(record: Record) -> Iterator[str]:
    """Yield bubbles of the web page that are gone, and those it never showed."""
    for notes in record.notes:
        if notes.channel == "web":
            seen = {bubble.id: bubble.text for bubble in notes.seen}
            kept = {row["id"]: row["text"] for row in record.rows(notes)}
            for key in seen.keys() ^ kept.keys():
                what = "was shown and is gone" if key in seen else "is kept and was never shown"
                yield f"PAGE: {(seen | kept)[key]!r} {what} ({notes.who})"


def left_waiting(record: Record) -> Iterator[str]:
    """Yield people whose last message was not answered, though nothing is unknown or gone."""
    for notes in record.notes:
        unknown = sum(row["state"] == "unknown" for row in record.rows(notes))
        excused = unknown + len(notes.said.keys() & record.gone)
        if notes.waits:
            yield f"WAITING: {notes.who} waits in vain"
        elif notes.nudges > excused:
            yield f"WAITING: {notes.who} had to ask {notes.nudges} times, {excused} unknown"
        yield from (f"ASKED AGAIN: {notes.who}: {what}" for what in notes.asked_again)


CHECKS: Sequence[Check] = (
    lost_answers,
    entries_as_sent,
    numbers,
    receipts,
    claims,
    consents,
    deliveries,
    pages,
    left_waiting,
)
