"""What a script asks with. The first question without an acceptable answer ends the run."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypedDict, Unpack

from dialog.errors import Lacking, ScriptError, Unanswered
from dialog.questions import CLOSED, SKIP, Choice, Question, choice_of, offered, photos, several_of
from dialog.state import State
from rules.phones import read_phone
from rules.readers import clock_time, iso_day, plain_text, whole_number
from rules.refused import Refused

LOOSE = {"choice", "pick"}  # elsewhere half a name decides nothing
EXAMPLES = {"place": "Bản Suối Đá", "date": "2027-03-19", "time": "19:00", "phone": "+84912000001"}


class More(TypedDict, total=False):
    """What a question may have besides."""

    least: int  # of a text's length or of a number; `most` the same
    most: int
    given: str  # the answer until it is edited
    hint: str  # said on demand
    example: str  # a canonical answer, to go on with where nobody is asked
    counted: bool  # one of "question 2 of 4"
    offer: Sequence[Choice]  # ready answers to a question for words: the label is the answer
    skip: str  # the label of a way past a question for words: the answer is ""
    passed: tuple[str, ...]  # other ways to say that


class Ask:
    """One run of a script over what was said; `asked` are the questions it came by."""

    def __init__(self, state: State, *, now: dt.datetime, facts: Mapping[Any, Any]) -> None:
        self.now = now
        self.asked: list[Question] = []
        self._keys: set[str] = set()
        self._state = state
        self._facts = facts

    def fact(self, request: Any) -> Any:
        """Return the data a request names; its `examples` stand in where nobody loads it."""
        if request not in self._facts:
            raise Lacking(request)
        return self._facts[request]

    def noted(self, key: str) -> str:
        """Return what is kept under a key that no question asks for; "" if nothing is."""
        return self._state.answers.get(key, "")

    def text(self, key: str, label: str, text: str, **more: Unpack[More]) -> str:
        """Ask for free text, by default of 1 to 4000 characters."""
        least, most = more.get("least", 1), more.get("most", 4000)
        more.setdefault("example", label.ljust(least, ".")[:most])
        return self.words(key, label, text, plain_text(least, most), **more)

    def place(self, key: str, label: str, text: str, **more: Unpack[More]) -> str:
        """Ask where: typed, a place offered, or a shared position."""
        return self.words(key, label, text, plain_text(2, 500), kind="place", **more)

    def number(self, key: str, label: str, text: str, **more: Unpack[More]) -> int:
        """Ask for a whole number."""
        least, most = more.get("least", 0), more.get("most", 10**15 - 1)
        more.setdefault("example", str(least))
        return int(self.words(key, label, text, whole_number(least, most), kind="number", **more))

    def date(self, key: str, label: str, text: str, **more: Unpack[More]) -> dt.date:
        """Ask for a day, day first; a day without a year is the next one."""
        read = iso_day(self.now.date())
        return dt.date.fromisoformat(self.words(key, label, text, read, kind="date", **more))

    def time(self, key: str, label: str, text: str, **more: Unpack[More]) -> dt.time:
        """Ask for a time of day."""
        return dt.time.fromisoformat(self.words(key, label, text, clock_time, kind="time", **more))

    def phone(self, key: str, label: str, text: str, **more: Unpack[More]) -> str:
        """Ask for a phone number; return it as E.164."""
        return self.words(key, label, text, read_phone, kind="phone", **more)

    def words(
        self, key: str, label: str, text: str, read: Callable[[str], str], *, kind: str = "text",
        **more: Unpack[More],
    ) -> str:  # fmt: skip
        """Ask for words that `read` makes canonical or refuses."""
        skip = (Choice(SKIP, more["skip"], more.get("passed", ())),) if more.get("skip") else ()
        ways = (*more.get("offer", ()), *skip)
        kept = self._answer(key, label, text, kind, partial(offered, kind, ways, read), ways, more)
        return "" if skip and kept == SKIP else kept

    def choice(
        self, key: str, label: str, text: str, choices: Sequence[Choice], *, kind: str = "choice",
        **more: Unpack[More],
    ) -> str:  # fmt: skip
        """Ask for one of the choices; return its code."""
        read = partial(choice_of, choices, loose=kind in LOOSE)
        return self._answer(key, label, text, kind, read, tuple(choices), more)

    def several(self, key: str, label: str, text: str, choices: Sequence[Choice]) -> list[str]:
        """Ask for one or more of the choices; return their codes."""
        read = partial(several_of, choices)
        return self._answer(key, label, text, "several", read, tuple(choices), {}).split(",")

    def maybe(self, key: str, label: str, text: str, *, yes: str, no: str) -> bool:
        """Ask a question of yes and no, in the words given."""
        both = (Choice("yes", yes, ("có", "rồi", "vâng")), Choice("no", no, ("không", "chưa")))
        return self.choice(key, label, text, both, kind="maybe") == "yes"

    def pick(self, key: str, label: str, text: str, look: Any, *, other: str) -> str:
        """Ask for one of the things a search found; return its id, "" for none of them.

        Other words are for the conversation to note, and for the script to search again.
        """
        found = [Choice(thing.id, thing.name) for thing in self.fact(look)]
        chosen = self.choice(key, label, text, (*found, Choice("other", other)), kind="pick")
        return "" if chosen == "other" else chosen

    def photos(self, key: str, label: str, text: str, *, most: int, done: str) -> list[str]:
        """Ask for photos: one answer that grows until "done" or `most`; return their refs."""
        refs = self._answer(key, label, text, "photos", photos, (Choice(CLOSED, done),), {}).split()
        if CLOSED not in refs and len(refs) < most:
            raise Unanswered(self.asked[-1])
        return [ref for ref in refs if ref != CLOSED]

    def review(
        self, text: str, *, send: Choice, edits: Sequence[Choice], more: Sequence[Choice] = (),
        which: tuple[str, str] = ("", ""),
    ) -> None:  # fmt: skip
        """Read everything back; only "send" lets the script go on.

        The codes of `edits` are keys to ask again. So are those of `more`, one question further
        away: `which` are the label that leads there and what is asked.
        """
        ways = (send, *edits, *((Choice("more", which[0]),) if more else ()))
        chosen = self.choice("_review", "", text, ways, kind="review")
        if chosen != "send":
            read = partial(choice_of, more)
            raise Unanswered(Question("_review", "", which[1], "review", read, tuple(more)))

    def _answer(
        self, key: str, label: str, text: str, kind: str, read: Callable[[str], str],
        choices: tuple[Choice, ...], more: More,
    ) -> str:  # fmt: skip
        if key in self._keys:
            raise ScriptError(f"{key} is asked twice")
        state, codes = self._state, tuple([choice.code for choice in choices])
        example = more.get("example") or EXAMPLES.get(kind)
        examples = (*codes, example) if example else codes
        if not examples:
            raise ScriptError(f"{key} offers no answer")
        hint, counted = more.get("hint", ""), more.get("counted", False)
        kept = state.answers.get(key, more.get("given", ""))
        question = Question(key, label, text, kind, read, choices, examples, hint, counted, kept)
        self._keys.add(key)
        self.asked.append(question)
        if not kept or key == state.edit or key in state.offered:
            return self._unanswered(question)
        try:
            return read(kept)
        except Refused:
            return self._unanswered(question)

    def _unanswered(self, question: Question) -> str:
        raise Unanswered(question)
