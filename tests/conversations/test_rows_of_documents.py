"""What the programmes' own documents say, row by row, as people say it to the assistant."""

from dataclasses import replace
from typing import Any

import pytest

from conversations.organising.card import unit_card
from conversations.said import Text
from conversations.standing import standing
from rules.commands import RegisterEntry
from rules.entry import State
from rules.office_requests import SummaryOf
from rules.person import Membership, Role
from rules.quotas import Standing
from rules.requests import EntriesOf, StandingOf
from rules.status_requests import FormsOf
from rules.summary import EntryNow, Summary
from rules.unit_card import Exemption, Period, UnitCard
from rules.unit_requests import HistoryOf
from tests.conversations.alone import PAO, SUOI_DA, form, somebody

CONTENT = "Vận động 12 hộ cùng làm."
DISTRICT = replace(SUOI_DA, name="Huyện Lục Yên", type="huyen")
PROVINCE = form("yen-bai-tinh")
RECOGNISED = "• Đã công nhận năm 2027, tính cả đơn vị trực thuộc:"
MISSING = f"{RECOGNISED} 9/10 mô hình cần có, CÒN THIẾU 1"
ENOUGH = f"{RECOGNISED} 10/10 mô hình cần có, đã đủ"
HINT = "hình như có họ tên người dân"


def registered(field: str, content: str = CONTENT) -> list[Any]:
    """Return what comes of each bubble of a registration."""
    one = somebody()
    kind = "mô hình mới của tập thể"
    said = ("dk", kind, "Bản làng không tảo hôn", "bản Suối Đá", field, content, "gửi")
    return [one.hears(Text(words)) for words in said]


def sent(key: str, state: State) -> EntryNow:
    """Return a model of the district."""
    return EntryNow(
        key,
        (DISTRICT.id,),
        "new-collective",
        model=True,
        individual=False,
        origin="new",
        field="",
        state=state,
        counts=True,
    )


def facts(recognised: int, *, exempt: str = "") -> dict[Any, Any]:
    """Return what is known of a district that registered twelve in 2027."""
    empty: Summary = SummaryOf.examples[0]
    states: list[State] = ["recognised" if n < recognised else "accepted" for n in range(12)]
    entries = tuple(sent(f"e{n}", state) for n, state in enumerate(states))
    return {
        HistoryOf(DISTRICT.id): (),
        StandingOf(DISTRICT.id, 2027, "yen-bai-tinh"): Standing(0, 12, exempt),
        EntriesOf(DISTRICT.id): (),
        FormsOf(DISTRICT.id, "yen-bai-tinh", 2027): (),
        SummaryOf(DISTRICT.id, "yen-bai-tinh", 2027): replace(empty, entries=entries),
    }


def of_district(recognised: int, role: Role = "officer", *, exempt: str = "") -> list[str]:
    """Return how the district stands."""
    person = replace(PAO, memberships=(Membership(DISTRICT, "", role, confirmed=True),))
    s = somebody(PROVINCE, person=person).situation
    return standing(replace(s, facts=facts(recognised, exempt=exempt))).text.splitlines()


def card_of_district(recognised: int, **more: Any) -> list[str]:
    """Return the card of the district."""
    card = UnitCard(DISTRICT, names=(Period(DISTRICT.name, "2020-01-01"),), role="officer")
    s = replace(somebody(PROVINCE).situation, facts=facts(recognised))
    return unit_card(s, replace(card, **more)).text.splitlines()


@pytest.mark.parametrize("said", ["quốc phòng - an ninh", "an ninh - quốc phòng", "AN QP"])
def test_row_2_6_both_spellings_are_the_same_field(said: str) -> None:
    command = registered(said)[-1].command

    assert isinstance(command, RegisterEntry)
    assert command.boxes["field"] == "defence-security"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            "Tặng quà gia đình thương binh Nguyễn Văn Ba, phường Hiến Nam.", id="row_1_21"
        ),
        pytest.param("Vận động hộ Vàng A Chư không để con tảo hôn.", id="row_3_19_name"),
        pytest.param("Vận động em có căn cước 001085012345 không tảo hôn.", id="row_3_19_number"),
    ],
)
def test_rows_1_21_and_3_19_names_and_numbers_of_citizens_are_hinted_at(content: str) -> None:
    review = registered("2", content)[-2].says[-1].text

    assert HINT in review


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("Tặng quà 5 gia đình thương binh ở phường Hiến Nam.", id="row_1_21"),
        pytest.param("Vận động 12 hộ không tảo hôn, không hôn nhân cận huyết.", id="row_3_19"),
    ],
)
def test_rows_1_21_and_3_19_where_there_are_only_numbers_nothing_is_said(content: str) -> None:
    assert HINT not in registered("2", content)[-2].says[-1].text


def test_row_3_17_twelve_registered_of_which_nine_are_recognised_do_not_do() -> None:
    assert MISSING in of_district(9)
    assert ENOUGH in of_district(10)


def test_row_3_17_the_card_of_a_district_says_it_too() -> None:
    assert MISSING in card_of_district(9)
    assert ENOUGH in card_of_district(10)
    assert MISSING not in card_of_district(9, ended="2025-07-01")


def test_row_3_17_who_does_not_read_what_is_below_is_told_nothing_of_it() -> None:
    assert MISSING not in of_district(9, "member")
    assert MISSING not in card_of_district(9, role="member")


def test_row_3_17_an_exempt_district_owes_nothing() -> None:
    exempt = (Exemption("yen-bai-tinh", 2027, "mới lập"),)

    assert MISSING not in of_district(9, exempt="mới lập")
    assert MISSING not in card_of_district(9, exemptions=exempt)
