"""What is said of meetings by itself: to whoever is invited, and to whoever runs them."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.meetings.naming import brief_day, say_when, title, where
from conversations.meetings.replying_ways import away, coming, strike, to_calendar
from conversations.moments import say_clock, say_day
from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules import meeting_occasions as occasions
from rules.guidance_42 import DOCUMENTS_DAYS_BEFORE
from rules.meeting import Counts, Meeting


def handbook(_: Translate) -> str:
    """Return what the assistant is not for; it stands in every invitation."""
    return _(
        "The assistant only reminds and helps to say ahead. Documents, attendance and votes are "
        "in the electronic members' handbook or at the meeting."
    )


def invited(said: occasions.Invitation, _: Translate) -> Say:
    """Return the invitation."""
    text = _("You are invited to {meeting}.").format(meeting=title(said.meeting, _))
    parts = ("\n".join((text, where(said.meeting, _))), handbook(_))
    return Say("\n\n".join(parts), _with_file(said.meeting, _))


def moved(said: occasions.Moved, _: Translate) -> Say:
    """Return that a meeting is at another time or place; they are asked anew."""
    meeting = said.meeting
    text = _("CHANGED: {meeting} of {unit} is moved from {was} to {now}, {place}.")
    text = text.format(
        meeting=title(meeting, _),
        unit=meeting.unit.name,
        was=say_when(meeting.was or meeting.when, _),
        now=_loudly(meeting, _),
        place=_same_or(meeting, _),
    )
    if meeting.was == meeting.when:
        text = _("CHANGED: {meeting} of {unit}, {now}, is now at {place}.")
        text = text.format(
            meeting=title(meeting, _),
            unit=meeting.unit.name,
            now=say_when(meeting.when, _),
            place=meeting.place,
        )
    again = _("Please say again whether you come.")
    return Say("\n\n".join((f"{text} {again}", handbook(_))), _with_file(meeting, _))


def _loudly(meeting: Meeting, _: Translate) -> str:
    day = say_day(meeting.when.day, _)
    weekday, _space, date = day.rpartition(" ")
    loud = f"{weekday.upper()} {date}"
    return _("{clock}, {day}").format(clock=say_clock(meeting.when.time, _), day=loud)


def _same_or(meeting: Meeting, _: Translate) -> str:
    if meeting.place == meeting.was_place:
        return _("at the same place")
    return _("at {place}").format(place=meeting.place)


def cancelled(said: occasions.Cancelled, _: Translate) -> Say:
    """Return that a meeting is called off."""
    meeting = said.meeting
    text = _("CALLED OFF: {meeting} of {unit}, {when}, is not held.")
    text = text.format(
        meeting=title(meeting, _), unit=meeting.unit.name, when=say_when(meeting.when, _)
    )
    if meeting.why:
        text += " " + _("Reason: {why}.").format(why=meeting.why.rstrip(". "))
    text += " " + _("When there is another day, the assistant tells you.")
    return Say(text, rows(strike(meeting, _)))


def reminder(said: occasions.Near, _: Translate) -> Say:
    """Return that a meeting is near; who has not said is asked, who comes only reminded."""
    meeting = said.meeting
    today = said.today == meeting.when.day
    text = (
        _("A reminder: today is {meeting}.") if today else _("A reminder: tomorrow is {meeting}.")
    )
    parts = [text.format(meeting=title(meeting, _)), where(meeting, _)]
    if meeting.notebook and meeting.kind == "regular":
        parts.append(_("Please bring your notebook."))
    if said.answer:
        parts.append(_("You said that you come. If that has changed, say so here."))
        return Say("\n".join(parts), rows(away(meeting, _)))
    parts.append(_("You have not said yet whether you come."))
    return Say("\n".join(parts), _ask(meeting, _))


def tally(said: occasions.Tally, _: Translate) -> Say:
    """Return what was replied, to who runs the meeting."""
    meeting, counts = said.meeting, said.counts
    head = _("{meeting}, {when}:").format(
        meeting=_capital(title(meeting, _)), when=say_when(meeting.when, _)
    )
    if said.closed:
        last = _(
            "It begins now, no more replies are taken. Attendance is taken in the electronic "
            "members' handbook or at the meeting."
        )
        return Say("\n".join((head, say_counts(counts, _), last)))
    ways = _silent_ways(meeting, counts, _)
    if meeting.notebook:
        last = _("A reminder: members bring their notebooks.")
        page = act(_("Page for notes to print"), "notebook-page", meeting.unit.id)
        ways = (*ways, *rows(page))
    else:
        last = _(
            "A reminder: documents are to be in the electronic members' handbook "
            "at least {days} day before."
        ).format(days=DOCUMENTS_DAYS_BEFORE)
    return Say("\n".join((head, say_counts(counts, _), last)), ways)


def say_counts(counts: Counts, _: Translate) -> str:
    """Return "Đã có 18/22 đồng chí báo: 17 dự, 1 vắng. Chưa báo: 4."."""
    text = _("{said}/{invited} comrades have replied: {coming} come, {away} are away.")
    text = text.format(
        said=counts.said, invited=counts.invited, coming=counts.coming, away=counts.away
    )
    if counts.silent:
        text += " " + _("Not replied: {silent}.").format(silent=counts.silent)
    return text


def _silent_ways(meeting: Meeting, counts: Counts, _: Translate) -> tuple[Any, ...]:
    if not counts.silent:
        return ()
    day = brief_day(meeting.when.day)
    who = _("Who has not replied for {day}").format(day=day)
    note = _("Note for who replied by phone for {day}").format(day=day)
    return rows(act(who, "meeting-silent", meeting.id), act(note, "meeting-note", meeting.id))


def _with_file(meeting: Meeting, _: Translate) -> tuple[Any, ...]:
    return (*_ask(meeting, _), *rows(to_calendar(meeting, _)))


def _ask(meeting: Meeting, _: Translate) -> tuple[Any, ...]:
    return rows(coming(meeting, _), away(meeting, _))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {
    occasions.Invitation: invited,
    occasions.Moved: moved,
    occasions.Cancelled: cancelled,
    occasions.Near: reminder,
    occasions.Tally: tally,
}
