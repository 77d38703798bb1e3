"""Lists of contacts in the database: who is new, who is known, who has several places."""

import pytest

from storage import people
from storage.chats import Chat
from storage.database import Database, Row
from tests.storage.importing import BOT, by, everything, look, reasons, take
from tests.storage.village import BAN_MOI, BINH, COMMUNE, HANH, OFFICE, PAO, SUOI_DA, TODAY

TABLES = ("people", "memberships", "addresses", "consents")
HEAD = "Họ tên | Đơn vị | Chức vụ | SĐT | Vai trò | Telegram | Từ ngày\n"
MAI = "Vàng Thị Mai | Suối Đá | Phó bí thư | 0987.000.002 | | 5550001 | 20/3/2025"
WHO = "SELECT id FROM people WHERE name = :name"


async def ask(db: Database, sql: str, **params: str) -> list[Row]:
    async with db.reading() as tx:
        return await tx.rows(sql, params)


async def places(db: Database, name: str) -> list[Row]:
    """Return unit, position, role, state and days of a person's places."""
    return await ask(
        db,
        f"""SELECT unit, position, role, state, from_day, to_day FROM memberships
            WHERE person IN ({WHO}) ORDER BY unit, from_day""",  # noqa: S608 - the test's own
        name=name,
    )


async def test_a_contact_is_taken_in_with_phone_place_and_chat_but_no_consent(
    village: Database,
) -> None:
    found = await take(village, "contacts", HEAD + MAI)

    assert (found.new, reasons(found), found.by_type) == (1, [], (("officer", 1),))
    assert await places(village, "Vàng Thị Mai") == [
        (SUOI_DA, "Phó bí thư", "officer", "confirmed", "2025-03-20", "")
    ]
    chats = f"SELECT channel, bot, chat FROM addresses WHERE person IN ({WHO})"  # noqa: S608 - ours
    assert await ask(village, chats, name="Vàng Thị Mai") == [("telegram", BOT, "5550001")]
    consents = f"SELECT answer FROM consents WHERE person IN ({WHO})"  # noqa: S608 - ours
    assert await ask(village, consents, name="Vàng Thị Mai") == []


async def test_whoever_was_named_with_a_chat_is_known_there_and_asked_first(
    village: Database,
) -> None:
    await take(village, "contacts", HEAD + MAI)
    here = Chat("telegram", BOT, "5550001")

    async with village.writing() as tx:
        found = (await people.acquainted(tx, [here], today=TODAY))[here]
    assert (found.person.name, found.consent) == ("Vàng Thị Mai", "")
    assert [hat.unit.id for hat in found.person.memberships] == [SUOI_DA]


async def test_the_same_list_again_writes_nothing(village: Database) -> None:
    await take(village, "contacts", HEAD + MAI)
    before = await everything(village, *TABLES, "events")

    again = await take(village, "contacts", HEAD + MAI)
    assert (again.new, again.changed, again.same) == (0, 0, 1)
    assert await everything(village, *TABLES, "events") == before


async def test_a_contact_that_stands_twice_in_the_list_is_said_with_both_rows(
    village: Database,
) -> None:
    again = "Vàng Thị Mai | Suối Đá | phó bí thư | 0987.000.002"
    found = await look(village, "contacts", f"{HEAD}{MAI}\n{again}")

    (problem,) = found.problems
    assert (problem.row, problem.reason, problem.stops) == (3, "twice", True)
    assert dict(problem.details) == {"other": "2"}


async def test_row_1_20_one_person_has_two_positions_with_their_days(village: Database) -> None:
    given = (
        "Đ/c Đỗ Thị Hương | Đảng ủy xã Nậm Khao | Bí thư Đảng ủy | 0912000020 | | | 1/6/2020\n"
        "Đỗ Thị Hương | Ban Dân vận Huyện ủy | Huyện ủy viên | 0912000020 | | | 15/8/2021\n"
    )
    found = await take(village, "contacts", HEAD + given)

    assert (found.new, reasons(found)) == (1, [])
    assert [(row[0], row[1], row[4]) for row in await places(village, "Đỗ Thị Hương")] == [
        (OFFICE, "Huyện ủy viên", "2021-08-15"),
        (COMMUNE, "Bí thư Đảng ủy", "2020-06-01"),
    ]


