"""The history of an entry: who did what, which words changed, and who may be named to whom."""

import datetime as dt
from typing import Any

import pytest

from rules.entry_requests import AtOffice, AtOfficeOf, HistoryOfEntry, Moment
from storage import entries, entry_history, events, memberships, people
from storage.database import Database
from storage.entries import Change
from storage.events import Event
from storage.memberships import Joining
from tests.storage.village import (
    BINH,
    COMMUNE,
    HANH,
    LAN,
    LONG_AGO,
    NOW,
    PAO,
    TODAY,
    XA,
    ZONE,
    ask,
    entry,
    meet,
)


def event(number: int, act: str, person: str) -> Event:
    return Event(f"v{number}", NOW + number, person, "a", act, "e1")


@pytest.fixture
async def lived(village: Database) -> Database:
    """Give an entry that Páo sent, the commune's officer confirmed and Hạnh mended and took in."""
    async with village.writing() as tx:
        await meet(tx, XA)
        await people.name_person(tx, XA, name="Mùa A Xà")
        place = Joining("m5", XA, COMMUNE, LONG_AGO, "Phó Bí thư", "officer", confirmed=True)
        await memberships.join(tx, [place])
        await entries.add(tx, [entry(1)])
        await entries.take_step(tx, Change("e1", 1, XA, NOW + 2), "confirm", today=TODAY)
        change = Change("e1", 2, HANH, NOW + 3)
        boxes = {"name": "Nuôi lươn sạch", "households": "12"}
        await entries.correct(tx, change, boxes=boxes, state="confirmed", today=TODAY, step="mend")
        await entries.take_step(tx, Change("e1", 3, HANH, NOW + 4), "accept", today=TODAY)
        acts = (("register", PAO), ("confirm", XA), ("mend", HANH), ("accept", HANH))
        await events.add(tx, [event(n, *act) for n, act in enumerate(acts, start=1)])
    return village


def at(ms: int) -> dt.datetime:
    return dt.datetime.fromtimestamp((NOW + ms) / 1000, ZONE)


async def test_the_office_reads_who_did_what_and_which_words_changed(lived: Database) -> None:
    async with lived.reading() as tx:
        found = await ask(tx, HANH, HistoryOfEntry("e1"))

    changed = (("name", "Nuôi lươn không bùn", "Nuôi lươn sạch"), ("households", "10", "12"))
    assert found == (
        Moment("register", "Giàng A Páo", at(1)),
        Moment("confirm", "Mùa A Xà", at(2)),
        Moment("mend", "Trần Thị Hạnh", at(3), changed),
        Moment("accept", "Trần Thị Hạnh", at(4)),
    )


async def test_a_unit_is_told_names_of_the_office_and_of_its_own_people_only(
    lived: Database,
) -> None:
    async with lived.reading() as tx:
        found: Any = await ask(tx, LAN, HistoryOfEntry("e1"))

    assert [one.by for one in found] == ["Giàng A Páo", "", "Trần Thị Hạnh", "Trần Thị Hạnh"]


async def test_the_last_act_is_told_with_a_name_only_to_who_may_know_it(lived: Database) -> None:
    async with lived.writing() as tx:
        await events.add(tx, [event(9, "confirm", XA)])
        office = await entry_history.last(tx, "e1", reader=HANH, today=TODAY)
        unit = await entry_history.last(tx, "e1", reader=PAO, today=TODAY)

    assert office is not None
    assert unit is not None
    assert (office.name, unit.name, unit.act) == ("Mùa A Xà", "", "confirm")


async def test_another_unit_reads_no_history(lived: Database) -> None:
    async with lived.reading() as tx:
        assert await ask(tx, BINH, HistoryOfEntry("e1")) == ()
        assert await ask(tx, BINH, AtOfficeOf("e1")) == AtOffice()


async def test_a_version_nobody_s_act_made_came_from_a_table(lived: Database) -> None:
    async with lived.writing() as tx:
        change = Change("e1", 4, HANH, NOW + 5)
        boxes = {"name": "Nuôi lươn"}
        await entries.correct(tx, change, boxes=boxes, state="accepted", today=TODAY, step="grant")
        found: Any = await ask(tx, HANH, HistoryOfEntry("e1"))

    changed = (("name", "Nuôi lươn sạch", "Nuôi lươn"),)
    assert found[-1] == Moment("import", "Trần Thị Hạnh", at(5), changed)


async def test_who_took_it_in_stands_on_its_card(lived: Database) -> None:
    async with lived.reading() as tx:
        office = await ask(tx, HANH, AtOfficeOf("e1"))
        unit = await ask(tx, PAO, AtOfficeOf("e1"))

    accepted = Moment("accept", "Trần Thị Hạnh", at(4))
    assert (office, unit) == (AtOffice(office=True, accepted=accepted), AtOffice(accepted=accepted))
