import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from rules.code_requests import CodesFor
from rules.entry import Entry
from rules.permissions import REQUESTS, Need
from rules.person import Human, Unit
from rules.quotas import Standing
from rules.requests import (
    CodeMeaning,
    EntriesOf,
    EntryMadeBy,
    EntryOf,
    HumanFor,
    Meaning,
    MyEntries,
    StandingOf,
    UnitsLike,
)
from storage import attachments, entries, facts, membership_changes, memberships
from storage.attachments import Wanted
from storage.database import Database
from storage.memberships import Joining
from tests.storage.village import (
    AROUND,
    BAN_MOI,
    BINH,
    COMMUNE,
    HANH,
    LAN,
    NOW,
    OFFICE,
    PAO,
    SUOI_DA,
    TODAY,
    ZONE,
    ask,
    entry,
    meet,
)

CANARY = "Chim hoàng yến"
ASKED = "tua"


@pytest.fixture
async def registered(village: Database) -> Database:
    """Give a village with entries of Suối Đá: by Páo, by Lan, and by Tủa, who asked to join."""
    async with village.writing() as tx:
        await meet(tx, ASKED)
        await memberships.join(tx, [Joining("m9", ASKED, SUOI_DA, TODAY)])
        theirs = [entry(1), entry(2, typed_by=LAN), entry(3, typed_by=ASKED)]
        await entries.add(tx, [replace(one, name=f"{CANARY} {one.number}") for one in theirs])
    return village


async def numbers(db: Database, person: str, request: facts.Request) -> list[int]:
    async with db.reading() as tx:
        found: Any = await ask(tx, person, request)
    return [one.number for one in found]


async def test_an_entry_comes_whole(registered: Database) -> None:
    async with registered.writing() as tx:
        await attachments.want(tx, [Wanted("f1", PAO, "telegram", "kheo", "remote", NOW)])
        await attachments.attach(tx, ["f1"], person=PAO, entry="e1")

        assert await ask(tx, PAO, EntryOf("e1")) == Entry(
            id="e1",
            code="DVK-2027-0001",
            number=1,
            unit=Unit(SUOI_DA, "Chi bộ bản Suối Đá", "branch", "Bản Suối Đá"),
            programme="dvk",
            round=2027,
            kind="new-collective",
            name=f"{CANARY} 1",
            address="Bản Suối Đá",
            field="kinh-te",
            content="Mười hộ nuôi lươn.",
            state="sent",
            version=1,
            received=dt.datetime(2027, 3, 1, 8, 0, 0, 1000, ZONE),
            typed_by=PAO,
            photos=1,
            more={"households": "10"},
        )


@pytest.mark.parametrize(
    ("person", "seen"),
    [(PAO, [3, 2, 1]), (LAN, [3, 2, 1]), (HANH, [3, 2, 1]), (ASKED, [3]), (BINH, [])],
)
async def test_entries_of_a_unit_are_seen_by_its_people_and_officers_above(
    registered: Database, person: str, seen: list[int]
) -> None:
    assert await numbers(registered, person, EntriesOf(SUOI_DA)) == seen
    assert await numbers(registered, person, MyEntries()) == seen


async def test_a_stranger_reads_nothing_by_naming_it(registered: Database) -> None:
    requests: list[facts.Request] = [
        EntriesOf(SUOI_DA),
        EntriesOf(COMMUNE),
        EntriesOf(OFFICE),
        MyEntries(),
        StandingOf(SUOI_DA, 2027),
        *[EntryOf(key) for key in ("e1", "DVK-2027-0001", "1", "3", SUOI_DA, "", "%", "_")],
        EntryMadeBy("d1"),
    ]
    for person in (BINH, "nobody"):
        async with registered.reading() as tx:
            found = await facts.answer(tx, [(person, request) for request in requests], AROUND)

        assert CANARY not in repr(found)
        assert found == [(), (), (), (), Standing(0, 0), *[None] * 8, None]