async def test_row_1_20_two_positions_in_one_unit_are_one_place(village: Database) -> None:
    given = (
        "Lương Công Chanh | Suối Đá | Phó Bí thư TT |\nLương Công Chanh | Suối Đá | Trưởng bản |"
    )
    await take(village, "contacts", HEAD + given)

    ((_, position, *_more),) = await places(village, "Lương Công Chanh")
    assert position == "Phó Bí thư TT, Trưởng bản"
    assert (await take(village, "contacts", HEAD + given)).same == 1


async def test_somebody_known_is_found_by_name_in_the_unit_and_gets_the_phone(
    village: Database,
) -> None:
    found = await take(village, "contacts", HEAD + "Giàng A Páo | Suối Đá | | 0912 000 001")

    assert (found.new, found.changed) == (0, 1)
    assert [(c.column, c.old, c.new) for c in found.changes] == [("phone", "", "+84912000001")]
    assert await ask(village, "SELECT phone FROM people WHERE id = :id", id=PAO) == [
        ("+84912000001",)
    ]


async def test_somebody_known_is_found_by_phone_in_another_unit(village: Database) -> None:
    await take(village, "contacts", HEAD + "Giàng A Páo | Suối Đá | | 0912 000 001")
    found = await take(
        village, "contacts", HEAD + "Giàng A Pao | Chi bộ Bản Mới | Phụ trách | 912000001"
    )

    assert (found.new, found.changed) == (0, 1)
    assert [row[0] for row in await places(village, "Giàng A Pao")] == [BAN_MOI, SUOI_DA]


async def test_a_new_position_follows_the_old_one_from_today(village: Database) -> None:
    given = HEAD + "Giàng A Páo | Suối Đá | Trưởng bản |"

    assert (await take(village, "contacts", given)).changed == 1
    old, new = await places(village, "Giàng A Páo")
    assert (old[1], old[5], new[1], new[4], new[5]) == ("Bí thư", TODAY, "Trưởng bản", TODAY, "")
    assert (
        await take(village, "contacts", HEAD + "Giàng A Páo | Suối Đá | Trưởng bản |")
    ).same == 1


async def test_a_day_that_was_wrong_is_corrected(village: Database) -> None:
    given = HEAD + "Giàng A Páo | Suối Đá | Bí thư | | | | 1/2/2019"
    await take(village, "contacts", given)

    ((*_, since, until),) = await places(village, "Giàng A Páo")
    assert (since, until) == ("2019-02-01", "")
    assert (await take(village, "contacts", given)).same == 1


async def test_somebody_nobody_confirmed_is_not_taken_for_the_contact(village: Database) -> None:
    async with village.writing() as tx:
        await tx.run("UPDATE memberships SET state = 'asked' WHERE person = :p", {"p": BINH})
        await tx.run(
            "UPDATE people SET name = 'Lò Văn Bình', phone = '+84912000005' WHERE id = :p",
            {"p": BINH},
        )

    found = await take(village, "contacts", HEAD + "Lò Văn Bình | Chi bộ Bản Mới | | 0912000005")
    assert found.new == 1
    assert await ask(village, "SELECT state FROM memberships WHERE person = :p", p=BINH) == [
        ("asked",)
    ]


async def test_a_chat_the_office_names_is_the_person_who_wrote_from_it(village: Database) -> None:
    async with village.writing() as tx:
        await tx.run(
            "UPDATE addresses SET bot = :bot, chat = '7770007' WHERE person = :p",
            {"bot": BOT, "p": BINH},
        )
        await tx.run("DELETE FROM memberships WHERE person = :p", {"p": BINH})

    found = await take(village, "contacts", HEAD + "Lò Văn Bình | Chi bộ Bản Mới | | | | 7770007")
    assert (found.new, found.changed) == (0, 1)
    assert [row[:4] for row in await places(village, "Lò Văn Bình")] == [
        (BAN_MOI, "", "officer", "confirmed")
    ]


