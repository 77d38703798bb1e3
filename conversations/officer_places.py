"""The places in which somebody is a contact."""

from rules.person import Membership, Person
from rules.roles import holds


def officer_places(person: Person) -> list[Membership]:
    """Return the confirmed places in which somebody holds the role of an officer, or a stronger."""
    return [hat for hat in person.memberships if hat.confirmed and holds(hat.role, "officer")]
