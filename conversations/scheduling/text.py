"""A month's schedule in words: the table, the text to forward, whom to remind."""

from collections.abc import Sequence

from conversations.moments import say_clock, say_day, say_moment, short_day
from conversations.scheduling.meant import say_month
from conversations.situation import Situation, Translate
from rules.numbers import say_number
from rules.scheduling import LineState, PlannedMeeting, Schedule, ScheduleLine, clashes, in_order
from rules.scheduling_days import committee_days, scheduling_of

AT_ONCE = 30  # units in one bubble, so that it fits every channel
_ORDER: tuple[LineState, ...] = ("waiting", "changed", "registered", "agreed")


def say_schedule(s: Situation, schedule: Schedule) -> list[str]:
    """Return the table, the units without a meeting first; in parts where there are many."""
    _ = s.translate
    lines = _table(schedule, _)
    parts = [lines[n : n + AT_ONCE] for n in range(0, len(lines), AT_ONCE)]
    texts = ["\n".join(part) for part in parts]
    texts[0] = f"{_head(schedule, _)}\n{texts[0]}"
    if notes := _notes(s, schedule):
        texts[-1] = "\n\n".join((texts[-1], "\n".join(notes)))
    return texts


def _head(schedule: Schedule, _: Translate) -> str:
    title = _("MEETINGS OF THE MONTH {month} – {committee}").format(
        month=say_month(schedule.month), committee=schedule.unit.name
    )
    count = _("{count} cells").format(count=say_number(len(schedule.lines)))
    if schedule.members:
        members = _("{count} members").format(count=say_number(schedule.members))
        count = f"{count}, {members}"
    return f"{title}\n{count}."


def _table(schedule: Schedule, _: Translate) -> list[str]:
    heads = {
        "waiting": _("Waiting for registration ({count}):"),
        "registered": _("Registered, to be agreed on ({count}):"),
        "changed": _("Changed since it was agreed on ({count}):"),
        "agreed": _("Agreed on ({count}):"),
    }
    lines = []
    for state in _ORDER:
        some = in_order(schedule.in_state(state))
        for place, line in enumerate(some):
            head = f"\n{heads[state].format(count=len(some))}\n" if not place else ""
            lines.append(f"{head}• {_line(line, state, _)}")
    return lines


def _line(line: ScheduleLine, state: LineState, _: Translate) -> str:
    if state == "changed":
        return f"{line.unit.name} – {say_change(line.agreed, line.planned, _)}"
    if line.planned is None:
        return line.unit.name
    return f"{line.unit.name} – {say_planned(line.planned, _)}"


def say_planned(planned: PlannedMeeting, _: Translate) -> str:
    """Return "19 giờ 00, thứ Năm 1/4/2027, tại nhà văn hóa bản"."""
    text = _("{moment}, at {place}") if planned.place else "{moment}"
    return text.format(moment=say_moment(planned.at, _), place=planned.place)


def say_change(was: PlannedMeeting | None, now: PlannedMeeting | None, _: Translate) -> str:
    """Return what a unit meets like now, and what was agreed on."""
    if now is None and was is not None:
        return _("cancelled (agreed on: {was})").format(was=say_planned(was, _))
    assert now is not None  # noqa: S101 - one of the two is there, or nothing has changed
    if was is None:
        return _("{now} (registered since then)").format(now=say_planned(now, _))
    before = say_moment(was.at, _) if was.place == now.place else say_planned(was, _)
    return _("{now} (agreed on: {was})").format(now=say_planned(now, _), was=before)


def _notes(s: Situation, schedule: Schedule) -> list[str]:
    _ = s.translate
    notes = [_clash(one, other, _) for one, other in clashes(schedule)]
    if schedule.revision and schedule.at:
        text = _("Agreed on by comrade {name}, {moment}.")
        text = text if schedule.by else _("Agreed on {moment}.")
        return [*notes, text.format(name=schedule.by, moment=say_moment(schedule.at, _))]
    scheduling = scheduling_of(form.programme for form in s.forms)
    if scheduling.agree_on:
        day = committee_days(scheduling, schedule.month)[1]
        notes.append(_("It is to be agreed on {day}.").format(day=say_day(day, _)))
    return notes


def _clash(one: ScheduleLine, other: ScheduleLine, _: Translate) -> str:
    assert one.planned  # noqa: S101 - only meetings clash
    assert other.planned  # noqa: S101 - the same
    text = _(
        "At the same hour: comrade {name} is in charge of {one} ({at}) and of {other} ({at_other})."
    )
    return text.format(
        name=one.staff_name,
        one=one.unit.name,
        at=say_moment(one.planned.at, _),
        other=other.unit.name,
        at_other=say_clock(other.planned.at, _),
    )


def say_notice(
    committee: str, month: str, meetings: Sequence[tuple[str, PlannedMeeting]], _: Translate
) -> str:
    """Return the notice to forward: who meets when and where, nobody's name or number."""
    head = _("NOTICE\nMeetings of the month {month} – {committee}:")
    lines = [
        f"{number}. {unit}: {say_planned(planned, _)}"
        for number, (unit, planned) in enumerate(meetings, 1)
    ]
    return "\n".join((head.format(month=say_month(month), committee=committee), *lines))


def say_reminding(s: Situation, schedule: Schedule) -> str:
    """Return a text that reminds the units that have registered nothing, to forward."""
    _ = s.translate
    head = _(
        "Comrades, {committee} has not received the meeting of the month {month} of {count} cells:"
    )
    head = head.format(
        committee=schedule.unit.name,
        month=say_month(schedule.month),
        count=say_number(len(schedule.missing)),
    )
    lines = [f"• {line.unit.name}" for line in schedule.missing]
    return "\n".join((head, *lines, "", _please(s, schedule)))


def _please(s: Situation, schedule: Schedule) -> str:
    _ = s.translate
    scheduling = scheduling_of(form.programme for form in s.forms)
    day, _agree = committee_days(scheduling, schedule.month)
    if scheduling.register_before and s.now.date() < day:
        text = _("Please register day, hour and place before {day}.")
        return text.format(day=short_day(day))
    return _("Please register day, hour and place now.")
