"""Whom somebody may invite, and what came of it: an office in its units, the operator anywhere."""

from rules.fold import fold
from rules.roles import holds
from storage import memberships, scope
from storage.database import Transaction
from storage.invitations import Guest, Host, Made, guests, hosts, made, without_contact


async def guests_of(tx: Transaction, by: str, unit: str, *, today: str) -> list[Guest]:
    """Return the contacts of a unit and below who would get a code from who asks, "" the operator.

    Whoever has a contact's code is that contact, wherever they have a place: so nobody gets one
    for somebody who is more than themselves, or who has a place outside their office.
    """
    found = await guests(tx, unit, today=today)
    if not by or not found:
        return found
    places = await memberships.of_people(tx, [guest.person for guest in found], today=today)
    hats = [(guest.person, hat) for guest in found for hat in places[guest.person]]
    over = await scope.roles_over(tx, [(by, hat.unit.id) for _, hat in hats], today=today)
    beyond = {
        person
        for (person, hat), mine in zip(hats, over, strict=True)
        if not holds(mine, "office") or not holds(mine, hat.role)
    }
    return [guest for guest in found if guest.person not in beyond]


async def guests_named(tx: Transaction, name: str, unit: str, *, today: str) -> list[Guest]:
    """Return who is called so and would get a code from the server's operator, staff as well."""
    found = await guests(tx, unit, today=today, staff=True)
    return [guest for guest in found if fold(guest.name) == fold(name)]


async def hosts_of(tx: Transaction, by: str, unit: str, *, today: str) -> list[Host]:
    """Return the units, a unit and those below, whose members who asks may invite."""
    return await _theirs(tx, by, await hosts(tx, unit, today=today), today=today)


async def without_contact_of(tx: Transaction, by: str, unit: str, *, today: str) -> tuple[str, ...]:
    """Return the names of the units, a unit and those below, where nobody can be invited."""
    found = await without_contact(tx, unit, today=today)
    return tuple(host.unit_name for host in await _theirs(tx, by, found, today=today))


async def _theirs(tx: Transaction, by: str, found: list[Host], *, today: str) -> list[Host]:
    """Return the units over which who asks, "" the operator, has an office."""
    if not by or not found:
        return found
    over = await scope.roles_over(tx, [(by, host.unit) for host in found], today=today)
    return [host for host, mine in zip(found, over, strict=True) if holds(mine, "office")]


async def made_by(tx: Transaction, by: str, unit: str, *, today: str) -> list[Made]:
    """Return the codes of a unit and those below it, newest first, that who asks may be told of."""
    found = await made(tx, unit, today=today)
    if not found:
        return found
    over = await scope.roles_over(tx, [(by, code.unit) for code in found], today=today)
    return [code for code, mine in zip(found, over, strict=True) if holds(mine, "office")]
