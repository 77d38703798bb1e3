"""What the forms on a unit's page ask for, as commands."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.desk.calls import call_noted
from bot.desk.chosen import Chosen
from conversations.desk.box_form import open_text
from rules.code_commands import MakeCodes, RevokeCodes
from rules.commands import Command
from rules.member_commands import ConfirmMembership, RefuseMembership
from rules.paper_commands import ReceivePaper, StrikePaper
from rules.paper_days import past_day
from rules.unit_commands import ExemptUnit, LiftExemption

REASON = (3, 300)  # characters of why a unit owes nothing


@dataclass(frozen=True, slots=True)
class Given:
    """What a form was sent with: of which unit, in which programme and round, what it says."""

    unit: str
    chosen: Chosen
    said: Mapping[str, str]
    today: dt.date

    def word(self, key: str) -> str:
        """Return what a field says, "" for one that is not there."""
        return self.said.get(key, "")


def _exempt(g: Given) -> Command:
    reason = open_text(*REASON)(g.word("reason"))
    return ExemptUnit(g.unit, g.chosen.programme, g.chosen.round, reason)


def _receive(g: Given) -> Command:
    day = past_day(today=g.today, year=g.chosen.round)(g.word("day"))
    return ReceivePaper(g.unit, g.chosen.programme, g.chosen.round, day)


Made: TypeAlias = Callable[[Given], Command]
# By the last part of the address: which part of the page it stands in, and the command.
# Refused for words that cannot be taken.
COMMANDS: Mapping[str, tuple[str, Made]] = {
    "mien": ("exempt", _exempt),
    "bo-mien": ("exempt", lambda g: LiftExemption(g.unit, g.chosen.programme, g.chosen.round)),
    "ban-giay": ("papers", _receive),
    "bo-ban-giay": ("papers", lambda g: StrikePaper(g.word("paper"))),
    "goi": ("calls", lambda g: call_noted(g.chosen, g.unit, g.word("words"))),
    "xac-nhan": ("people", lambda g: ConfirmMembership(g.word("membership"))),
    "khong-phai": ("people", lambda g: RefuseMembership(g.word("membership"))),
    "lam-ma": ("codes", lambda g: MakeCodes(g.unit, members=False)),
    "thu-hoi-ma": ("codes", lambda g: RevokeCodes(g.unit)),
}
