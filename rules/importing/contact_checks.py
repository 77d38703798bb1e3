"""What no row of a list of contacts shows by itself: more contacts of a unit than there may be."""

from collections import Counter

from rules.importing.known import Known
from rules.importing.noting import Noting
from rules.importing.plan import Plan

_MOST = 3


def check_contacts(plan: Plan, known: Known, noting: Noting) -> None:
    """Note every place in which the table makes a unit have too many contacts."""
    replanned = {(person.id, place.unit) for person in plan.people for place in person.places}
    officers = Counter(
        place.unit
        for person in known.people
        for place in person.places
        if place.confirmed and place.role == "officer" and (person.id, place.unit) not in replanned
    )
    for place in (place for person in plan.people for place in person.places):
        officers[place.unit] += place.role == "officer"
        if place.changed and place.role == "officer" and officers[place.unit] > _MOST:
            said = place.row.unit or place.row.key
            noting.wrong(place.row, "unit", "too-many-officers", said, most=_MOST)
