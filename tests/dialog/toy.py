"""Scripts of one question each and of several, and a world to run them in."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from dialog.ask import Ask
from dialog.questions import Choice
from dialog.state import State
from dialog.turn import Finished, Script, Translate, Waiting, World, answer, settle

NOW = dt.datetime(2027, 3, 16, 19, 42, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
FIELDS = (
    Choice("party", "Xây dựng Đảng, hệ thống chính trị", ("XDĐ",)),
    Choice("economy", "Phát triển kinh tế", ("KT", "kinh tế")),
    Choice("culture", "Văn hóa – xã hội", ("VHXH",)),
)
OWN = Choice("own", "bản Suối Đá")
ASKED = ("k", "Label", "Text?")  # a key, a label and a text, where they do not matter
START = State()


@dataclass(frozen=True, slots=True)
class Thing:
    """Something a search finds."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Things:
    """The request for things that are called something like this."""

    words: str
    examples: ClassVar[tuple[Any, ...]] = ((), (Thing("t1", "Tổ 1"), Thing("t2", "Tổ 2")))


def world(facts: Mapping[Any, Any] | None = None) -> World:
    """Return a world with these facts, in which nothing is translated."""
    return World(NOW, facts or {}, str)


def one(method: Callable[[Ask], Any]) -> Script:
    """Return the script that asks one question and returns the answer."""

    def script(ask: Ask, _: Translate) -> Any:
        return method(ask)

    return script


def form(ask: Ask, _: Translate) -> tuple[str, ...]:
    """Ask for a kind, a name, a place, a field and a content, and read them back."""
    kind = ask.choice("kind", "Kind", "Which?", (Choice("new", "New"), Choice("other", "Other")))
    if kind == "other":
        ask.choice("kind/other", "", "Which other?", (Choice("a", "A"), Choice("b", "B")))
    name = ask.text("name", "Name", "Name?", least=3, counted=True)
    place = ask.place("place", "Place", "Where?", counted=True, offer=(OWN,))
    field = ask.choice("field", "Field", "Which field?", FIELDS, counted=True)
    content = ask.text("content", "Content", "What?", most=100, counted=True, skip="Skip")
    edits = [Choice(key, f"Change {key}") for key in ("name", "place", "field", "content")]
    further = (Choice("kind", "Change kind"),)
    which = ("Another part", "Which part?")
    ask.review("Right?", send=Choice("send", "Send"), edits=edits, more=further, which=which)
    return kind, name, place, field, content


def at(script: Script, state: State = START, facts: Mapping[Any, Any] | None = None) -> Waiting:
    """Return the question a script waits at."""
    standing = settle(script, state, world(facts))
    assert isinstance(standing, Waiting)
    return standing


def counted(script: Script, state: State) -> tuple[int, int] | None:
    """Return which of how many questions a script waits at."""
    standing = settle(script, state, world(), counting=True)
    assert isinstance(standing, Waiting)
    return standing.count


def said(script: Script, *words: str, state: State = START) -> State:
    """Return the state after these answers, one to each question, kept as JSON in between."""
    for each in words:
        state = State.from_json(answer(at(script, state), each).to_json())
    return state


def result(script: Script, state: State) -> Any:
    """Return what a script that has everything leads to."""
    standing = settle(script, state, world())
    assert isinstance(standing, Finished)
    return standing.command
