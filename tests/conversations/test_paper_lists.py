"""Forms to type in, and papers that are missing: seven lines, and the way to the others."""

import datetime as dt
from dataclasses import replace

from conversations import acts
from conversations.say import Say
from rules.entry import Entry
from rules.office_requests import Form, Gaps, GapsOf
from rules.person import Membership, Person, Unit
from tests.conversations.alone import FRONT, NOW, SUOI_DA, entry, form, somebody

HANH = Person("h" * 16, "Hạnh", memberships=(Membership(FRONT, "", "office", confirmed=True),))
HERE = form()
ENTRY = entry(HERE.programme, HERE.year)


def heard(gaps: Gaps, act: str, subject: str = "") -> Say:
    """Return what comes of an act where screen and paper differ so."""
    asked = GapsOf(FRONT.id, HERE.programme.code, HERE.year)
    s = replace(somebody(HERE, person=HANH).situation, facts={asked: gaps})
    (say,) = acts.do(s, act, subject).says
    return say


def of_unit(number: int) -> Entry:
    """Return an entry of a unit of its own."""
    unit = Unit(f"u{number}", f"Chi bộ số {number:02}")
    return replace(ENTRY, id=f"e{number}", number=number, unit=unit)


def waits(number: int, **more: bool) -> Form:
    """Return a form that came so many hours ago."""
    photos = ("a" * 16,) if more.get("photos", True) else ()
    at = NOW - dt.timedelta(hours=number)
    return Form(f"f{number}", SUOI_DA, at, photos, original=more.get("original", False), by="Lan")


def labels(say: Say) -> list[str]:
    """Return the buttons of a bubble."""
    return [option.label for row in say.rows for option in row]


def test_entries_of_one_unit_are_one_line() -> None:
    both = (ENTRY, replace(ENTRY, id="e2", number=18))

    say = heard(Gaps(both), "gaps")

    assert "Có trên hệ thống, chưa có bản giấy: 2" in say.text
    assert "• Chi bộ bản Suối Đá: số 17, số 18" in say.text.splitlines()


def test_of_many_units_seven_are_said_and_the_others_on_the_next_page() -> None:
    gaps = Gaps(tuple(of_unit(number) for number in range(1, 10)))

    first, second = heard(gaps, "gaps"), heard(gaps, "gaps", "7")

    assert "và 2 nữa" in first.text
    assert "Chi bộ số 07" in first.text
    assert "Chi bộ số 08" not in first.text
    assert [line for line in second.text.splitlines() if "Chi bộ số" in line] == [
        "• Chi bộ số 08: số 8",
        "• Chi bộ số 09: số 9",
    ]
    assert ("Xem các đơn vị tiếp" in labels(first), "Xem các đơn vị tiếp" in labels(second)) == (
        True,
        False,
    )


def test_number_2_stands_before_number_10() -> None:
    units = [Unit(f"u{n}", f"Chi bộ số {n}") for n in (10, 2)]
    both = tuple(replace(ENTRY, id=unit.id, unit=unit) for unit in units)

    lines = heard(Gaps(both), "gaps").text.splitlines()

    assert [line.partition(":")[0] for line in lines[1:3]] == ["• Chi bộ số 2", "• Chi bộ số 10"]


def test_where_nothing_is_missing_that_is_said() -> None:
    assert "không thiếu bản giấy nào" in heard(Gaps(), "gaps").text


def test_forms_say_how_they_came_the_longest_waiting_first() -> None:
    forms = (waits(1), waits(3, photos=False, original=True), waits(2, photos=False))

    lines = heard(Gaps((), forms), "paper-work").text.splitlines()

    assert [line.partition(": ")[2] for line in lines[1:]] == [
        "bản giấy nhận thứ Ba 16/3/2027",
        "ảnh gửi lúc 17 giờ 42 phút, thứ Ba 16/3/2027 không mở được, cần gửi lại, đồng chí Lan",
        "ảnh phiếu gửi lúc 18 giờ 42 phút, thứ Ba 16/3/2027, đồng chí Lan",
    ]


def test_each_form_leads_to_its_typing_in() -> None:
    say = heard(Gaps((), (waits(1),)), "paper-work")

    assert [row[0].data for row in say.rows][:2] == ["a:type-in:f1:0", "a:type-in::0"]


def test_somebody_of_no_office_is_shown_no_list() -> None:
    s = somebody(HERE).situation

    assert "bản giấy" not in acts.do(s, "gaps").says[0].text
