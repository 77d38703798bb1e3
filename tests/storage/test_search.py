from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.entry import Entry
from rules.findings import KEPT, PAGE, Findings, FoundPerson, FoundUnit
from rules.requests import Found, FoundAgain
from storage import entries, memberships, people, units
from storage.database import Database
from storage.entries import Change, NewEntry
from storage.memberships import Joining
from storage.search_words import fill
from storage.units import NewUnit
from tests.storage.village import (
    BAN_MOI,
    BINH,
    COMMUNE,
    HANH,
    LAN,
    LONG_AGO,
    NOW,
    PAO,
    SUOI_DA,
    TODAY,
    XA,
    ask,
    entry,
    meet,
)

# Of the documents, with their own quotes and lengths.
LONG = (
    "Tuyên truyền hướng dẫn doanh nghiệp, cá nhân tham gia hoạt động lĩnh vực vận tải, góp phần "
    "vừa thực hiện nhiệm vụ phòng chống dịch Covid -19 và đảm bảo phát triển kinh tế xã hội"
)
GATE = "“Cổng trường an toàn giao thông “Văn hóa xếp hàng, học sinh tới trường”"
GREEN = (
    "Dân vận khéo trong xây dựng cơ quan văn hóa và bảo vệ môi trường làm việc xanh, sạch, đẹp "
    "tại cơ quan Báo Hưng Yên"
)
DIGITAL = "Lãnh đạo thực hiện chuyển đổi số trong Đảng bộ Khối CQ&DN tỉnh"
NAMES = (LONG, GATE, GREEN, DIGITAL, "Nuôi ong lấy mật dưới tán rừng", "Nuôi ông lão neo đơn")


def named(number: int, name: str, *, unit: str = SUOI_DA, typed_by: str = PAO) -> NewEntry:
    return replace(entry(number, unit=unit, typed_by=typed_by), name=name, content="Mười hộ.")


@pytest.fixture
async def register(village: Database) -> Database:
    """Give a village with entries of Suối Đá, one of Bản Mới and a unit called otherwise before."""
    async with village.writing() as tx:
        await entries.add(tx, [named(n, name) for n, name in enumerate(NAMES, 1)])
        await entries.add(tx, [named(17, "Chim hoàng yến", unit=BAN_MOI, typed_by=BINH)])
        await people.name_person(tx, LAN, name="Vàng Thị Lan")
        await people.name_person(tx, BINH, name="Lò Văn Bình")
        await tx.run("UPDATE people SET phone = '+84912000002' WHERE id = 'lan'")
    return village


async def found(db: Database, person: str, words: str) -> Findings:
    async with db.reading() as tx:
        answer: Any = await ask(tx, person, Found(words))
    assert isinstance(answer, Findings)
    return answer


async def names(db: Database, person: str, words: str) -> list[str]:
    return [one.name for one in (await found(db, person, words)).shown]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("cđs", DIGITAL, id="short"),
        pytest.param("khối cơ quan và doanh nghiệp", DIGITAL, id="long_for_short"),
        pytest.param("atgt", GATE, id="short_for_long"),
        pytest.param("mô hình nuôi ong", "Nuôi ong lấy mật dưới tán rừng", id="filling"),
        pytest.param("nuoi ong lay mat duoi tan rung", NAMES[4], id="whole"),
        pytest.param("nuoi ong lay mat duoi tan rưnng", NAMES[4], id="mistyped"),
        pytest.param("4", DIGITAL, id="number"),
        pytest.param("dvk-2027-0004", DIGITAL, id="code"),
    ],
)
async def test_an_entry_is_found_first(register: Database, words: str, name: str) -> None:
    assert (await names(register, PAO, words))[0] == name


async def test_row_0_5_the_model_of_the_committee_is_found_without_marks(
    register: Database,
) -> None:
    assert await names(register, PAO, "chuyen doi so") == [DIGITAL]


@pytest.mark.parametrize(
    "words", ["cổng trường", "“cổng trường", 'Văn hóa xếp hàng, học sinh tới trường"', GATE]
)
async def test_row_1_7_quotes_that_nobody_closed_find_and_are_found(
    register: Database, words: str
) -> None:
    assert await names(register, PAO, words) == [GATE]


