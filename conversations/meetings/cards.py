"""Meetings as bubbles: one of them, several, who has not replied, the text to forward."""

import datetime as dt
from collections.abc import Iterator, Sequence

from conversations.meetings.naming import (
    brief_day,
    is_of_the_party,
    say_pattern,
    say_when,
    title,
    where,
)
from conversations.meetings.replying_ways import away, coming, strike, to_calendar
from conversations.moments import say_clock
from conversations.offer import act, rows
from conversations.reminding.meetings import say_counts
from conversations.say import Option, Say
from conversations.situation import Situation
from dialog.turn import Translate
from rules.meeting import Meeting
from rules.meeting_requests import OneSeries, SeenMeeting
from rules.phones import say_phone
from rules.utc_ms import ms_of

MOST = 6  # meetings in one bubble
MOST_BELOW = 25
EVENING = dt.time(18)


def card(s: Situation, seen: SeenMeeting, *, lead: str = "") -> Say:
    """Return one meeting, with what whoever asks may do about it."""
    text = "\n".join((*([lead, ""] if lead else []), *_lines(seen, s.translate)))
    return Say(text, rows(*_ways(s, seen)))


def _lines(seen: SeenMeeting, _: Translate) -> list[str]:
    meeting = seen.meeting
    head = title(meeting, _)
    lines = [f"{head[:1].upper()}{head[1:]}", where(meeting, _)]
    if meeting.state == "cancelled":
        return [*lines, _("This meeting is called off.")]
    if seen.mine:
        lines.append(_mine(seen, _))
    if seen.runs:
        lines.append(say_counts(seen.counts, _))
    return lines


def _mine(seen: SeenMeeting, _: Translate) -> str:
    said = {"coming": _("You said: you come."), "away": _("You said: you are away.")}
    answer = seen.mine.answer if seen.mine else ""
    return said.get(answer, _("You have not said yet whether you come."))


def _ways(s: Situation, seen: SeenMeeting) -> list[Option]:
    _, meeting = s.translate, seen.meeting
    if meeting.state == "cancelled":
        return [strike(meeting, _)]
    if not meeting.is_ahead(ms_of(s.now)):
        return []
    ways: list[Option] = []
    if seen.mine:
        ways += [coming(meeting, _)] * (seen.mine.answer != "coming")
        ways += [away(meeting, _)] * (seen.mine.answer != "away")
    if seen.runs and seen.counts.silent:
        ways.append(act(_("Who has not replied"), "meeting-silent", meeting.id))
    if seen.runs and seen.counts.away:
        ways.append(act(_("Who is away"), "meeting-away", meeting.id))
    if seen.may:
        return [*ways, act(_("Move, call off, forward"), "meeting-more", meeting.id)]
    return [*ways, to_calendar(meeting, _)]


def more(s: Situation, seen: SeenMeeting) -> Say:
    """Return what else a contact may do with a meeting."""
    _, meeting = s.translate, seen.meeting
    ways: list[Option] = []
    if seen.may and meeting.is_ahead(ms_of(s.now)):
        ways.append(act(_("Move it"), "meeting-move", meeting.id))
        ways.append(act(_("Call it off"), "meeting-cancel", meeting.id))
        ways.append(act(_("Text to forward to the group"), "meeting-forward", meeting.id))
    return Say("\n".join(_lines(seen, _)), rows(*ways, to_calendar(meeting, _)))


def mine(s: Situation, found: Sequence[SeenMeeting], *, runs: bool) -> Say:
    """Return the meetings ahead of whoever asks; one alone with all its ways."""
    _ = s.translate
    new = _officer_ways(_) if runs else []
    if not found:
        return Say(_("No meeting of yours is planned."), rows(*new))
    if len(found) == 1:
        say = card(s, found[0])
        return Say(say.text, (*say.rows, *rows(*new)))
    lines = [_("Your meetings:"), *(_line(one, _) for one in found[:MOST])]
    see = [_see(one.meeting, _) for one in found[:MOST]]
    return Say("\n".join(lines), rows(*see, *new))


def _line(seen: SeenMeeting, _: Translate) -> str:
    lines = _lines(seen, _)
    return "• " + "\n  ".join(lines)


def _see(meeting: Meeting, _: Translate) -> Option:
    label = _("Meeting of {day}: reply, see").format(day=brief_day(meeting.when.day))
    return act(label, "meeting", meeting.id)


