"""The deadlines as people read them: the last moment, what the document says, what was changed."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from conversations import acts
from conversations.desk.wrong import say_wrong
from conversations.intents import intent
from conversations.on_paper.scripts import ON_PAPER
from conversations.said import Text
from conversations.say import Say
from conversations.situation import Form, forms_for
from dialog.state import State
from dialog.turn import Finished, Waiting, settle
from rules.deadline_changes import DeadlineChange
from rules.paper_requests import FormOf
from rules.person import Person
from rules.refused import Refused
from rules.requests import EntriesOf
from tests.conversations.alone import (
    FRONT,
    NOW,
    PAO,
    SUOI_DA,
    TWO_HATS,
    form,
    somebody,
    strict,
    world,
)
from tests.conversations.test_every_paper_script import WAITS

VI = strict("vi")
BASIS = "Công văn số 12-CV/BTG ngày 18/3/2027"
MOVED = DeadlineChange(
    id="c1",
    programme="can-tho-khoi",
    stage="register",
    round=2027,
    units={SUOI_DA.id},
    kind="moved",
    day=dt.date(2027, 3, 26),
    until=dt.time(16, 30),
    reason="",
    basis=BASIS,
    at=1,
)
PAUSED = replace(MOVED, id="c2", kind="paused", day=None, until=None, basis="", at=2)


def asked(form: Form, what: str = "deadlines", *, person: Person = PAO, **more: Any) -> Say:
    forms = forms_for([form], person, NOW.date())
    situation = replace(somebody(*forms, person=person).situation, **more)
    (say,) = acts.do(situation, what).says
    return say


def changed(*changes: DeadlineChange, **more: Any) -> Form:
    now = form()
    return replace(now, programme=replace(now.programme, changes=changes, **more))


def line(say: Say, beginning: str = "• Đăng ký") -> str:
    return next(line for line in say.text.splitlines() if line.startswith(beginning))


def test_what_the_document_writes_stands_beside_the_last_moment() -> None:
    said = line(asked(form()))

    assert said == (
        "• Đăng ký mô hình: hết 17 giờ 00, thứ Sáu 19/3/2027 (văn bản ghi “trước ngày 20/3”)"
    )


def test_a_day_off_in_the_document_is_told() -> None:
    now = form()
    stage = replace(now.programme.stage("register"), inclusive=True, shift="later")
    said = line(asked(replace(now, programme=replace(now.programme, stages=(stage,)))))

    assert said.endswith("thứ Hai 22/3/2027 (văn bản ghi ngày 20/3, là ngày nghỉ)")


def test_a_moved_deadline_says_the_new_one_the_old_one_and_the_document() -> None:
    said = line(asked(changed(MOVED)))

    assert said == (
        "• Đăng ký mô hình: hết 16 giờ 30 phút, thứ Sáu 26/3/2027 "
        f"(hạn cũ: hết 17 giờ 00, thứ Sáu 19/3/2027; theo {BASIS})"
    )


def test_a_paused_deadline_has_no_day() -> None:
    said = line(asked(changed(MOVED, PAUSED)))

    assert said == (
        "• Đăng ký mô hình: đang tạm dừng, Ban sẽ báo hạn mới "
        "(hạn cũ: hết 17 giờ 00, thứ Sáu 19/3/2027)"
    )


def test_while_it_is_paused_nothing_is_late_long_after() -> None:
    say = asked(changed(PAUSED), now=NOW.replace(month=8))

    assert "Sau hạn vẫn gửi được" in say.text
    assert "Hạn đăng ký là" not in say.text


def test_a_deadline_of_one_of_several_units_stands_below_that_of_the_first() -> None:
    own = replace(MOVED, units={FRONT.id}, basis="")

    say = asked(changed(own), person=TWO_HATS)

    assert line(say).endswith("(văn bản ghi “trước ngày 20/3”)")
    assert line(say, "  Riêng").startswith(
        f"  Riêng {FRONT.name}: hết 16 giờ 30 phút, thứ Sáu 26/3"
    )


@pytest.mark.parametrize(
    ("late", "rule"),
    [
        ("taken", "Sau hạn vẫn gửi được, phiếu sẽ ghi “gửi sau hạn”."),
        ("refused", "Sau hạn, chương trình không nhận đăng ký."),
    ],
)
def test_the_deadlines_say_what_comes_of_a_late_registration(late: str, rule: str) -> None:
    assert asked(changed(late=late)).text.splitlines()[-1] == rule


def test_row_3_22_what_is_due_this_quarter_is_one_answer() -> None:
    say = asked(form(), "quarter")

    assert say.text.splitlines() == [
        "Việc đến hạn trong quý này (từ 1/1/2027 đến 31/3/2027):",
        "• Đăng ký mô hình: hết 17 giờ 00, thứ Sáu 19/3/2027 (văn bản ghi “trước ngày 20/3”)",
    ]


def test_row_3_22_targets_are_due_in_the_quarter_of_their_day() -> None:
    say = asked(form("yen-bai-tinh"), "quarter", now=NOW.replace(month=11))

    assert line(say, "• 100% xã").endswith("thứ Sáu 31/12/2027")


def test_where_nothing_is_due_this_quarter_the_next_deadline_is_told() -> None:
    say = asked(form(), "quarter", now=NOW.replace(month=4))

    assert say.text.splitlines()[0] == "Quý này không có việc nào đến hạn."
    assert say.text.splitlines()[1].startswith(
        "Việc tiếp theo: Cơ sở công nhận mô hình, hết 17 giờ 00"
    )


def test_what_is_past_is_told_to_be() -> None:
    assert line(asked(form(), "quarter", now=NOW.replace(day=30))).endswith(" – đã qua")


@pytest.mark.parametrize("words", ["quý này có việc gì", "QUY NAY CO VIEC GI", "việc trong quý"])
def test_row_3_22_the_quarter_is_asked_for_in_ones_own_words(words: str) -> None:
    assert intent(words) == ("quarter", "")


@pytest.mark.parametrize(("came", "taken"), [("16:59", True), ("17:01", False)])
def test_what_came_in_time_is_taken_however_late_it_is_read(came: str, *, taken: bool) -> None:
    late = somebody(changed(late="refused"))
    last = dt.datetime.combine(dt.date(2027, 3, 19), dt.time.fromisoformat(came), NOW.tzinfo)
    late.situation = replace(late.situation, came=last, now=NOW.replace(day=30))

    (*_, say) = late.hears(Text("dk", "m1")).says

    assert ("không nhận thêm đăng ký" not in say.text) is taken


@pytest.mark.parametrize(("last", "asks"), [(15, True), (14, False)])
def test_a_form_that_came_too_late_is_not_typed_in(last: int, *, asks: bool) -> None:
    own = replace(MOVED, day=dt.date(2027, 3, last))
    facts = {FormOf(WAITS.id): WAITS, EntriesOf(SUOI_DA.id): ()}
    here = world((changed(own, late="refused"),), subject=WAITS.id, translate=VI, facts=facts)

    came = settle(ON_PAPER["type-in"], State(), here)

    assert isinstance(came, Waiting) is asks
    if isinstance(came, Finished):
        assert came.command.why == say_wrong(Refused("paper-too-late"), VI)
        assert came.command.why.endswith("đồng chí đổi hạn riêng cho đơn vị này trước.")
