"""The offices somebody works for."""

from rules.person import Person, Unit


def offices(person: Person) -> tuple[Unit, ...]:
    """Return the units whose office somebody belongs to, each once."""
    hats = [hat for hat in person.memberships if hat.confirmed and hat.role in {"office", "admin"}]
    return tuple({hat.unit.id: hat.unit for hat in hats}.values())