async def test_row_1_8_xanh_sach_dep_finds_the_clean_office(register: Database) -> None:
    assert await names(register, PAO, "xanh sach dep") == [GREEN]


async def test_row_1_6_a_name_of_more_than_150_characters_is_found_whole(
    register: Database,
) -> None:
    assert len(LONG) > 150

    assert await names(register, PAO, LONG) == [LONG]


async def test_what_has_the_marks_typed_comes_before_what_reads_alike(register: Database) -> None:
    assert await names(register, PAO, "nuôi ông") == [NAMES[5], NAMES[4]]
    assert await names(register, PAO, "nuôi ong") == [NAMES[4], NAMES[5]]


async def test_an_entry_is_found_by_its_address_content_and_person(register: Database) -> None:
    async with register.writing() as tx:
        about = replace(named(8, "Gương sáng"), content="Hiến 200 m2 đất.", person="Vàng A Chư")
        await entries.add(tx, [about])

    for words in ("hien dat", "vang a chu", "gương suoi da"):
        assert (await names(register, PAO, words))[0] == "Gương sáng"


async def test_an_entry_is_found_by_what_it_says_since_it_was_corrected(
    register: Database,
) -> None:
    async with register.writing() as tx:
        change = Change("e5", 1, PAO, NOW)
        await entries.correct(tx, change, boxes={"name": "Dệt lanh"}, state="sent", today=TODAY)

    assert await names(register, PAO, "det lanh") == ["Dệt lanh"]
    assert await names(register, PAO, "lấy mật") == []


@pytest.mark.parametrize("person", [PAO, LAN, "nobody"])
async def test_what_is_not_theirs_is_as_if_it_were_not_there(
    register: Database, person: str
) -> None:
    for words in ("chim hoàng yến", "17", "DVK-2027-0017", "Bình", "Bản Mới", "hoàng yén"):
        assert "Chim hoàng yến" not in repr(await found(register, person, words))
        assert "Bình" not in repr(await found(register, person, words))


async def test_the_office_finds_everything_below(register: Database) -> None:
    assert await names(register, HANH, "chim hoang yen") == ["Chim hoàng yến"]
    assert (await found(register, HANH, "chi bo")).shown == (
        FoundUnit(BAN_MOI, "Chi bộ Bản Mới"),
        FoundUnit(SUOI_DA, "Chi bộ bản Suối Đá"),
    )


async def test_a_person_is_found_with_the_phone_by_their_officer_only(register: Database) -> None:
    places = (("", "Chi bộ bản Suối Đá"),)

    assert (await found(register, PAO, "vàng thị lan")).shown == (
        FoundPerson(LAN, "Vàng Thị Lan", places, "+84912000002"),
    )
    assert (await found(register, PAO, "0912 000 002")).shown[0].id == LAN
    assert (await found(register, BINH, "vàng thị lan")).total == 0
    assert (await found(register, BINH, "0912000002")).total == 0


async def test_members_find_the_contacts_of_their_unit_and_themselves(register: Database) -> None:
    async with register.writing() as tx:
        await meet(tx, "mua")
        await people.name_person(tx, "mua", name="Giàng Thị Mua")
        await memberships.join(tx, [Joining("m7", "mua", SUOI_DA, LONG_AGO, confirmed=True)])
        await tx.run("UPDATE people SET phone = '+84912000001' WHERE id = :pao", {"pao": PAO})

    assert await names(register, PAO, "giàng") == ["Giàng Thị Mua", "Giàng A Páo"]
    assert (await found(register, LAN, "giàng")).shown == (
        FoundPerson(PAO, "Giàng A Páo", (("Bí thư", "Chi bộ bản Suối Đá"),)),
    )
    assert await names(register, LAN, "0912000001") == []
    assert await names(register, LAN, "thi lan") == ["Vàng Thị Lan"]


