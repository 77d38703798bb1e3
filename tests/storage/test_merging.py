from collections.abc import Mapping

from rules.requests import EntryOf
from storage import attachments, codes, dialogs, entries, memberships, merging, outbox, people
from storage import help as help_
from storage.attachments import Wanted
from storage.codes import NewCode
from storage.database import Database, Transaction
from storage.dialogs import StoredDialog
from storage.help import HelpRequest
from storage.memberships import Joining
from storage.outbox import OutboxRow
from storage.people import Acquaintance, ConsentAnswer
from tests.storage.planted import PERSONS, columns, plant
from tests.storage.village import BAN_MOI, LAN, NOW, PAO, SUOI_DA, TODAY, ask, chat, entry, meet

WEB = "pao-on-the-web"

# Every column that names a person who can be merged.
NAMED = {
    "addresses": "person",
    "attachments": "person",
    "codes": "person",
    "consents": "person",
    "dialogs": "person",
    "entries": "typed_by",
    "help_requests": "person",
    "memberships": "person",
    "outbox": "person",
}


async def live(tx: Transaction, person: str) -> None:
    """Let a person do everything that leaves a row."""
    await meet(tx, person)
    await people.consent(tx, [ConsentAnswer("c1", person, "given", "1", "?", "web", NOW)])
    await memberships.join(tx, [Joining("m9", person, BAN_MOI, TODAY)])
    await dialogs.keep(tx, [(person, StoredDialog("d1", "register", touched_at=NOW))])
    await entries.add(tx, [entry(1, typed_by=person)])
    await codes.add(tx, [NewCode("h1", "return", 1, NOW + 1, NOW, person=person)])
    await attachments.want(tx, [Wanted("f1", person, "web", "", "remote", NOW)])
    await outbox.add(tx, [OutboxRow("o1", *chat(person), person)])
    await help_.ask(tx, HelpRequest("q1", person, "Giúp tôi", NOW))


async def rows_of(tx: Transaction, person: str) -> Mapping[str, int]:
    counts = {}
    for table, column in NAMED.items():
        sql = f"SELECT count(*) FROM {table} WHERE {column} = :person"  # noqa: S608 - from NAMED
        counts[table] = (await tx.rows(sql, {"person": person}))[0][0]
    return counts


async def at(tx: Transaction, person: str) -> Acquaintance:
    return (await people.acquainted(tx, [chat(person)], today=TODAY))[chat(person)]


async def test_everything_of_the_one_belongs_to_the_other(village: Database) -> None:
    async with village.writing() as tx:
        await live(tx, WEB)
        before = await rows_of(tx, WEB)
        await merging.merge(tx, kept=PAO, gone=WEB)

        assert set(before.values()) == {1}
        assert set((await rows_of(tx, WEB)).values()) == {0}
        assert (await at(tx, WEB)).person == (await at(tx, PAO)).person
        assert [dialog.id for dialog in (await at(tx, PAO)).dialogs] == ["d1"]
        assert (await at(tx, PAO)).consent == "given"


async def test_no_table_that_names_people_was_forgotten(village: Database) -> None:
    async with village.writing() as tx:
        await live(tx, WEB)
        await plant(tx, person=WEB, unit=SUOI_DA, entry="e1")
        await merging.merge(tx, kept=PAO, gone=WEB)
        for table, column, _ in await columns(tx):
            if column in PERSONS and table != "events":  # what is sealed names them as they were
                sql = f"SELECT 1 FROM {table} WHERE {column} = :gone"  # noqa: S608 - the schema's own
                assert await tx.rows(sql, {"gone": WEB}) == [], (table, column)


async def test_a_place_both_had_is_held_once_and_the_stronger_stays(village: Database) -> None:
    async with village.writing() as tx:
        await meet(tx, WEB)
        await memberships.join(tx, [Joining("m9", WEB, SUOI_DA, TODAY)])
        await merging.merge(tx, kept=WEB, gone=PAO)

        places = (await at(tx, WEB)).person.memberships
        assert [(place.unit.id, place.role) for place in places] == [(SUOI_DA, "officer")]


async def test_what_the_kept_person_said_stays_and_what_is_missing_is_taken(
    village: Database,
) -> None:
    async with village.writing() as tx:
        await meet(tx, WEB)
        await people.name_person(tx, WEB, name="Páo")
        await tx.run("UPDATE people SET phone = '+84912000001' WHERE id = :id", {"id": WEB})
        await merging.merge(tx, kept=PAO, gone=WEB)
        await merging.merge(tx, kept=LAN, gone=PAO)

        lan = (await at(tx, LAN)).person
        assert (lan.name, lan.phone) == ("Giàng A Páo", "+84912000001")
        gone = await tx.rows("SELECT id, name, phone, merged_into FROM people WHERE phone = ''")
        assert sorted(row for row in gone if row[3]) == [(PAO, "", "", LAN), (WEB, "", "", LAN)]


async def test_the_kept_person_sees_what_both_may_see(village: Database) -> None:
    async with village.writing() as tx:
        await meet(tx, WEB)
        await memberships.join(tx, [Joining("m9", WEB, BAN_MOI, TODAY)])
        await entries.add(tx, [entry(1, unit=BAN_MOI, typed_by=WEB)])
        assert await ask(tx, PAO, EntryOf("e1")) is None
        await merging.merge(tx, kept=PAO, gone=WEB)

        assert await ask(tx, PAO, EntryOf("e1")) is not None
