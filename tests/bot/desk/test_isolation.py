"""Whoever is at the desk walks every address with every id there is, and gets what is theirs."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.desk
from rules.routes import ROUTES
from storage import people
from storage.database import Database
from storage.people import ConsentAnswer
from tests.acceptance import matrix
from tests.acceptance.matrix import ABOVE, BELOW, BESIDE, HOME, TYPED
from tests.bot.desk.office import Staff, at, desk_up
from tests.bot.ordering import found
from tests.bot.scene import web
from tests.hamlet import Hamlet, hamlet, programme

# Before a unit's id, in the ids of what it has.
LETTERS = (*"eompsfhca", "ss")
TEMPLATES = Path(bot.desk.__file__).parent / "templates"
# What a field has to be so that the form is looked at any further.
VALUES = {
    "version": "1", "box": "name", "tep": "docx", "kind": "new-collective",
    "day": "2027-03-16", "received": "2027-03-16", "until": "2027-03-18",
    "ends": "register 2027-03-26 17:00", "seen": "", "how": "pause", "stage": "register",
}  # fmt: skip
WORDS = ("Chi bộ", "Mô hình", "Nội dung", "Đồng chí", "Chức", "Tên", "giúp", "Về việc")
TABLES = {
    "entries": "SELECT id, state, version, name FROM entries",
    "papers": "SELECT id, state, original_day, entry FROM papers",
    "memberships": "SELECT id, state, to_day, role FROM memberships",
    "exemptions": "SELECT unit, reason FROM exemptions",
    "calls": "SELECT unit, words FROM calls",
    "corrections": "SELECT id, state FROM corrections",
    "help": "SELECT id, state FROM help_requests",
    "announcements": "SELECT id, state, again FROM announcements",
    "deadlines": "SELECT unit, day FROM deadline_changes",
    "sent": "SELECT id, state FROM said_sent",
    "codes": "SELECT hash, uses_left FROM codes",
}
# What becomes of somebody who is at the desk.
ENDS = {
    "ended": "UPDATE memberships SET to_day = '2027-03-16' WHERE person = :who",
    "officer": "UPDATE memberships SET role = 'officer' WHERE person = :who",
    "member": "UPDATE memberships SET role = 'member' WHERE person = :who",
    "not confirmed": "UPDATE memberships SET state = 'asked' WHERE person = :who",
    "erased": "UPDATE people SET erased_at = 1 WHERE id = :who",
    "withdrawn": "UPDATE consents SET answer = 'withdrawn' WHERE person = :who",
}


@pytest.fixture
async def world(db: Database) -> Hamlet:
    """Give units above, below and beside an office, with one of everything in each."""
    made = hamlet(db, programme(quotas=True))
    async with db.writing() as tx:
        await matrix.settle_in(tx)
        for person in (f"staff-{HOME}", f"staff-{BESIDE}", "officer", "admin"):
            given = ConsentAnswer(f"g-{person}", person, "given", "1", "wording", "web", 1)
            await people.consent(tx, [given])
    return made


def fields() -> set[str]:
    """Return every field that a form of the desk has."""
    texts = [path.read_text("utf-8") for path in TEMPLATES.glob("*.html")]
    return {name for text in texts for name in re.findall('name="([a-z_-]+)"', text)}


def addresses(way: str, ids: list[str]) -> Iterator[tuple[str, str]]:
    """Yield every address of the desk that is got or posted to, with each of the ids."""
    for route in (route for route, need in ROUTES.items() if need == "desk"):
        method, path = route.split()
        if method == way and path not in {"/ban/events", "/ban/ra"}:
            for id_ in ids:
                yield path.replace("{id}", id_), id_


def ids_of(unit: str) -> list[str]:
    """Return the ids of all that a unit has."""
    return [unit, *(f"{letter}-{unit}" for letter in LETTERS), f"of-{unit}"]


async def walked(staff: Staff, unit: str) -> str:
    """Open and send everything with the ids of what a unit has; return all that was shown."""
    asked = [
        one
        for path, id_ in addresses("GET", ids_of(unit))
        for one in (path, *(f"{path}?{name}={id_}" for name in ("don-vi", "phieu", "ban")))
    ]
    shown = [await staff.opens(one) for one in dict.fromkeys(asked)]
    await staff.opens("/ban")
    token, form = staff.token, fields() - {"token", "ve", "ban", "ct"}
    for path, id_ in addresses("POST", ids_of(unit)):
        sent = {name: VALUES.get(name, id_) for name in form}
        shown.append(await staff.sends(path, **{**sent, "token": token}))
        assert staff.status < 500, path
    return "\n".join(shown)


def read_of(shown: str, unit: str) -> set[str]:
    """Return what was read of a unit, beside the ids that were sent."""
    return {word for word in WORDS if f"{word} {unit}" in shown}


async def state(world: Hamlet, unit: str) -> dict[str, list[str]]:
    """Return everything that is kept of a unit."""
    return {
        name: sorted(str(row) for row in await found(world.db, sql) if unit in str(row))
        for name, sql in TABLES.items()
    }


@pytest.mark.parametrize("tables_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("unit", [BESIDE, ABOVE, TYPED])
async def test_no_page_of_the_desk_shows_or_changes_what_is_another_offices(
    world: Hamlet, unit: str
) -> None:
    before = await state(world, unit)
    async with desk_up(world) as site, at(site) as staff:
        await staff.signs_in(world, web(f"staff-{HOME}"))
        shown = await walked(staff, unit)

    # What stands above is named on a unit's card; who waits in a unit nobody knows is an office's.
    known = {ABOVE: {"Chi bộ"}, TYPED: {"Đồng chí", "Chức", "Mô hình", "Nội dung", "giúp"}}
    assert read_of(shown, unit) - known.get(unit, set()) == set()
    if unit != TYPED:
        assert await state(world, unit) == before


@pytest.mark.parametrize("tables_url", ["sqlite"], indirect=True)
async def test_an_office_is_shown_what_is_theirs_on_the_same_walk(world: Hamlet) -> None:
    async with desk_up(world) as site, at(site) as staff:
        await staff.signs_in(world, web(f"staff-{HOME}"))
        shown = await walked(staff, BELOW)

    assert {"Chi bộ", "Mô hình", "Nội dung"} <= read_of(shown, BELOW)


@pytest.mark.parametrize("tables_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("end", ENDS)
async def test_whoever_is_of_no_office_any_more_reads_and_does_nothing_anywhere(
    world: Hamlet, end: str
) -> None:
    ids, statuses, shown = [HOME, f"e-{HOME}"], set(), []
    async with desk_up(world) as site, at(site) as staff:
        await staff.signs_in(world, web(f"staff-{HOME}"))
        await staff.opens("/ban")
        form = dict.fromkeys(fields(), HOME) | VALUES | {"token": staff.token}
        async with world.db.writing() as tx:
            await tx.run(ENDS[end], {"who": f"staff-{HOME}"})
        before = await state(world, HOME)
        for path, _ in addresses("GET", ids):
            shown.append(await staff.opens(path))
            statuses.add(staff.status)
        for path, _ in addresses("POST", ids):
            shown.append(await staff.sends(path, **form))
            statuses.add(staff.status)

    assert statuses == {401}
    assert read_of("\n".join(shown), HOME) == set()
    assert await state(world, HOME) == before


@pytest.mark.parametrize("tables_url", ["sqlite"], indirect=True)
async def test_nobody_without_a_session_is_answered_anywhere(world: Hamlet) -> None:
    statuses = set()
    async with desk_up(world) as site, at(site) as stranger:
        for method, (path, _) in itertools.chain(
            (("GET", one) for one in addresses("GET", ["x"])),
            (("POST", one) for one in addresses("POST", ["x"])),
        ):
            async with stranger.session.request(method, path) as answer:
                statuses.add(answer.status)
        async with stranger.session.get("/ban/events") as answer:
            statuses.add(answer.status)

    assert statuses == {401}
