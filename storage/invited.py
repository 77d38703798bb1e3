"""Whom somebody may invite: the server's operator everybody, an office those of its units."""

from rules.roles import holds
from storage import memberships, scope
from storage.database import Transaction
from storage.invitations import Guest, Host, guests, hosts


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


async def hosts_of(tx: Transaction, by: str, unit: str, *, today: str) -> list[Host]:
    """Return the units, a unit and those below, whose members who asks may invite."""
    found = await hosts(tx, unit, today=today)
    if not by or not found:
        return found
    over = await scope.roles_over(tx, [(by, host.unit) for host in found], today=today)
    return [host for host, mine in zip(found, over, strict=True) if holds(mine, "office")]
