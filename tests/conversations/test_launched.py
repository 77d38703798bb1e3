"""Models launched from above: who is asked for them, and who only learns that they are not open."""

from dataclasses import replace
from typing import Any

import pytest

from conversations.launched import offered_kinds, to_take_up
from conversations.said import Press, Text
from conversations.situation import Form
from conversations.standing import standing
from rules.adopting import SOURCE
from rules.adoption_requests import Adopting, AdoptionOf, PlansOf
from rules.commands import RegisterEntry
from rules.office_requests import SummaryOf
from rules.person import Membership, Role, Unit
from rules.programme import Programme
from rules.progress import Progress
from rules.quotas import Standing
from rules.requests import EntriesOf, StandingOf
from rules.status_requests import FormsOf
from rules.summarising import summarise
from rules.summary import Adoption, EntryNow, Summary, UnitNow
from tests.conversations.alone import NOW, PAO, SUOI_DA, Alone, entry, form, somebody

NOBODY = Adopting()
A_MODEL = EntryNow(
    "e1",
    (),
    "new-collective",
    model=True,
    individual=False,
    origin="new",
    field="",
    state="sent",
    counts=True,
)
DIGITAL = "Lãnh đạo thực hiện chuyển đổi số trong Đảng bộ Khối CQ&DN tỉnh"


def both_open() -> Form:
    """Return the form once the criteria of the second model are issued."""
    here = form("yen-bai-khoi")
    opened = tuple(replace(model, open=True) for model in here.programme.launched)
    fields = {name: getattr(here.programme, name) for name in Programme.__slots__}
    return replace(here, programme=Programme(**{**fields, "launched": opened}))


def as_role(role: Role, programme: str = "yen-bai-khoi") -> Alone:
    person = replace(PAO, memberships=(Membership(SUOI_DA, "", role, confirmed=True),))
    return somebody(form(programme), person=person)


def known(one: Alone, table: Summary, adopting: Adopting = NOBODY) -> dict[Any, Any]:
    """Return what there is to know of how the unit stands, with this table of those below it."""
    here = one.situation.forms[0]
    about = (SUOI_DA.id, here.programme.code, here.year)
    return {
        SummaryOf(*about): table,
        AdoptionOf(*about): adopting,
        StandingOf(SUOI_DA.id, here.year, here.programme.code): Standing(0, 0),
        EntriesOf(SUOI_DA.id): (),
        FormsOf(*about): (),
        PlansOf(*about): (),
    }


@pytest.mark.parametrize(("role", "told"), [("officer", False), ("office", True), ("admin", True)])
def test_row_0_7_only_the_office_reads_what_is_not_open_yet(role: Role, told: bool) -> None:  # noqa: FBT001 # a table of cases
    text = as_role(role).hears(Text("đơn vị tôi")).says[0].text

    assert ("Chưa mở: “Tuyên truyền, đẩy mạnh phong trào" in text) is told
    assert ("khi UBND tỉnh ban hành bộ tiêu chí" in text) is told


def test_row_0_7_once_it_is_open_one_chooses_which_model_is_taken_up() -> None:
    one = somebody(both_open())
    one.hears(Text("dk"))

    asked = one.hears(Text("thực hiện mô hình của Đảng ủy Khối")).says[0]
    command: Any = None
    said = ("1", "chưa", "bản Suối Đá", "htct", "Mười buổi hướng dẫn ở các tổ.", "gửi")
    for words in said:
        command = one.hears(Text(words)).command

    assert asked.rows[0][0].label == DIGITAL
    assert isinstance(command, RegisterEntry)
    assert (command.source, command.source_words) == (f"{SOURCE}digital", DIGITAL)


def test_what_a_unit_has_taken_up_is_not_offered_to_it_again() -> None:
    here = form("yen-bai-khoi")
    taken = replace(entry(here.programme, here.year), source=f"{SOURCE}digital")

    assert [model.code for model in to_take_up(here, SUOI_DA, ())] == ["digital"]
    assert to_take_up(here, SUOI_DA, [taken]) == []
    assert to_take_up(here, SUOI_DA, [replace(taken, state="withdrawn")]) != []
    assert to_take_up(here, SUOI_DA, [replace(taken, round=here.year - 1)]) != []
    assert to_take_up(here, SUOI_DA, [replace(taken, programme="other")]) != []
    assert "adopt" not in [kind.origin for kind in offered_kinds(here.programme, [])]


def test_a_programme_that_names_no_model_still_offers_the_kind() -> None:
    programme = form("nine-boxes").programme
    fields = {name: getattr(programme, name) for name in Programme.__slots__}

    bare = Programme(**{**fields, "launched": ()})

    assert offered_kinds(bare, []) == bare.kinds


def test_a_forged_press_opens_nothing_that_is_closed() -> None:
    one = somebody(form("yen-bai-khoi"))
    one.hears(Text("dk"))
    dialog = one.situation.dialogs[0].id
    one.hears(Press(f"d:{dialog}:_kind:adopt"))

    said = one.hears(Press(f"d:{dialog}:_launched:happy-workplace"))

    assert said.command is None
    assert "hạnh phúc" not in said.says[0].text


@pytest.mark.parametrize(("role", "told"), [("officer", False), ("office", True)])
def test_row_3_16_the_office_reads_which_units_have_nothing_yet(role: Role, told: bool) -> None:  # noqa: FBT001 # a table of cases
    one = as_role(role, "yen-bai-tinh")
    here = one.situation.forms[0]
    units = [UnitNow(Unit(key, f"Xã {key}", "xa"), ended=key == "C") for key in "ABC"]
    table = summarise(
        here.programme,
        office=SUOI_DA,
        year=here.year,
        at=NOW,
        units=units,
        entries=[replace(A_MODEL, units=("A",))],
    )
    facts = known(one, table)

    text = standing(replace(one.situation, facts=facts)).text

    assert ("Xã, phường, thị trấn: 1 đơn vị chưa có mô hình năm 2027: Xã B." in text) is told


def test_row_0_4_the_office_reads_who_has_not_taken_up_a_model() -> None:
    one = as_role("office")
    far = Progress(79, 84, tuple(f"Chi bộ {n}" for n in range(5)))
    empty: Summary = SummaryOf.examples[0]
    adopting = Adopting((Adoption("digital", DIGITAL, far, Progress(0, 84)),))

    facts = known(one, empty, adopting)
    text = standing(replace(one.situation, facts=facts)).text

    assert f"“{DIGITAL}”: 79/84 đơn vị" in text
    assert "(94,05 %)" in text
    assert "Chi bộ 0; Chi bộ 1; Chi bộ 2; Chi bộ 3; Chi bộ 4." in text


def test_a_year_the_document_is_not_for_is_told_with_the_deadlines() -> None:
    within = replace(form("hung-yen-khoi"), year=2024)

    later = somebody(form("hung-yen-khoi")).hears(Text("hạn")).says[0].text
    then = somebody(within).hears(Text("hạn")).says[0].text

    assert "giai đoạn 2021–2025; về năm 2027" in later
    assert "giai đoạn" not in then
    assert "Văn bản chưa ghi hạn đăng ký" in then
