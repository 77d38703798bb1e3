"""Who may do what to whose: each role × each command and request there is × each kind of unit."""

import pytest

from bot.carry_out import carry_out
from bot.carry_out.authorising import forbidden
from bot.carry_out.order import Order, answers
from rules.commands import Command
from rules.person import Person
from rules.results import TooLate
from storage import memberships
from storage.chats import Chat
from storage.database import Database, Row, Transaction
from tests.acceptance.matrix import (
    HOME,
    MIXED,
    RELATIONS,
    ROLES,
    TYPED,
    commands_about,
    is_allowed,
    kind_of,
    reads,
    requests_about,
    settle_in,
)
from tests.acceptance.needs import NEEDS, OPEN
from tests.hamlet import Hamlet, hamlet

TODAY = "2027-03-16"
KEPT = (
    "entries",
    "memberships",
    "units",
    "unit_names",
    "people",
    "codes",
    "files",
    "outbox",
    "launches",
    "plans",
    "targets_met",
    "ratings",
    "announcements",
    "announcement_people",
    "said_sent",
    "nudges",
    "help_requests",
)


@pytest.fixture
async def tree(db: Database) -> Hamlet:
    """Give the tree of units, with somebody in each role."""
    async with db.writing() as tx:
        await settle_in(tx)
    return hamlet(db)


async def order(tx: Transaction, world: Hamlet, role: str, command: Command) -> Order:
    """Return a command as somebody with that role gives it."""
    places = await memberships.of_people(tx, [role], today=TODAY)
    person = Person(role, f"Người {role}", memberships=places.get(role, ()))
    chat = Chat("web", "", role)
    return Order(command, person, f"a-{role}", chat, world.clock.ms, world.shell)


async def everything(tx: Transaction) -> dict[str, list[Row]]:
    """Return all that a command could change."""
    return {name: await tx.rows(f"SELECT * FROM {name} ORDER BY 1, 2") for name in KEPT}  # noqa: S608 - from the list above


@pytest.mark.parametrize("role", ROLES)
async def test_a_command_is_let_through_exactly_where_it_is_written(
    tree: Hamlet, role: str
) -> None:
    for relation, units in MIXED.items():
        given = list(commands_about(*units))
        async with tree.db.writing() as tx:
            orders = [await order(tx, tree, role, command) for command in given]
            barred = await forbidden(tx, orders)

        expected = [not is_allowed(command, role, relation) for command in given]
        names = [(relation, type(command).__name__) for command in given]
        assert dict(zip(names, barred, strict=True)) == dict(zip(names, expected, strict=True))


@pytest.mark.parametrize("role", ROLES)
async def test_what_is_forbidden_changes_nothing_and_is_answered_as_if_it_were_not_there(
    tree: Hamlet, role: str
) -> None:
    async with tree.db.writing() as tx:
        before = await everything(tx)
        for relation, units in MIXED.items():
            given = [c for c in commands_about(*units) if not is_allowed(c, role, relation)]
            orders = [await order(tx, tree, role, command) for command in given]
            results, told = await carry_out(tx, orders)

            assert await everything(tx) == before, relation
            assert all(isinstance(result, TooLate) for result in results), relation
            assert told == []
            acts = await tx.rows("DELETE FROM events RETURNING act, person, before")
            assert acts == [("forbidden", role, "")] * len(given), relation
            assert unread(role, repr(results)) == set(), relation


@pytest.mark.parametrize("role", ROLES)
async def test_no_request_shows_a_byte_of_any_unit_to_who_may_not_read_it(
    tree: Hamlet, role: str
) -> None:
    for relation, unit in RELATIONS.items():
        asked = list(requests_about(unit))
        async with tree.db.reading() as tx:
            found = await answers(tx, [(role, request) for request in asked], tree.shell)
        told = {type(one).__name__: repr(a) for one, a in zip(asked, found, strict=True)}
        check_answers(role, relation, told)


def check_answers(role: str, relation: str, answered: dict[str, str]) -> None:
    """Check that the answers to requests about a unit show what somebody may read, and that."""
    leaks = {(name, at) for name, answer in answered.items() for at in unread(role, answer)}
    assert {(name, at) for name, at in leaks if at not in KNOWN_TO_ALL.get(name, ())} == set()
    if reads(role, relation):
        shown = {name for name, answer in answered.items() if RELATIONS[relation] in answer}
        assert shown >= SHOWN[relation == "typed"], relation
    if reads(role, "typed"):
        assert TYPED in answered["WhoAsks"]


def unread(role: str, answer: str) -> set[str]:
    """Return how the units in an answer that somebody may not read are related to theirs."""
    return {at for at, unit in RELATIONS.items() if unit in answer and not reads(role, at)}


# Whom to call and what units are called is no secret: who has not joined yet has to find theirs.
# Who sees a unit is told what it stands under, and an office who could be in charge of it.
KNOWN_TO_ALL = {
    "UnitsLike": tuple(RELATIONS),
    "HumanFor": tuple(RELATIONS),
    "CardOf": ("above",),
    "StaffOver": ("above",),
}
SHOWN = ({"EntryOf", "EntriesOf", "CardOf", "MembersOf"}, {"AskedUnitOf", "MembersOf"})


@pytest.mark.parametrize("role", ROLES)
async def test_a_request_is_answered_with_nothing_to_who_may_not_make_it(
    tree: Hamlet, role: str
) -> None:
    asked = [
        request
        for relation, unit in RELATIONS.items()
        for request in requests_about(unit)
        if not is_allowed(request, role, relation)
    ]
    async with tree.db.reading() as tx:
        found = await answers(tx, [(role, request) for request in asked], tree.shell)

    assert found == [request.examples[0] for request in asked]


def test_what_names_something_of_somebody_needs_a_role_over_it_unless_it_says_why() -> None:
    named = [*commands_about(HOME, HOME), *requests_about(HOME)]
    free = [one for one in named if NEEDS[type(one).__name__] in {"anyone", "self"}]

    assert {type(one).__name__ for one in free if kind_of(one)} == set(OPEN)
