"""An officer makes a meeting, or says on which day of each month the unit meets."""

import datetime as dt
from collections.abc import Sequence

from conversations.meetings.hints import hints, hints_of_series
from conversations.meetings.naming import kind_label, kind_title, say_pattern, say_when
from conversations.moments import say_clock, say_day
from conversations.officer_places import officer_places
from conversations.situation import Here, Surroundings
from conversations.subject import subject
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.meeting import KINDS, Kind, When
from rules.meeting_commands import LeaveMeeting, MakeMeeting, MakeSeries
from rules.meeting_patterns import Pattern, next_days
from rules.meeting_requests import Planning, PlanningOf
from rules.meeting_words import Said, read_days, read_later, read_when, said_of
from rules.person import Membership

KIND, WHEN, TIME, PLACE = "kind", "when", "time", "place"
A_WEEK = dt.timedelta(days=7)
COMING = 3  # days of a series that are read back


def make_meeting(ask: Ask, _: Translate) -> MakeMeeting | MakeSeries | LeaveMeeting:
    """Ask for kind, day, time and place, read it back, and hand it over."""
    here: Surroundings = ask.fact(Here())
    hats = officer_places(here.person)
    if not hats:
        return LeaveMeeting("")
    changed = subject(ask)
    unit = _unit_of(ask, hats, changed) if changed else _ask_unit(ask, _, hats)
    planning: Planning = ask.fact(PlanningOf(unit)) if unit else Planning()
    if planning.unit is None:
        return LeaveMeeting("")
    choices = [Choice(kind, kind_label(kind, _), _also(kind)) for kind in KINDS]
    text = _("What kind of meeting is it?")
    kind = _kind(ask.choice(KIND, _("Kind of meeting"), text, choices, counted=True))
    said = _ask_when(ask, _, only_series=bool(changed))
    time = said.time or ask_time(ask, _, said.day)
    text = _("Where is it held?")
    offer = [Choice(f"place{n}", place) for n, place in enumerate(planning.places)]
    place = ask.place(PLACE, _("Place of the meeting"), text, offer=offer, counted=True)
    if isinstance(said.day, Pattern):
        _review_series(ask, _, planning, kind, said.day, time, place, timed=bool(said.time))
        return MakeSeries(unit, kind, said.day.code, time, place, here.dialog.id, changed)
    when = When(said.day, time)
    _review(ask, _, planning, kind, when, place, timed=bool(said.time))
    return MakeMeeting(planning.unit.id, kind, when, place, here.dialog.id)


def ask_time(ask: Ask, _: Translate, day: dt.date | Pattern) -> dt.time:
    """Ask for the time of day; one that is over today is refused."""
    text = _("At what time? For example 19h, 7 rưỡi tối.")
    read = read_later(day, ask.now)
    kept = ask.words(TIME, _("Time"), text, read, kind="time", example="23:59", counted=True)
    return dt.time.fromisoformat(kept)


def _ask_unit(ask: Ask, _: Translate, hats: Sequence[Membership]) -> str:
    if len(hats) == 1:
        return hats[0].unit.id
    choices = [Choice(hat.unit.id, hat.unit.name) for hat in hats]
    return ask.choice("unit", _("Unit"), _("Which unit meets?"), choices, counted=True)


def _unit_of(ask: Ask, hats: Sequence[Membership], series: str) -> str:
    """Return the unit that meets so, "" where none of theirs does any more."""
    units = (hat.unit.id for hat in hats)
    return next((unit for unit in units if _has(ask.fact(PlanningOf(unit)), series)), "")


def _has(planning: Planning, series: str) -> bool:
    return any(one.id == series for one in planning.series)


def _ask_when(ask: Ask, _: Translate, *, only_series: bool) -> Said:
    text = _(
        "On which day? For example: mai, thứ năm tuần sau, 20/3 19h; or, each month, "
        "thứ Năm tuần đầu hằng tháng."
    )
    example, read = (ask.now.date() + A_WEEK).isoformat(), read_when(ask.now)
    if only_series:
        text = _(
            "On which day of each month? For example thứ Năm tuần đầu hằng tháng, ngày 3 hằng "
            "tháng 19h."
        )
        example, read = "m d4", read_days
    label = _("Day of the meeting")
    return said_of(ask.words(WHEN, label, text, read, kind="when", example=example, counted=True))


def _review(
    ask: Ask, _: Translate, planning: Planning, kind: Kind, when: When, place: str, *, timed: bool
) -> None:
    assert planning.unit is not None  # noqa: S101 - looked at before
    head = kind_title(kind, planning.unit, _).format(month=when.day.month)
    lines = [
        _("{unit}: {meeting}").format(unit=planning.unit.name, meeting=head),
        _("{when}, at {place}").format(when=say_when(when, _), place=place),
        _guests(planning, kind, _),
        *hints(planning, kind, when, _),
    ]
    _ask_review(ask, _, lines, _("Send the invitation"), timed=timed)


def _review_series(
    ask: Ask, _: Translate, planning: Planning, kind: Kind, pattern: Pattern, time: dt.time,
    place: str, *, timed: bool,
) -> None:  # fmt: skip
    assert planning.unit is not None  # noqa: S101 - looked at before
    stay = {one.month for one in planning.ahead if one.series == (subject(ask) or "-")}
    coming = next_days(pattern, ask.now.date(), planning.days, count=COMING + len(stay))
    days = [day for month, day in coming if month not in stay][:COMING]
    lines = [
        f"{planning.unit.name}: {kind_label(kind, _)}",
        _("{days}, {clock}, at {place}").format(
            days=say_pattern(pattern, _), clock=say_clock(time, _), place=place
        ),
        _("The next ones: {days}.").format(days=", ".join(say_day(day, _) for day in days)),
        *hints_of_series(planning, days, _),
        _guests(planning, kind, _),
        _("The assistant makes each meeting and invites 20 days before."),
    ]
    send = _("Change it to this") if subject(ask) else _("Meet so each time")
    _ask_review(ask, _, lines, send, timed=timed)


def _guests(planning: Planning, kind: Kind, _: Translate) -> str:
    count, far = planning.contacts if kind == "committee" else planning.everybody
    text = _("Invited: {count} comrades.").format(count=count)
    if far:
        text += " " + _("{far} are not in the assistant and have to be told by you.").format(
            far=far
        )
    return text


def _ask_review(ask: Ask, _: Translate, lines: Sequence[str], send: str, *, timed: bool) -> None:
    edits = [Choice(WHEN, _("Change the day"))]
    edits += [] if timed else [Choice(TIME, _("Change the time"))]
    edits += [Choice(PLACE, _("Change the place")), Choice(KIND, _("Change the kind"))]
    ask.review("\n".join(lines), send=Choice("send", send), edits=edits)


def _also(kind: Kind) -> tuple[str, ...]:
    words: dict[Kind, tuple[str, ...]] = {
        "regular": ("thường kỳ", "sinh hoạt thường kỳ", "định kỳ"),
        "thematic": ("chuyên đề", "sinh hoạt chuyên đề"),
        "committee": ("cấp ủy", "chi ủy", "đảng ủy", "ban chấp hành"),
        "other": ("khác", "họp khác"),
    }
    return words[kind]


def _kind(code: str) -> Kind:
    return next(kind for kind in KINDS if kind == code)
