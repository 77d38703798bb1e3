"""The office changes the end of a stage, or of all: which, for whom, how, why; then sees it all."""

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.deadline_how import ask_ends
from conversations.deadline_preview import say_effect, say_whom
from conversations.deadline_refusals import deadline_refusals
from conversations.offices import offices
from conversations.organising.pick_unit import pick_unit
from conversations.organising.unit_here import unit_here
from conversations.refusals import details_of
from conversations.situation import Form, Here, Surroundings
from conversations.subject import subject
from conversations.whose import ask_form
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.country_calendar import CountryCalendar
from rules.deadline_commands import (
    WORDS_OF_BASIS,
    WORDS_OF_REASON,
    ChangeDeadlines,
    LeaveDeadlines,
)
from rules.deadline_requests import Effect, EffectOf, SaidDays, SaidDaysOf
from rules.person import Unit

ALL, ONE, TREE = "all", "one", "tree"
NONE = ("bỏ qua", "không", "không có", "không có lý do")


@dataclass(frozen=True, slots=True)
class _Scope:
    """For whom: a unit, and all `below` it or it alone."""

    unit: Unit
    below: bool


def change_deadline(ask: Ask, _: Translate) -> ChangeDeadlines | LeaveDeadlines:
    """Ask for everything, show what it would do, and return the command at the yes."""
    here: Surroundings = ask.fact(Here())
    form = ask_form(ask, _, here)
    office = next(iter(offices(here.person)), None)
    if office is None or not form.programme.stages:
        return LeaveDeadlines()
    stages = _ask_stages(ask, _, form)
    scope = _ask_scope(ask, _, office)
    if scope is None:
        return LeaveDeadlines()
    ends = ask_ends(ask, _, form.of(scope.unit.id), stages)
    reason, basis = _ask_why(ask, _)
    about = (scope.unit.id, scope.below, form.programme.code, form.year, ends)
    effect: Effect = ask.fact(EffectOf(*about))
    command = ChangeDeadlines(*about, reason, basis, effect.version)
    _ask_sure(ask, _, say_whom(scope.unit, _, below=scope.below), command, effect, office)
    return command


def _ask_stages(ask: Ask, _: Translate, form: Form) -> Sequence[str]:
    stages = form.programme.stages
    if len(stages) == 1:
        return [stages[0].code]
    choices = [Choice(stage.code, stage.label) for stage in stages]
    every = Choice(ALL, _("All deadlines together"), ("tất cả", "lùi tất cả", "toàn bộ"))
    text = _("Which deadline of {year} is to change?").format(year=form.year)
    code = ask.choice("stage", _("Deadline"), text, (*choices, every))
    return [stage.code for stage in stages] if code == ALL else [code]


def _ask_scope(ask: Ask, _: Translate, office: Unit) -> _Scope | None:
    """Return for whom; None for a unit that is no more, or not theirs to change."""
    if subject(ask):
        card = unit_here(ask)
        return _Scope(card.unit, below=False) if card else None
    choices = (
        Choice(ALL, _("All units of {unit}").format(unit=office.name), ("tất cả",)),
        Choice(ONE, _("One unit"), ("một đơn vị",)),
        Choice(TREE, _("One unit and those below it"), ("một đơn vị và bên dưới",)),
    )
    whom = ask.choice("whom", _("For whom"), _("For whom?"), choices)
    if whom == ALL:
        return _Scope(office, below=True)
    text = _("Which unit? Part of its name will do.")
    unit = pick_unit(ask, _, "unit", text, which=_("Which of these units is meant?"))
    return _Scope(unit, below=whom == TREE) if unit else None


def _ask_why(ask: Ask, _: Translate) -> tuple[str, str]:
    """Return the reason and the document, "" each where there is none."""
    reason = ask.text(
        "reason", _("Reason"), _("Why?"),
        most=WORDS_OF_REASON, skip=_("No reason given"), passed=NONE,
    )  # fmt: skip
    text = _("By which document? For example: Công văn số 12-CV/BTGDV ngày 15/3/2027.")
    basis = ask.text(
        "basis", _("Document"), text, most=WORDS_OF_BASIS, skip=_("No document"), passed=NONE
    )
    return reason, basis


def _ask_sure(
    ask: Ask, _: Translate, head: str, command: ChangeDeadlines, effect: Effect, office: Unit
) -> None:
    """Read everything back; a deadline changed meanwhile is read back anew."""
    said: SaidDays = ask.fact(SaidDaysOf(office.id))
    asked = {question.key for question in ask.asked}
    again = [key for key in ("day", "days") if key in asked]
    ways = [Choice(key, _("Another deadline")) for key in again]
    ways.append(Choice("reason", _("Change the reason")))
    yes = Choice("yes", _("Change the deadline"), ("đổi", "có", "đồng ý"))
    text = say_effect(effect, command, _, calendar=CountryCalendar(dict(said.days)))
    if effect.refused:
        sentence = deadline_refusals(_).get(effect.refused.reason, "")
        text = sentence.format(**details_of(effect.refused))
    answers = ways if effect.refused else [yes, *ways]
    key = f"sure{effect.version}"
    ask.choice(key, _("Change the deadline"), f"{head}\n\n{text}", answers, kind="sure")
