"""The targets of the programme, for the office: how many are met, and how long there is left."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TypeAlias

from conversations.drafts import BRIEF
from conversations.offer import act, rows
from conversations.offices import offices
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.show import gone, main_list
from conversations.situation import Form, Situation, Translate
from rules.adoption_commands import MarkTarget
from rules.adoption_requests import MarkedTargets
from rules.numbers import say_number
from rules.office_requests import SummaryOf
from rules.person import Unit
from rules.programme import Target
from rules.targets import Left, TargetNow, targets_now, time_left

Act: TypeAlias = Callable[[Situation, str], Outcome]


def _targets(s: Situation, _subject: str) -> Outcome:
    forms = [form for form in s.forms if form.programme.targets]
    both = [(office, form) for office in offices(s.person) for form in forms]
    if not both:
        _ = s.translate
        return Outcome((main_list(s, _("The programme states no targets.")),))
    return Outcome(tuple(_table(s, office, form) for office, form in both))


def _table(s: Situation, office: Unit, form: Form) -> Say:
    _ = s.translate
    targets = _now(s, office, form)
    last = max(target.last for target in targets)
    head = _head(s, form, targets, last)
    lines = [head, "", *(_line(s, target, last) for target in targets)]
    ways = [_way(form, target, _) for target in targets if not target.target.measure]
    return Say("\n".join(lines), rows(*ways))


def _now(s: Situation, office: Unit, form: Form) -> tuple[TargetNow, ...]:
    where = (office.id, form.programme.code, form.year)
    marked: tuple[str, ...] = s.facts_of(MarkedTargets(*where))
    return targets_now(form.programme, s.facts_of(SummaryOf(*where)), marked)


def _head(s: Situation, form: Form, targets: tuple[TargetNow, ...], last: dt.date) -> str:
    """Return "CHỈ TIÊU … năm 2021: còn 6 tháng, đạt 7/12 chỉ tiêu."."""
    _ = s.translate
    left = time_left(s.now.date(), last)
    text = _("TARGETS of {year}: {left}, {met}/{count} met.")
    met = sum(target.met for target in targets)
    return text.format(year=form.year, left=_say_left(left, _), met=met, count=len(targets))


def _line(s: Situation, now: TargetNow, last: dt.date) -> str:
    """Return a target as it stands; how long there is left only where its day is another one."""
    _ = s.translate
    parts = [_state(now, _)]
    if not now.met and now.last != last:
        parts.append(_say_left(time_left(s.now.date(), now.last), _))
    return f"• {now.target.label.rstrip('. ')}: {', '.join(parts)}"


def _state(now: TargetNow, _: Translate) -> str:
    far = f"{say_number(now.done)}/{say_number(now.of)}" if now.of else ""
    if now.met:
        return _("met ({far})").format(far=far) if far else _("met")
    return far or (_("asked of nobody yet") if now.target.measure else _("not met"))


def _say_left(left: Left, _: Translate) -> str:
    """Return "còn 6 tháng", "còn 5 tháng 30 ngày", or that it is the last day or past."""
    if left.over:
        return _("the time is over")
    if not left.months and not left.days:
        return _("today is the last day")
    if not left.days:
        return _("{months} months left").format(months=left.months)
    if not left.months:
        return _("{days} days left").format(days=left.days)
    return _("{months} months {days} days left").format(months=left.months, days=left.days)


def _way(form: Form, now: TargetNow, _: Translate) -> Option:
    label = _("Not met: {target}") if now.met else _("Met: {target}")
    name = now.target.label
    name = name if len(name) <= BRIEF else f"{name[:BRIEF].rstrip()}…"
    which = "target-off" if now.met else "target"
    return act(label.format(target=name), which, f"{form.programme.code}/{now.target.code}")


def _meant(s: Situation, subject: str) -> tuple[Form, Target, Unit] | None:
    """Return the form and target that "PROGRAMME/TARGET" names, with one's office."""
    programme, _mark, code = subject.partition("/")
    for office in offices(s.person)[:1]:
        for form in (form for form in s.forms if form.programme.code == programme):
            for target in (one for one in form.programme.targets if one.code == code):
                return form, target, office
    return None


def _ask(s: Situation, subject: str, *, met: bool) -> Outcome:
    """Ask for the second yes."""
    _ = s.translate
    found = _meant(s, subject)
    if found is None:
        return Outcome((gone(s),))
    text = _("Is this target met: {target}?") if met else _("Is this target not met: {target}?")
    yes = _("Yes, it is met") if met else _("It is not met")
    name = "target-yes" if met else "target-no"
    ways = rows(act(yes, name, subject), act(_("No, change nothing"), "targets"))
    return Outcome((Say(text.format(target=found[1].label.rstrip(". ")), ways),))


def _mark(s: Situation, subject: str, *, met: bool) -> Outcome:
    found = _meant(s, subject)
    if found is None:
        return Outcome((gone(s),))
    form, target, office = found
    where = (office.id, form.programme.code, form.year)
    return Outcome(command=MarkTarget(*where, target.code, met=met))


ACTS: Mapping[str, Act] = {
    "targets": _targets,
    "target": lambda s, subject: _ask(s, subject, met=True),
    "target-yes": lambda s, subject: _mark(s, subject, met=True),
    "target-off": lambda s, subject: _ask(s, subject, met=False),
    "target-no": lambda s, subject: _mark(s, subject, met=False),
}
