"""How somebody's units stand: one thing to do next, the first of what there is to do."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from conversations.said import Text
from conversations.say import Say
from conversations.situation import Form, Open
from conversations.standing import standing
from dialog.errors import Lacking
from dialog.state import State
from rules.adoption_requests import PlansOf
from rules.duties import Owed
from rules.entry import Entry
from rules.entry_requests import AtOffice, AtOfficeOf, Supplement
from rules.office_requests import Form as HandForm
from rules.office_requests import SummaryOf
from rules.person import Membership, Person, Role, Unit
from rules.quotas import Standing
from rules.requests import EntriesOf, StandingOf
from rules.status_requests import FormsOf
from rules.summary import Line, Summary, UnitNow
from tests.conversations.alone import NOW, PAO, SUOI_DA, entry, form, somebody

HERE = form()
KHOI = form("yen-bai-khoi")
MODEL = KHOI.programme.launched_for(SUOI_DA.type)[0]
LATER = NOW + dt.timedelta(days=10)
EMPTY: Summary = SummaryOf.examples[0]
NOTHING = Standing(1, 0)
BY_HAND = HandForm("f1", SUOI_DA, NOW, (), original=True)


def sent(here: Form = HERE, **more: Any) -> Entry:
    return replace(entry(here.programme, here.year), **more)


def says(
    *entries: Entry,
    here: Form = HERE,
    how: Standing = NOTHING,
    role: Role = "officer",
    facts: dict[Any, Any] | None = None,
    now: dt.datetime = NOW,
    dialogs: Sequence[Open] = (),
) -> Say:
    """Return how the branch stands, as one of its people reads it."""
    key, code = SUOI_DA.id, here.programme.code
    person = replace(PAO, memberships=(Membership(SUOI_DA, "", role, confirmed=True),))
    known = {
        StandingOf(key, here.year, code): how,
        EntriesOf(key): entries,
        FormsOf(key, code, here.year): (),
        PlansOf(key, code, here.year): (),
        SummaryOf(key, code, here.year): EMPTY,
        **{AtOfficeOf(e.id): AtOffice() for e in entries},
        **(facts or {}),
    }
    s = somebody(here, person=person).situation
    return standing(replace(s, facts=known, now=now, dialogs=tuple(dialogs)))


def first(say: Say) -> str:
    """Return what stands on the first button."""
    return say.rows[0][0].label


def draft(said: dict[str, str], *, aside: bool = True) -> Open:
    return Open("d1", "register", State(answers=said, aside=aside), programme=HERE.programme.code)


RETURNED, SENT = sent(state="returned"), sent(id="e2", number=18)


def test_a_supplement_the_office_waits_for_comes_before_a_draft() -> None:
    kept = draft({"_kind": "new-collective", "name": "Nuôi lươn"})

    assert first(says(RETURNED, SENT, dialogs=[kept])) == "Bổ sung số 17"


def test_a_draft_comes_before_everything_else() -> None:
    say = says(SENT, dialogs=[draft({"_kind": "new-collective", "name": "Nuôi lươn"})])

    assert first(say) == "Ghi tiếp “Nuôi lươn”"
    assert "• Đang ghi dở: “Nuôi lươn” – còn thiếu địa chỉ, lĩnh vực, nội dung" in say.text


def test_what_is_being_asked_needs_no_button() -> None:
    asked = draft({"_kind": "new-collective"}, aside=False)

    assert first(says(SENT, dialogs=[asked])) == "Xem, sửa cái đã gửi"


def test_what_was_returned_comes_before_what_waits_to_be_confirmed() -> None:
    supplement = Supplement("content", "Ghi rõ số hộ.", "2027-03-26", "Hạnh", NOW)
    say = says(SENT, RETURNED, facts={AtOfficeOf(RETURNED.id): AtOffice(supplement=supplement)})

    assert first(say) == "Bổ sung số 17"
    assert "cần bổ sung, hết 17 giờ 00, thứ Sáu 26/3/2027" in say.text


def test_what_waits_to_be_confirmed_comes_before_what_is_missing() -> None:
    assert first(says(SENT, how=Standing(2, 1))) == "Xác nhận số 18"


def test_a_member_confirms_nothing() -> None:
    assert first(says(SENT, how=Standing(2, 1), role="member")) == "Đăng ký"


def test_what_is_missing_is_to_be_registered() -> None:
    say = says(how=Standing(2, 1))

    assert first(say) == "Đăng ký"
    assert "Đã đăng ký 1/2, CÒN THIẾU 1." in say.text
    assert "Hạn đăng ký: hết 17 giờ 00, thứ Sáu 19/3/2027 (còn 3 ngày)." in say.text


def test_a_form_that_waits_to_be_typed_in_is_not_to_be_registered_again() -> None:
    say = says(facts={FormsOf(SUOI_DA.id, HERE.programme.code, HERE.year): (BY_HAND,)})

    assert "• Bản giấy nhận ngày 16/3/2027, chờ nhập" in say.text
    assert "Ban sẽ nhập bản giấy; đồng chí chưa phải làm gì thêm." in say.text


def test_a_launched_model_is_to_be_taken_up_then_its_plan_given() -> None:
    taken = sent(KHOI, source=f"launched:{MODEL.code}", state="accepted")

    before, after = (says(*es, here=KHOI, how=Standing(1, 1)) for es in ([], [taken]))

    assert first(before).startswith("Thực hiện “Lãnh đạo")
    assert first(after).startswith("Báo kế hoạch “Lãnh đạo")
    assert "Mô hình cấp trên phát động: đã có kế hoạch 0/1." in after.text


def test_a_plan_that_is_there_is_not_asked_for_again() -> None:
    taken = sent(KHOI, source=f"launched:{MODEL.code}", state="accepted")
    plans = {PlansOf(SUOI_DA.id, KHOI.programme.code, KHOI.year): (MODEL.code,)}

    say = says(taken, here=KHOI, how=Standing(1, 1), facts=plans)

    assert "đã có kế hoạch 1/1" in say.text
    assert "Đồng chí chưa phải làm gì thêm." in say.text


def test_who_has_nothing_to_do_reads_what_the_year_brings_next() -> None:
    say = says(sent(state="accepted"), how=Standing(1, 1))

    assert "Đồng chí chưa phải làm gì thêm. Việc tiếp theo: Cơ sở công nhận mô hình" in say.text
    assert "hết 17 giờ 00, thứ Năm 30/9/2027 (còn 198 ngày)." in say.text


def test_an_exempt_unit_has_nothing_to_do() -> None:
    say = says(how=Standing(1, 0, "mới lập"))

    assert "Được miễn năm 2027: mới lập." in say.text
    assert "Đồng chí chưa phải làm gì thêm." in say.text


def test_after_the_deadline_one_can_still_send() -> None:
    say = says(now=LATER)

    assert first(say) == "Đăng ký"
    assert "Đồng chí vẫn gửi được, phiếu sẽ ghi “gửi sau hạn”." in say.text


def table(*lines: tuple[str, int, int]) -> Summary:
    """Return a table of units: name, how many owed, how many registered."""
    made = tuple(
        Line(UnitNow(Unit(name, name)), Owed("quota", needed), done, 0)
        for name, needed, done in lines
    )
    return replace(EMPTY, lines=made)


@pytest.mark.parametrize(("role", "told"), [("officer", True), ("member", False)])
def test_an_officer_reads_how_those_below_stand(role: Role, told: bool) -> None:  # noqa: FBT001 # a table of cases
    below = table(("Chi bộ A", 2, 2), ("Chi bộ B", 2, 1), ("Chi bộ C", 2, 0))
    key = SummaryOf(SUOI_DA.id, HERE.programme.code, HERE.year)

    say = says(how=Standing(1, 1), role=role, facts={key: below})

    counts = "Đơn vị trực thuộc: 3; đủ 1, còn thiếu 1, chưa có 1.\n"
    assert (f"{counts}Còn thiếu, chưa có: Chi bộ C; Chi bộ B." in say.text) is told
    assert ("Ai chưa có" in [option.label for row in say.rows for option in row]) is told


def test_of_many_short_ones_seven_are_named() -> None:
    below = table(*((f"Chi bộ {n}", 1, 0) for n in range(12)))
    key = SummaryOf(SUOI_DA.id, HERE.programme.code, HERE.year)

    assert "Chi bộ 6 và 5 đơn vị nữa." in says(facts={key: below}).text


def test_all_that_is_needed_is_asked_for_at_once() -> None:
    hats = tuple(Membership(Unit(f"u{n}", f"Chi bộ {n}"), confirmed=True) for n in range(9))
    one = somebody(KHOI, person=Person("p", "Lan", memberships=hats))

    with pytest.raises(Lacking) as lacking:
        standing(one.situation)

    assert len(lacking.value.requests) == len(hats) * 3


def test_several_units_are_told_in_a_block_each() -> None:
    hats = (Membership(SUOI_DA, confirmed=True), Membership(replace(SUOI_DA, id="v"), "Trưởng ban"))
    one = somebody(person=replace(PAO, memberships=hats))

    text = one.hears(Text("đơn vị tôi")).says[0].text

    assert text.count(f"\n\n{SUOI_DA.name}: chỉ tiêu 1, chưa đăng ký.") == len(hats)


def test_of_several_programmes_those_that_concern_the_unit_are_told() -> None:
    other = form("yen-bai-tinh")
    key, code = SUOI_DA.id, other.programme.code
    one = somebody(HERE, other)
    facts: dict[Any, Any] = {
        StandingOf(key, HERE.year, HERE.programme.code): Standing(1, 0),
        StandingOf(key, other.year, code): Standing(0, 0),
        EntriesOf(key): (),
        **{FormsOf(key, f.programme.code, f.year): () for f in (HERE, other)},
        **{SummaryOf(key, f.programme.code, f.year): EMPTY for f in (HERE, other)},
    }
    in_both = {**facts, EntriesOf(key): (sent(other, id="e9"),)}

    alone, both = (standing(replace(one.situation, facts=f)) for f in (facts, in_both))

    boards = [f.programme.office.board for f in (HERE, other)]
    assert "Chỉ tiêu 1, chưa đăng ký." in alone.text
    assert [f"({board}):\n" in alone.text for board in boards] == [False, False]
    assert f"({boards[0]}):\nChỉ tiêu 1, chưa đăng ký.\n" in both.text
    assert f"({boards[1]}):\nChưa đăng ký.\nChờ đồng chí xác nhận: 1\n• Số 17" in both.text
    assert (first(alone), first(both)) == ("Đăng ký", "Xác nhận số 17")