async def test_somebody_of_two_units_is_one_person_without_a_phone_too(village: Database) -> None:
    given = "Đỗ Thị Hương | Suối Đá | Bí thư | {0}\nĐỗ Thị Hương | Chi bộ Bản Mới | Phụ trách | {0}"
    await take(village, "contacts", HEAD + given.format("0912000020"))

    again = await take(village, "contacts", HEAD + given.format(""))
    assert (again.new, again.changed, again.same, reasons(again)) == (0, 0, 1, [])


async def test_an_administrator_may_stand_in_the_list_of_an_office(village: Database) -> None:
    async with village.writing() as tx:
        await tx.run("UPDATE memberships SET role = 'admin' WHERE person = :p", {"p": PAO})

    given = HEAD + "Giàng A Páo | Suối Đá | Bí thư |"
    found = await look(village, "contacts", given, by(HANH))
    assert (found.same, reasons(found)) == (1, ["no-phone"])


PAO_WITH_PHONE = HEAD + "Giàng A Páo | Suối Đá | | 0912 000 001"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("Lò Thị Xa | Chi bộ Bản Mới | | 0912000001", "phone-taken"),
        (
            "Lò Thị Xa | Chi bộ Bản Mới | | 0912000007\nVừ A Sử | Chi bộ Bản Mới | | 0912000007",
            "phone-twice",
        ),
        ("Lò Thị Xa | Bản Lạ | |", "unit-unknown"),
        ("Lò Thị Xa | Suối Đáy | |", "unit-unknown"),
        ("A B | Suối Đá||0912000011||99991\nC D | Suối Đá||0912000012||99991", "telegram-twice"),
        ("Giàng A Páo | Suối Đá | | | Thành viên", "role-lower"),
    ],
)
async def test_what_is_not_certain_is_a_problem(village: Database, given: str, reason: str) -> None:
    await take(village, "contacts", PAO_WITH_PHONE)
    before = await everything(village, *TABLES)

    found = await take(village, "contacts", HEAD + given)
    assert reason in reasons(found)
    assert await everything(village, *TABLES) == before


async def test_a_fourth_contact_of_a_unit_is_refused(village: Database) -> None:
    given = [f"Lò Văn {n} | Suối Đá | | 091200009{n}" for n in range(3)]
    found = await look(village, "contacts", HEAD + "\n".join(given))

    assert [(p.row, p.reason) for p in found.problems] == [(4, "too-many-officers")]


async def test_the_office_gives_no_role_above_its_own(village: Database) -> None:
    found = await look(village, "contacts", HEAD + "A B | Suối Đá | | | Quản trị", by(HANH))
    assert "role-above" in reasons(found)

    found = await look(village, "contacts", HEAD + "A B | Suối Đá | | | Văn phòng", by(HANH))
    assert "role-above" not in reasons(found)


async def test_an_office_cannot_take_over_the_chat_of_somebody_above_it(village: Database) -> None:
    await take(village, "contacts", HEAD + "Trần Thị Hạnh | Ban Dân vận Huyện ủy | | 0912000009")
    async with village.writing() as tx:
        await tx.run("UPDATE memberships SET role = 'admin' WHERE person = :p", {"p": HANH})
        await tx.run(
            "UPDATE memberships SET role = 'office', unit = :u WHERE person = :p",
            {"u": COMMUNE, "p": BINH},
        )

    given = HEAD + "Trần Thị Hạnh | Suối Đá | | 0912000009 | | 6660006"
    found = await take(village, "contacts", given, by(BINH))
    assert "person-above" in reasons(found)
    assert found.changes == ()


async def test_contacts_of_other_offices_are_left_alone(village: Database) -> None:
    async with village.writing() as tx:
        await tx.run("UPDATE memberships SET role = 'office' WHERE person = :p", {"p": BINH})

    found = await look(village, "contacts", HEAD + "Giàng A Páo | Suối Đá | | 0912", by(BINH))
    assert reasons(found) == ["outside", "phone-short"]
    assert found.changes == ()


async def test_without_a_bot_no_telegram_number_is_taken(village: Database) -> None:
    who = by()
    fields = {name: getattr(who, name) for name in who.__slots__} | {"bot": ""}

    found = await look(village, "contacts", HEAD + MAI, type(who)(**fields))
    assert reasons(found) == ["no-bot"]