async def test_an_officer_does_not_look_up(registered: Database) -> None:
    async with registered.writing() as tx:
        await entries.add(tx, [entry(4, unit=OFFICE, typed_by=HANH)])

    assert await numbers(registered, PAO, EntriesOf(OFFICE)) == []
    assert await numbers(registered, HANH, EntriesOf(OFFICE)) == [4]


async def test_a_mere_member_of_a_unit_does_not_look_below(registered: Database) -> None:
    async with registered.writing() as tx:
        await memberships.join(tx, [Joining("m10", BINH, COMMUNE, TODAY, confirmed=True)])
    assert await numbers(registered, BINH, EntriesOf(SUOI_DA)) == []

    async with registered.writing() as tx:
        officer = Joining("m11", BINH, COMMUNE, TODAY, "Bí thư", "officer", confirmed=True)
        await memberships.join(tx, [officer])
    assert await numbers(registered, BINH, EntriesOf(SUOI_DA)) == [3, 2, 1]


async def test_whose_membership_ended_sees_nothing_of_the_unit(registered: Database) -> None:
    async with registered.writing() as tx:
        await tx.run("UPDATE memberships SET to_day = :today WHERE id = 'm3'", {"today": TODAY})

    assert await numbers(registered, LAN, EntriesOf(SUOI_DA)) == []
    assert await numbers(registered, LAN, MyEntries()) == []


async def test_a_unit_that_moved_is_seen_by_those_above_it_now(registered: Database) -> None:
    async with registered.writing() as tx:
        await tx.run(
            "UPDATE unit_parents SET to_day = :today WHERE unit = :unit",
            {"unit": SUOI_DA, "today": TODAY},
        )

    assert await numbers(registered, HANH, EntriesOf(SUOI_DA)) == []


@pytest.mark.parametrize("key", ["e2", "DVK-2027-0002", "dvk-2027-0002", "2", "002"])
async def test_an_entry_is_found_by_id_code_and_number(registered: Database, key: str) -> None:
    async with registered.reading() as tx:
        found: Any = await ask(tx, PAO, EntryOf(key))

    assert found.id == "e2"


async def test_a_number_means_the_newest_rounds_entry(registered: Database) -> None:
    newer = replace(entry(9), number=1, code="DVK-2028-0001", round=2028, created_at=NOW + 999)
    async with registered.writing() as tx:
        await entries.add(tx, [newer])

        found: Any = await ask(tx, PAO, EntryOf("1"))
    assert found.code == "DVK-2028-0001"


async def test_withdrawn_entries_are_not_in_a_units_list_but_in_ones_own(
    registered: Database,
) -> None:
    async with registered.writing() as tx:
        await entries.take_step(tx, entries.Change("e1", 1, PAO, NOW), "withdraw", today=TODAY)

    assert await numbers(registered, PAO, EntriesOf(SUOI_DA)) == [3, 2]
    assert await numbers(registered, PAO, MyEntries()) == [3, 2, 1]


async def test_at_most_thirty_entries_come_the_newest(village: Database) -> None:
    async with village.writing() as tx:
        await entries.add(tx, [entry(n) for n in range(1, 41)])

    assert await numbers(village, PAO, EntriesOf(SUOI_DA)) == list(range(40, 10, -1))


async def test_the_entry_a_dialog_made_is_told_to_who_led_it(registered: Database) -> None:
    async with registered.reading() as tx:
        mine: Any = await ask(tx, LAN, EntryMadeBy("d2"))
        others = await ask(tx, PAO, EntryMadeBy("d2"))

    assert mine.id == "e2"
    assert others is None


