"""What is typed in from paper may be in the register already, sent by phone."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from conversations.moments import say_moment
from conversations.redirect import PutAside, Redirect
from conversations.situation import Form, Situation
from conversations.states import say_state
from conversations.twins import ask_about_twin
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.entry import Entry
from rules.office_requests import SimilarBelow
from rules.paper_commands import ReceivePaper
from rules.paper_days import moment_of
from rules.paper_requests import TwinsOf
from rules.person import Unit


@dataclass(frozen=True, slots=True)
class Source:
    """The paper something is typed in from: whose, the ISO day it came in, its id if it waits.

    `at` (aware) is when one that waits counts as sent.
    """

    form: Form
    unit: Unit
    day: str
    paper: str = ""
    at: dt.datetime | None = None

    def came(self, now: dt.datetime) -> dt.datetime:
        """Return the moment it counts as sent."""
        return self.at or moment_of(self.day, now=now)


def ask_about_paper_twin(
    ask: Ask, _: Translate, box: str, name: str, *, source: Source, entries: Sequence[Entry]
) -> Entry | Redirect | PutAside | ReceivePaper | None:
    """Return the old entry to continue, how to end where it is there already, or None.

    `box` is the key of the box that says the name.
    """
    year, code = source.form.year, source.form.programme.code
    found = ask.fact(SimilarBelow(source.unit.id, code, year, name))
    twin = next((entry for entry in found if entry.state != "withdrawn"), None)
    if twin is None:
        older = [entry for entry in entries if entry.round < year]
        return ask_about_twin(ask, _, box, name, entries=older, year=year)
    same = Choice("same", _("It is that one: not again, only note the paper"), ("trùng",))
    ways = (same, Choice("go", _("Another model, go on")))
    if ask.choice(f"{box}/twin", "", _text(_, twin), ways, kind="maybe") == "go":
        return None
    return ReceivePaper(source.unit.id, code, year, source.day, twin.id, source.paper)


def _text(_: Translate, twin: Entry) -> str:
    text = _(
        "Perhaps the same as number {number} “{name}” ({state}, received {moment}). "
        "Which is on the paper?"
    )
    state, moment = say_state(twin.state, _), say_moment(twin.received, _)
    return text.format(number=twin.number, name=twin.name, state=state, moment=moment)


def say_twins(s: Situation, entry: Entry) -> list[str]:
    """Return the lines that say which others an entry is perhaps the same as; the office's."""
    _ = s.translate
    if entry.state not in {"sent", "confirmed"}:
        return []
    text = _("Perhaps the same as number {number} “{name}”, received {moment}.")
    return [
        text.format(number=one.number, name=one.name, moment=say_moment(one.received, _))
        for one in s.facts_of(TwinsOf(entry.id))
    ]
