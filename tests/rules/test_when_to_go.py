"""When a reminder may go: never in quiet hours, on a day off only where it cannot wait."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.country_calendar import CountryCalendar, SaidDay
from rules.nearest import Planned, nearest
from rules.occurrences import Due, Key
from rules.programme import Reminding
from rules.when_to_go import Going, Habits, Snooze, When
from tests.hamlet import ZONE

FOREVER = 10**13
moments = st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2090, 1, 1), timezones=st.just(ZONE))  # noqa: DTZ001 - the zone comes with the strategy
hours = st.sampled_from([None, dt.time(11, 30), dt.time(19), dt.time(22), dt.time(4)])
quiet = st.sampled_from(
    [
        Reminding(),
        Reminding(weekends=True),
        Reminding(quiet_from=dt.time(0), quiet_to=dt.time(7)),
        Reminding(quiet_from=dt.time(12), quiet_to=dt.time(12)),
    ]
)


def ms(text: str) -> int:
    return round(dt.datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp() * 1000)


def at(moment: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(moment / 1000, ZONE)


def due(**more: Any) -> Due:
    given_ = {"until": FOREVER, "facts": None, **more}
    return Due(Key("r", "s", "2027", "7"), "pao", "suoi-da", "m", **given_)


def going(
    one: Due,
    *,
    now: str = "2027-03-12 05:00",
    habits: Habits | None = None,
    said: dict[dt.date, SaidDay] | None = None,
) -> Going:
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=ZONE)
    return When(moment, Reminding(), CountryCalendar(said or {})).going(one, habits or Habits())


FRIDAY = due(day=dt.date(2027, 3, 12))
SATURDAY = due(day=dt.date(2027, 3, 13))


def text(moment: int) -> str:
    return f"{at(moment):%Y-%m-%d %H:%M}"


def test_it_goes_at_the_usual_hour_of_its_day() -> None:
    assert text(going(FRIDAY).at) == "2027-03-12 06:45"


def test_it_goes_at_the_hour_somebody_chose() -> None:
    assert text(going(FRIDAY, habits=Habits(dt.time(19))).at) == "2027-03-12 19:00"


def test_an_hour_that_has_become_quiet_is_that_of_the_morning() -> None:
    assert text(going(FRIDAY, habits=Habits(dt.time(22))).at) == "2027-03-12 06:30"


def test_what_missed_its_evening_waits_for_the_next_working_day() -> None:
    assert text(going(FRIDAY, now="2027-03-12 22:10").at) == "2027-03-15 06:45"


def test_a_day_off_waits_for_the_next_working_day() -> None:
    assert text(going(SATURDAY).at) == "2027-03-15 06:45"


def test_it_goes_on_a_day_off_rather_than_too_late() -> None:
    monday = due(day=dt.date(2027, 3, 13), until=ms("2027-03-15 06:00"))

    assert text(going(monday).at) == "2027-03-13 06:45"


def test_a_saturday_the_office_works_on_is_a_day_like_any() -> None:
    working = {dt.date(2027, 3, 13): SaidDay("working", "làm bù")}

    assert text(going(SATURDAY, said=working).at) == "2027-03-13 06:45"


def test_what_is_urgent_goes_on_a_day_off_but_never_at_night() -> None:
    invitation = due(at=ms("2027-03-13 23:00"), urgent=True)

    assert text(going(invitation).at) == "2027-03-14 06:30"


def test_a_snooze_moves_it_and_is_no_answer() -> None:
    snoozed = Habits(
        snoozed={"m": Snooze(ms("2027-03-12 19:00"), ms("2027-03-12 07:00"))},
        answered={"m": ms("2027-03-12 07:00")},
    )
    found = going(FRIDAY, now="2027-03-12 07:00", habits=snoozed)

    assert (text(found.at), found.why) == ("2027-03-12 19:00", "")


@pytest.mark.parametrize(
    ("habits", "why"),
    [
        (Habits(muted={"m"}), "muted"),
        (Habits(muted={""}), "muted"),
        (Habits(muted={"other"}), ""),
        (Habits(answered={"m": ms("2027-03-11 07:00")}), "answered"),
        (Habits(answered={"m": ms("2027-03-11 06:40")}), ""),
    ],
)
def test_what_people_chose_or_did_holds_it_back(habits: Habits, why: str) -> None:
    assert going(FRIDAY, habits=habits).why == why


def test_what_is_news_reaches_who_wants_no_reminders() -> None:
    habits = Habits(
        muted={""},
        snoozed={"m": Snooze(ms("2027-03-20 19:00"), 1)},
        answered={"m": ms("2027-03-12 04:00")},
    )
    found = going(due(at=1, news=True), now="2027-03-12 10:00", habits=habits)

    assert (text(found.at), found.why) == ("2027-03-12 10:00", "")


def test_what_is_of_no_use_any_more_is_too_late() -> None:
    assert going(due(at=1, until=ms("2027-03-12 06:00"))).why == "late"


def test_what_the_source_says_comes_first() -> None:
    assert going(due(at=1, why="met"), habits=Habits(muted={""})).why == "met"


@given(moments, moments, hours, quiet, st.booleans())
def test_nothing_ever_goes_in_quiet_hours_nor_before_its_time(
    now: dt.datetime,
    day: dt.datetime,
    hour: dt.time | None,
    reminding: Reminding,
    urgent: bool,  # noqa: FBT001 - hypothesis passes it by place
) -> None:
    when = When(now, reminding, CountryCalendar())
    found = when.going(due(day=day.date(), urgent=urgent), Habits(hour))
    went = at(found.at)

    assert when.after_quiet(went) == went
    assert found.at >= max(found.due_at, round(now.timestamp() * 1000))
    assert urgent or reminding.weekends or CountryCalendar().works(went.date())


@given(moments, moments, hours, quiet, st.booleans())
def test_at_the_moment_it_may_go_it_goes(
    now: dt.datetime,
    day: dt.datetime,
    hour: dt.time | None,
    reminding: Reminding,
    urgent: bool,  # noqa: FBT001 - hypothesis passes it by place
) -> None:
    one, habits = due(day=day.date(), urgent=urgent), Habits(hour)
    first = When(now, reminding, CountryCalendar()).going(one, habits).at

    assert When(at(first), reminding, CountryCalendar()).going(one, habits).at == first


def planned(step: str, due_at: int, *, why: str = "", occasion: str = "2027") -> Planned:
    one = Due(Key("r", "s", occasion, step), "pao", "", "m", FOREVER, None)
    return Planned(one, Going(due_at, due_at, why))  # type: ignore[arg-type] # a reason


def test_of_steps_that_would_go_together_only_the_last_goes() -> None:
    found = nearest([planned("7", 1), planned("1", 3), planned("3", 2), planned("7", 1, why="met")])

    assert [one.going.why for one in found] == ["nearer", "", "nearer", "met"]


def test_steps_of_different_occasions_do_not_stand_for_each_other() -> None:
    found = nearest([planned("7", 1), planned("7", 1, occasion="2028")])

    assert [one.going.why for one in found] == ["", ""]