def _officer_ways(_: Translate) -> list[Option]:
    return [
        act(_("Make a meeting"), "meeting-new"),
        act(_("Monthly meetings that repeat"), "meeting-series"),
    ]


def below(s: Situation, found: Sequence[Meeting]) -> Say:
    """Return when and where units meet in the weeks ahead, without anybody's reply."""
    _ = s.translate
    month = rows(act(_("The month's schedule of the cells"), "schedule"))
    if not found:
        return Say(_("No meeting of the units is planned in the 31 days ahead."), month)
    lines = [_("Meetings of the units in the 31 days ahead ({count}):").format(count=len(found))]
    line = _("• {when}: {unit}, {meeting}, at {place}")
    lines += [
        line.format(
            when=say_when(one.when, _), unit=one.unit.name, meeting=title(one, _), place=one.place
        )
        for one in found[:MOST_BELOW]
    ]
    if len(found) > MOST_BELOW:
        lines.append(_("And {count} more after them.").format(count=len(found) - MOST_BELOW))
    return Say("\n".join(lines), month)


def silent(s: Situation, seen: SeenMeeting) -> Say:
    """Return who has not replied, with phones; who is not in the assistant is to be called."""
    _ = s.translate
    lines = [_("Not replied ({count}):").format(count=len(seen.silent()))]
    for one in seen.silent():
        parts = [
            one.name or _("somebody without a name"),
            say_phone(one.phone) if one.phone else "",
        ]
        parts += [] if one.reached else [_("not in the assistant, please call")]
        lines.append("• " + ", ".join(part for part in parts if part))
    if len(lines) == 1:
        return card(s, seen, lead=_("Everybody has replied."))
    note = act(_("Note for who replied by phone"), "meeting-note", seen.meeting.id)
    return Say("\n".join(lines), rows(note))


def absent(s: Situation, seen: SeenMeeting) -> Say:
    """Return who is away and why; told to the unit's contacts alone."""
    _ = s.translate
    away_ = [one for one in seen.people if one.answer == "away"]
    lines = [_("Away ({count}), for you alone:").format(count=len(away_))]
    lines += [f"• {one.name}{f': {one.reason}' if one.reason else ''}" for one in away_]
    return Say("\n".join(lines), rows(act(_("Back to the meeting"), "meeting", seen.meeting.id)))


def forwarded(s: Situation, meeting: Meeting) -> Say:
    """Return the text for the unit's own group: no names, nothing that opens anything."""
    _ = s.translate
    text = _(
        "NOTICE\n{unit}: {meeting}, {when}, at {place}. Comrades are asked to be on time. "
        "Whoever is away tells {whom} {before}."
    )
    whom = _("the secretary") if is_of_the_party(meeting.unit) else _("whoever calls the meeting")
    before = _("before 17:00 that day") if meeting.when.time >= EVENING else _("before it begins")
    text = text.format(
        unit=meeting.unit.name,
        meeting=title(meeting, _),
        when=say_when(meeting.when, _),
        place=meeting.place,
        whom=whom,
        before=before,
    )
    return Say(text)


def series(s: Situation, found: Sequence[OneSeries]) -> Say:
    """Return the series of a unit, each with the way to end it."""
    _ = s.translate
    new = act(_("Make a meeting"), "meeting-new")
    if not found:
        text = _(
            "No meetings repeat yet. Make a meeting and say, as its day, for example "
            "“thứ Năm tuần đầu hằng tháng”."
        )
        return Say(text, rows(new))
    lines = [f"• {series_line(one, _)}" for one in found]
    ways = [way for one in found for way in _series_ways(one, _)]
    return Say("\n".join((_("Meetings that repeat:"), *lines)), rows(*ways, new))


def _series_ways(one: OneSeries, _: Translate) -> Iterator[Option]:
    days = say_pattern(one.pattern, _)
    yield act(_("Change the meetings: {days}").format(days=days), "series-change", one.id)
    yield act(_("End: {days}").format(days=days), "series-end", one.id)


def series_line(one: OneSeries, _: Translate) -> str:
    """Return "thứ Năm tuần đầu hằng tháng, 19 giờ 00, tại nhà văn hóa bản"."""
    text = _("{days}, {clock}, at {place}")
    return text.format(
        days=say_pattern(one.pattern, _), clock=say_clock(one.time, _), place=one.place
    )