@pytest.mark.parametrize(
    ("person", "unit", "round_", "standing"),
    [
        (PAO, SUOI_DA, 2027, Standing(2, 2)),
        (HANH, SUOI_DA, 2027, Standing(2, 2)),
        (HANH, BAN_MOI, 2027, Standing(2, 0)),
        (ASKED, SUOI_DA, 2027, Standing(2, 1)),
        (PAO, SUOI_DA, 2026, Standing(2, 0)),
        (PAO, BAN_MOI, 2027, Standing(0, 0)),
        (PAO, "unheard-of", 2027, Standing(0, 0)),
    ],
)
async def test_a_units_standing_counts_what_one_may_see(
    registered: Database, person: str, unit: str, round_: int, standing: Standing
) -> None:
    async with registered.reading() as tx:
        assert await ask(tx, person, StandingOf(unit, round_)) == standing


async def test_what_somebody_sent_counts_for_the_unit_once_they_are_confirmed(
    registered: Database,
) -> None:
    async with registered.writing() as tx:
        before: Any = await ask(tx, PAO, EntryOf("e3"))
        await membership_changes.confirm(tx, "m9")

        after: Any = await ask(tx, PAO, EntryOf("e3"))
        assert (before.unclear, after.unclear) == (True, False)
        assert await ask(tx, PAO, StandingOf(SUOI_DA, 2027)) == Standing(2, 3)


async def test_what_is_withdrawn_or_does_not_count_is_not_counted(registered: Database) -> None:
    async with registered.writing() as tx:
        await entries.take_step(tx, entries.Change("e1", 1, PAO, NOW), "withdraw", today=TODAY)
        await entries.add(tx, [replace(entry(4), counts=False)])

        assert await ask(tx, PAO, StandingOf(SUOI_DA, 2027)) == Standing(2, 1)


async def test_a_human_is_found_for_a_unit_and_for_who_names_none(registered: Database) -> None:
    async with registered.writing() as tx:
        assert await ask(tx, PAO, HumanFor()) == Human("", "")
        await tx.run("UPDATE people SET phone = '+84912000009' WHERE id = :id", {"id": HANH})

        hanh = Human("Trần Thị Hạnh", "+84912000009", "Chuyên viên")
        asked: list[tuple[str, facts.Request]] = [
            (PAO, HumanFor()),
            ("nobody", HumanFor()),
            ("nobody", HumanFor(SUOI_DA)),
        ]
        assert await facts.answer(tx, asked, AROUND) == [hanh] * 3


async def test_units_are_found_by_what_people_call_them(village: Database) -> None:
    async with village.reading() as tx:
        found: Any = await ask(tx, "nobody", UnitsLike("suoi da"))

    assert found[0] == Unit(SUOI_DA, "Chi bộ bản Suối Đá", "branch", "Bản Suối Đá")


async def test_a_wrong_code_means_nothing(village: Database) -> None:
    async with village.reading() as tx:
        assert await ask(tx, "nobody", CodeMeaning("AAAA-BBBB")) == Meaning()


@pytest.mark.parametrize("need", ["place", "reader", "author", "officer", "office", "admin"])
async def test_whatever_a_request_is_declared_to_need_is_asked_for(
    registered: Database, monkeypatch: pytest.MonkeyPatch, need: Need
) -> None:
    monkeypatch.setitem(REQUESTS, CodesFor, need)
    async with registered.reading() as tx:
        found = await ask(tx, BINH, CodesFor(SUOI_DA, members=False))

    assert found is CodesFor.examples[0]


async def test_a_whole_batch_is_answered_in_its_order_each_to_who_asks(
    registered: Database,
) -> None:
    requests: list[tuple[str, facts.Request]] = [
        (BINH, EntriesOf(SUOI_DA)),
        (PAO, EntryOf("1")),
        (ASKED, EntriesOf(SUOI_DA)),
        (BINH, EntryOf("1")),
        (PAO, StandingOf(SUOI_DA, 2027)),
        (PAO, EntryOf("1")),
    ]
    async with registered.reading() as tx:
        together = await facts.answer(tx, requests, AROUND)
        alone = [(await facts.answer(tx, [one], AROUND))[0] for one in requests]

    assert together == alone
    assert (together[0], together[3]) == ((), None)
