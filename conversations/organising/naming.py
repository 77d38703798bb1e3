"""What the ids of a change are called."""

from rules.unit_results import UnitChanged


def names_in(changed: UnitChanged) -> dict[str, str]:
    """Return the names of the units a change was about, as they were before it."""
    names = {unit.id: unit.name for unit in changed.others}
    if changed.card:
        names.setdefault(changed.card.unit.id, changed.card.unit.name)
    if changed.before:
        names[changed.command.unit] = changed.before
    return names