async def test_a_unit_is_found_by_a_name_it_had(register: Database) -> None:
    async with register.writing() as tx:
        await tx.run("UPDATE unit_names SET to_day = '2025-07-01' WHERE unit = 'xa'")
        row = (COMMUNE, "Đảng ủy xã Mù Cả", "", "dang uy xa mu ca", "2025-07-01", "")
        await tx.run(
            """INSERT INTO unit_names (unit, name, short_name, folded, from_day, to_day)
               VALUES :rows""",
            {"rows": [row]},
        )

    assert (await found(register, HANH, "nậm khao")).shown == (
        FoundUnit(COMMUNE, "Đảng ủy xã Mù Cả", ("Đảng ủy xã Nậm Khao",)),
    )


async def test_row_0_27_dang_uy_khoi_cqdn_finds_the_unit(register: Database) -> None:
    khoi = "Đảng uỷ Khối cơ quan và doanh nghiệp tỉnh"
    async with register.writing() as tx:
        await units.add_units(tx, [NewUnit("khoi", khoi, LONG_AGO, 1, "khoi", parent="huyen")])

    for words in ("dang uy khoi cqdn", "Đảng ủy khối CQ&DN", "ĐUK", "đảng uỷ khối cơ qan"):
        assert (await found(register, HANH, words)).shown[0].id == "khoi"


@pytest.mark.parametrize("words", ["", "?", "“”", "%", "_", "' OR 1=1 --", "xyz qwe"])
async def test_what_answers_nothing_finds_nothing(register: Database, words: str) -> None:
    assert await found(register, PAO, words) == Findings()


async def test_pages_are_looked_at_anew_by_whoever_asks(register: Database) -> None:
    async with register.writing() as tx:
        await entries.add(tx, [named(n, f"Nuôi dê {n}") for n in range(20, 20 + KEPT + 3)])
    first = await found(register, PAO, "nuôi dê")

    assert (first.total, len(first.keys), len(first.shown)) == (KEPT + 3, KEPT, PAGE)
    async with register.reading() as tx:
        again: Any = await ask(tx, PAO, FoundAgain(first.keys[PAGE : 2 * PAGE]))
        theirs = await ask(tx, BINH, FoundAgain((*first.keys, f"u{SUOI_DA}", f"p{LAN}", "", "x")))
    assert [one.name for one in again] == [f"Nuôi dê {n}" for n in range(64, 57, -1)]
    assert theirs == ()


WORDS = st.one_of(
    st.sampled_from([*NAMES, "Chim hoàng yến", "chi bộ", "Bình", "Lan", "suoi da", "17", "e17"]),
    st.text("abcdeghiknoprstuvy ăâđêôơư“”?%_'", max_size=20),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS, person=st.sampled_from([PAO, LAN, BINH, XA, "nobody"]))
async def test_nobody_finds_what_they_may_not_see(
    register: Database, words: str, person: str
) -> None:
    unit = {PAO: SUOI_DA, LAN: SUOI_DA, BINH: BAN_MOI}.get(person, "")

    for one in (await found(register, person, words)).shown:
        if isinstance(one, Entry):
            assert one.unit.id == unit
        elif isinstance(one, FoundUnit):
            assert one.id == unit
        else:
            assert one.id in {BAN_MOI: {BINH}, SUOI_DA: {PAO, LAN}}.get(unit, set())


async def test_entries_of_an_earlier_version_are_found_after_it_was_brought_up_to_date(
    register: Database,
) -> None:
    async with register.writing() as tx:
        await tx.run("UPDATE entries SET search = ''")

    await fill(register)

    assert await names(register, PAO, "xanh sach dep") == [GREEN]


@pytest.mark.parametrize(
    ("reader", "found_there"),
    [(HANH, ["Lò Văn Bình", "Giàng A Páo"]), (LAN, ["Giàng A Páo"]), (BINH, ["Lò Văn Bình"])],
)
async def test_people_are_found_by_the_position_they_hold_where_one_sees(
    register: Database, reader: str, found_there: list[str]
) -> None:
    async with register.writing() as tx:
        await tx.run("UPDATE memberships SET position = 'Bí thư chi bộ' WHERE person = 'binh'")

    assert await names(register, reader, "bi thu") == found_there
