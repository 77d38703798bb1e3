"""Who may do what to whose: each role × each command and request there is × each kind of unit."""

import itertools
from typing import Any

import pytest

from bot.carry_out import carry_out
from bot.carry_out.authorising import forbidden
from bot.carry_out.order import Order, answers
from rules.commands import Command
from rules.permissions import REQUESTS
from rules.permissions import ROLES as NEEDS
from rules.person import Person
from rules.results import TooLate
from storage import memberships
from storage.chats import Chat
from storage.database import Database, Row, Transaction
from tests.acceptance.matrix import (
    RELATIONS,
    ROLES,
    canary,
    commands_about,
    is_allowed,
    requests_about,
    settle_in,
)
from tests.hamlet import Hamlet, hamlet

TODAY = "2027-03-16"
EACH = list(itertools.product(ROLES, RELATIONS))
KEPT = ("entries", "memberships", "units", "unit_names", "people", "codes", "files", "outbox")


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


@pytest.mark.parametrize(("role", "relation"), EACH)
async def test_a_command_is_let_through_exactly_where_its_declaration_says(
    tree: Hamlet, role: str, relation: str
) -> None:
    given = list(commands_about(RELATIONS[relation]))
    async with tree.db.writing() as tx:
        barred = await forbidden(tx, [await order(tx, tree, role, command) for command in given])

    expected = [not is_allowed(command, role, relation) for command in given]
    names = [type(command).__name__ for command in given]
    assert dict(zip(names, barred, strict=True)) == dict(zip(names, expected, strict=True))


@pytest.mark.parametrize(("role", "relation"), EACH)
async def test_what_is_forbidden_changes_nothing_and_is_answered_as_if_it_were_not_there(
    tree: Hamlet, role: str, relation: str
) -> None:
    given = [c for c in commands_about(RELATIONS[relation]) if not is_allowed(c, role, relation)]
    async with tree.db.writing() as tx:
        before = await everything(tx)
        orders = [await order(tx, tree, role, command) for command in given]
        results, told = await carry_out(tx, orders)

        assert await everything(tx) == before
        assert all(isinstance(result, TooLate) for result in results)
        assert told == []
        acts = await tx.rows("SELECT act, person, before FROM events ORDER BY id")
    assert acts == [("forbidden", role, "")] * len(given)
    if relation in {"above", "sibling"}:
        assert canary(RELATIONS[relation]) not in repr(results)


@pytest.mark.parametrize(("role", "relation"), EACH)
async def test_no_request_shows_a_byte_of_a_unit_to_who_may_not_read_it(
    tree: Hamlet, role: str, relation: str
) -> None:
    unit = RELATIONS[relation]
    asked = list(requests_about(unit))
    async with tree.db.reading() as tx:
        found = await answers(tx, [(role, request) for request in asked], tree.shell)

    shown = {
        type(request).__name__: answer
        for request, answer in zip(asked, found, strict=True)
        if canary(unit) in repr(answer)
    }
    readable = is_allowed(_reading(unit), role, relation)
    if readable:
        assert set(shown) >= {"EntryOf", "EntriesOf"}
    else:
        assert {name: answer for name, answer in shown.items() if name not in OF_EVERYBODY} == {}


# Whom to call and what units are called is no secret: who has not joined yet has to find theirs.
OF_EVERYBODY = {"UnitsLike", "HumanFor"}


def _reading(unit: str) -> Any:
    return next(one for one in requests_about(unit) if type(one).__name__ == "EntriesOf")


@pytest.mark.parametrize(("role", "relation"), EACH)
async def test_a_request_that_needs_a_role_is_answered_with_nothing_to_who_does_not_hold_it(
    tree: Hamlet, role: str, relation: str
) -> None:
    asked = [
        request
        for request in requests_about(RELATIONS[relation])
        if REQUESTS[type(request)] in NEEDS and not is_allowed(request, role, relation)
    ]
    async with tree.db.reading() as tx:
        found = await answers(tx, [(role, request) for request in asked], tree.shell)

    assert found == [request.examples[0] for request in asked]
