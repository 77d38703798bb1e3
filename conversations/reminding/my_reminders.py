"""How somebody is reminded: the hour, how early, what not, what later; and changing it."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping

from conversations.dialogs import begin
from conversations.drive import present
from conversations.moments import say_clock, say_moment
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.reminding import by_channel
from conversations.reminding.choices import ALL, subject_of
from conversations.reminding.duties import say_duty
from conversations.say import Option, Say
from conversations.situation import Situation
from rules.matters import read_matter
from rules.programme import Reminding
from rules.reminding import REGISTER
from rules.reminding_commands import ChooseHour, RemindEarly
from rules.reminding_requests import MyReminders, Reminders

_HOUR = re.compile(r"([0-2][0-9])([0-5][0-9])")


def my_reminders(s: Situation, lead: str = "") -> Say:
    """Return how somebody is reminded, and the ways to have it otherwise."""
    _ = s.translate
    mine: Reminders = s.facts_of(MyReminders())
    hour = mine.hour or _usual(s).hours[0]
    lines = [lead or _("YOUR REMINDERS")]
    lines.append(_("• Hour: {hour}. Nothing comes at night.").format(hour=say_clock(hour, _)))
    lines.append(
        _("• Also fourteen days before a deadline.")
        if mine.early
        else _("• Before a deadline: 7, 3 and 1 days; only where something is still missing.")
    )
    lines += by_channel.lines(mine, _)
    lines += _not_told(s, mine)
    lines += _later(s, mine)
    lines.append(_("For another hour write, for example: nhắc tôi lúc 7 giờ tối."))
    return Say("\n".join(lines), rows(*_ways(s, mine, hour)))


def _usual(s: Situation) -> Reminding:
    return s.forms[0].programme.reminding


def _not_told(s: Situation, mine: Reminders) -> Iterator[str]:
    _ = s.translate
    if "" in mine.muted:
        yield _("• You asked for no reminders at all.")
        return
    for matter in mine.muted:
        yield _("• Not reminded of: {what}.").format(what=say_matter(s, matter))


def _later(s: Situation, mine: Reminders) -> Iterator[str]:
    _ = s.translate
    for matter, until in mine.snoozed:
        text = _("• Again at {when}: {what}.")
        yield text.format(when=say_moment(until, _), what=say_matter(s, matter))


def _ways(s: Situation, mine: Reminders, hour: dt.time) -> Iterator[Option]:
    _ = s.translate
    for one in _usual(s).hours:
        if one != hour:
            label = _("Remind me at {hour}").format(hour=say_clock(one, _))
            yield act(label, "remind-hour", f"{one:%H%M}")
    if mine.early:
        yield act(_("Not fourteen days before"), "remind-early", "0")
    else:
        yield act(_("Fourteen days before, too"), "remind-early", "1")
    yield from by_channel.ways(mine, _)
    if "" in mine.muted:
        yield act(_("Remind me again as usual"), "unmute", ALL)
        return
    for matter in mine.muted:
        label = _("Remind me again of: {what}").format(what=say_matter(s, matter))
        yield act(label, "unmute", subject_of(matter))
    yield act(_("Remind me of nothing"), "mute", ALL)


def say_matter(s: Situation, name: str) -> str:
    """Return what a matter is, in words."""
    _ = s.translate
    matter = read_matter(name)
    if matter is None:
        return say_duty(name, _) or _("a meeting")
    hat = s.person.membership(matter.unit)
    unit = hat.unit.name if hat else _("a unit")
    if matter.stage == REGISTER:
        return _("registering of {unit}, {year}").format(unit=unit, year=matter.round)
    stages = (stage for form in s.forms for stage in form.programme.stages)
    label = next((stage.label for stage in stages if stage.code == matter.stage), matter.stage)
    return f"{label}, {unit}, {matter.round}"


def _show(s: Situation, _subject: str) -> Outcome:
    return Outcome((my_reminders(s),))


def _hour(s: Situation, subject: str) -> Outcome:
    """Keep the hour a button or somebody's words name; without one ask for it."""
    match = _HOUR.fullmatch(subject)
    if match is None or int(match[1]) > 23:  # noqa: PLR2004 - the hours of a day
        return present(s, begin(s, "remind-hour"))
    return Outcome(command=ChooseHour(f"{match[1]}:{match[2]}"))


def _early(_s: Situation, subject: str) -> Outcome:
    return Outcome(command=RemindEarly(subject != "0"))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {
    "my-reminders": _show,
    "remind-hour": _hour,
    "remind-early": _early,
}
