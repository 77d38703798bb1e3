from rules.occurrences import Key, Why
from storage import occurrences
from storage.database import Database
from storage.occurrences import Occurrence


def occurrence(step: str = "7", *, reason: Why = "") -> Occurrence:
    key = Key("deadline:p:register", "u/pao", "2027", step)
    return Occurrence(key, "pao", "u", "m", 1, 2, reason)


async def decide(db: Database, *rows: Occurrence) -> set[str]:
    async with db.writing() as tx:
        return {key.step for key in await occurrences.decide(tx, rows)}


async def test_each_is_decided_once(db: Database) -> None:
    assert await decide(db, occurrence("7"), occurrence("3")) == {"7", "3"}
    assert await decide(db, occurrence("3"), occurrence("1", reason="met")) == {"1"}
    assert await decide(db, occurrence("1")) == set()


async def test_who_could_not_be_told_is_told_when_they_can(db: Database) -> None:
    await decide(db, occurrence(reason="away"))
    async with db.reading() as tx:
        assert await occurrences.decided(tx, [occurrence().key]) == set()

    assert await decide(db, occurrence(reason="silent")) == set()
    assert await decide(db, occurrence()) == {"7"}
    assert await decide(db, occurrence()) == set()
    async with db.reading() as tx:
        assert await occurrences.decided(tx, [occurrence().key]) == {occurrence().key}


async def test_what_a_row_was_made_of_is_found_without_what_is_withheld(db: Database) -> None:
    keys = [occurrence(step).key for step in ("7", "3")]
    await decide(db, occurrence("7"), occurrence("3"))
    async with db.writing() as tx:
        await occurrences.put_into(tx, dict.fromkeys(keys, "o1"))
        await occurrences.withhold(tx, {keys[0]: "met"})
        found = await occurrences.in_rows(tx, ["o1", "o2"])

    assert {row: [one.key for one in made] for row, made in found.items()} == {
        "o1": keys[1:],
        "o2": [],
    }
    async with db.reading() as tx:
        kept = await occurrences.under(tx, keys[0].rule, occasion="2027")
    assert [(one.key.step, one.reason) for one in kept] == [("3", ""), ("7", "met")]


async def test_what_one_was_told_the_person_they_turn_out_to_be_is_not_told_again(
    db: Database,
) -> None:
    hers = Key("deadline:p:register", "u/lan", "2027", "7")
    await decide(db, occurrence("7"), Occurrence(hers, "lan", "u", "m", 1, 2))
    await decide(db, Occurrence(hers._replace(step="3"), "lan", "u", "m", 1, 2))
    async with db.writing() as tx:
        await occurrences.take_over(tx, kept="pao", gone="lan")
        found = await occurrences.under(tx, hers.rule)

    assert {one.person for one in found} == {"pao"}
    assert await decide(db, occurrence("7"), occurrence("3")) == set()
