"""Calls to units that are short: how they are listed, and how what came of one is noted."""

import datetime as dt
from dataclasses import replace

import pytest

from conversations import acts
from conversations.summary.call_line import call_line
from rules.office_requests import Called, CallList, ToCall
from rules.person import Human
from tests.conversations.alone import NOW, SUOI_DA, form, somebody, strict
from tests.conversations.test_summary_words import OF_OFFICE, OFFICE


def test_a_unit_that_was_called_on_an_earlier_day_says_which() -> None:
    at = NOW - dt.timedelta(days=4)
    contacts = (Human("Bình", "+84912000001"), Human("Lan", "", "Phó Bí thư"), Human("", ""))
    one = ToCall(1, SUOI_DA, "Hạnh", 1, True, contacts, 1, 0, Called("", "", at))

    said = call_line(one, 7, now=NOW, short=True, _=strict("vi"))

    assert said == (
        "7. Chi bộ bản Suối Đá – chưa đăng ký – đ/c Bình, 0912 000 001 – "
        "đ/c Lan (chưa có số điện thoại) – đầu mối chưa ghi tên (chưa có số điện thoại) – "
        "đã gọi 12/3/2027"
    )


def test_a_call_is_noted_for_the_unit_that_had_the_number_when_the_list_was_shown() -> None:
    year = form("yen-bai-khoi").year
    shown = (f"calls.{OFFICE.id}.yen-bai-khoi.{year}", "unit-a", "unit-b")
    s = replace(somebody().situation, person=OF_OFFICE, forms=(form("yen-bai-khoi"),), found=shown)

    noted = acts.do(s, "call", "2: hẹn thứ Hai, 14 giờ").command

    assert (noted.unit, noted.words) == ("unit-b", "hẹn thứ Hai, 14 giờ")  # type: ignore[union-attr] # it is a call


@pytest.mark.parametrize("found", [(), ("uabc",), ("calls.x.y.2027", "u1")])
def test_a_number_of_no_list_that_was_shown_shows_the_list(found: tuple[str, ...]) -> None:
    year = form("yen-bai-khoi").year
    calls = (ToCall(1, SUOI_DA, "Hạnh", 1, none=True),)
    facts = {CallList(OFFICE.id, "yen-bai-khoi", year): calls}
    s = replace(
        somebody().situation,
        person=OF_OFFICE,
        facts=facts,
        forms=(form("yen-bai-khoi"),),
        found=found,
    )

    outcome = acts.do(s, "call", "2 hẹn mai")

    assert outcome.command is None
    assert outcome.found[1:] == (SUOI_DA.id,)
    assert "1. Chi bộ bản Suối Đá" in outcome.says[0].text


def test_too_many_words_about_a_call_are_asked_for_once_more_shorter() -> None:
    shown = (f"calls.{OFFICE.id}.yen-bai-khoi.2027", "unit-a")
    s = replace(somebody().situation, person=OF_OFFICE, found=shown)

    assert acts.do(s, "call", f"1 {'a' * 301}").says[0].text.startswith("Đồng chí ghi ngắn lại")
