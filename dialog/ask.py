"""What a script asks with. The first question without an acceptable answer ends the run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from dialog.errors import Lacking, ScriptError, Unanswered
from dialog.photos import Photos
from dialog.questions import Choice, Question, choice_of, plain_text
from dialog.state import State
from rules.fold import fold
from rules.dates import read_date, read_time
from rules.numbers import read_number
from rules.phones import read_phone
from rules.refused import Refused

T = TypeVar("T")


class Request(Protocol):
    """Names data that a script cannot have beforehand; `examples` are answers for `walk`."""

    @property
    def examples(self) -> tuple[Any, ...]: ...  # noqa: D102 - said by the class


class Ask:
    """One run of a script over what was said."""

    def __init__(self, state: State, *, now: dt.datetime, facts: Mapping[Any, Any]) -> None:
        self.now = now
        self.today = now.date()
        self.asked: list[Question[Any]] = []
        self._state = state
        self._facts = facts

    def fact(self, request: Request) -> Any:
        """Return the data the request names; the run ends here while it is not loaded."""
        if request not in self._facts:
            raise Lacking(request)
        return self._facts[request]

    def noted(self, key: str) -> str:
        """Return what the shell or an earlier turn noted under a key no question asks for; "" if nothing."""
        return self._state.answers.get(key, "")

    def text(
        self,
        key: str,
        label: str,
        text: str,
        *,
        least: int = 1,
        most: int = 4000,
        given: str = "",
        hint: str = "",
        example: str = "",
        counted: bool = False,
        offer: Sequence[Choice] = (),
        also: Callable[[str], object] = str,
    ) -> str:
        """Ask for words; `offer` are ready answers, `given` is taken until it is edited.

        `also` is a check that raises Refused.
        """
        plain = plain_text(least, most)

        def read(said: str) -> str:
            text = _offered(offer, said) or plain(said)
            also(text)
            return text

        return self._answer(
            Question(
                key,
                label,
                text,
                "text",
                read,
                str,
                tuple(offer),
                ((example or label).ljust(least, "."),),
                hint,
                counted,
            ),
            given,
        )

    def place(
        self,
        key: str,
        label: str,
        text: str,
        *,
        given: str = "",
        hint: str = "",
        counted: bool = False,
        offer: Sequence[Choice] = (),
    ) -> str:
        """Ask where: typed, one tap for a place offered, or a shared position (kept as "lat, lon")."""
        plain = plain_text(2, 500)

        def read(said: str) -> str:
            return _offered(offer, said) or plain(said)

        return self._answer(
            Question(
                key, label, text, "place", read, str, tuple(offer), ("Bản Suối Đá",), hint, counted
            ),
            given,
        )

    def choice(
        self,
        key: str,
        label: str,
        text: str,
        choices: Sequence[Choice],
        *,
        given: str = "",
        hint: str = "",
        counted: bool = False,
        kind: str = "choice",
    ) -> str:
        """Ask for one of the choices; return its code."""
        if not choices:
            raise ScriptError(f"{key}: a choice without choices")
        offered = tuple(choices)
        codes = tuple(choice.code for choice in offered)
        question = Question(
            key,
            label,
            text,
            kind,
            lambda said: choice_of(offered, said),
            str,
            offered,
            codes,
            hint,
            counted,
        )
        return self._answer(question, given)

    def several(
        self, key: str, label: str, text: str, choices: Sequence[Choice]
    ) -> tuple[str, ...]:
        """Ask for one or more of the choices ("1, 3" or their names); return their codes."""
        offered = tuple(choices)

        def read(said: str) -> tuple[str, ...]:
            parts = [part for part in said.replace(";", ",").split(",") if part.strip()]
            return tuple(dict.fromkeys(choice_of(offered, part.strip()) for part in parts))

        return self._answer(
            Question(key, label, text, "several", read, ",".join, offered, (offered[0].code,))
        )

    def maybe(self, key: str, label: str, text: str, *, yes: str, no: str) -> bool:
        """Ask a question of yes and no, in the words given."""
        both = (Choice("yes", yes, ("có", "rồi", "vâng")), Choice("no", no, ("không", "chưa")))
        return self.choice(key, label, text, both) == "yes"

    def date(
        self, key: str, label: str, text: str, *, given: str = "", counted: bool = False
    ) -> dt.date:
        """Ask for a day, day first; a day without a year is the next one."""
        return self._answer(
            Question(
                key,
                label,
                text,
                "date",
                self._read_date,
                dt.date.isoformat,
                (),
                ("2027-03-19",),
                counted=counted,
            ),  # fmt: skip
            given,
        )

    def time(self, key: str, label: str, text: str) -> dt.time:
        """Ask for a time of day."""
        return self._answer(
            Question(key, label, text, "time", read_time, lambda t: f"{t:%H:%M}", (), ("19:00",))
        )

    def number(
        self, key: str, label: str, text: str, *, given: str = "", counted: bool = False
    ) -> int:
        """Ask for a whole number."""
        return self._answer(
            Question(key, label, text, "number", read_number, str, (), ("12",), counted=counted),
            given,
        )

    def phone(self, key: str, label: str, text: str) -> str:
        """Ask for a phone number; return it as E.164."""
        return self._answer(
            Question(key, label, text, "phone", read_phone, str, (), ("+84912000001",))
        )

    def photos(self, key: str, label: str, text: str, *, most: int, done: str) -> tuple[str, ...]:
        """Ask for photos: one answer that grows until "done" or `most`; return their refs."""
        finish = (Choice("done", done),)
        question = Question(
            key,
            label,
            text,
            "photos",
            lambda said: Photos.read(said, most),
            Photos.keep,
            finish,
            ("a1 .",),
        )
        photos = self._answer(question)
        if not photos.closed:
            raise Unanswered(question)
        return photos.refs

    def pick(self, key: str, label: str, text: str, look: Request, *, other: str) -> str:
        """Ask for one of the things a search found; "" is "not in the list".

        Other words are noted under "key~" by the turn, for the script to search again.
        """
        found = [Choice(thing.id, thing.name) for thing in self.fact(look)]
        chosen = self.choice(key, label, text, (*found, Choice("other", other)), kind="pick")
        return "" if chosen == "other" else chosen

    def review(
        self,
        text: str,
        *,
        send: str,
        edits: Sequence[Choice],
        more: Sequence[Choice] = (),
        more_label: str = "",
    ) -> None:
        """Read everything back; only "send" lets the script go on. `edits` are keys to ask again."""
        rest = (Choice("more", more_label),) if more else ()
        ways = (Choice("send", send, ("gửi", "đúng", "đúng rồi", "ok")), *edits, *rest)
        chosen = self.choice("review", "", text, ways, kind="review")
        if chosen == "more":
            raise Unanswered(_which("review", text, more))
        if chosen != "send":
            raise ScriptError(f"review: {chosen} is an edit, not an answer")

    def _read_date(self, said: str) -> dt.date:
        try:
            return dt.date.fromisoformat(said)
        except ValueError:
            return read_date(said, self.today)

    def _answer(self, question: Question[T], given: str = "") -> T:
        if any(question.key == earlier.key for earlier in self.asked):
            raise ScriptError(f"{question.key} is asked twice")
        kept = self._state.answers.get(question.key, given)
        self.asked.append(question)
        if not kept or self._state.edit == question.key:
            raise Unanswered(_with_old(question, kept))
        try:
            return question.read(kept)
        except Refused as refused:
            raise Unanswered(question, refused) from None


def _with_old(question: Question[T], kept: str) -> Question[T]:
    if not kept:
        return question
    return Question(
        **{name: getattr(question, name) for name in Question.__slots__} | {"kept": kept}
    )


def _which(key: str, text: str, more: Sequence[Choice]) -> Question[str]:
    return Question(
        key, "", text, "review", lambda said: choice_of(tuple(more), said), str, tuple(more), ()
    )


def _offered(offer: Sequence[Choice], said: str) -> str:
    """Return the label of the ready answer said by code, number or label; "" if it is other words.

    Only whole labels count: words that merely contain one say more than it does.
    """
    number = said.strip().rstrip(".")
    for position, choice in enumerate(offer, start=1):
        if number in {choice.code, str(position)} or fold(said) == fold(choice.label):
            return choice.label
    return ""
