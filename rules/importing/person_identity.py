"""Whom the register knows of the people of a list: by phone, by Telegram, by name in the unit."""

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from rules.importing.known import KnownPerson
from rules.importing.persons import Group
from rules.importing.plain import plain
from rules.refused import Refused

_A_SLIP = 80  # of 100; further apart it is another person's name


class Acquaintances:
    """The people the register knows, found once each.

    A phone can be typed by anybody, so that people nobody has confirmed are not found by it; a
    Telegram id cannot, and the office gives it.
    """

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        self._by_phone: dict[str, list[KnownPerson]] = defaultdict(list)
        self._by_chat: dict[str, KnownPerson] = {}
        self._by_name: dict[tuple[str, str], list[KnownPerson]] = defaultdict(list)
        for person in people:
            for chat in person.chats:
                self._by_chat[chat] = person
            if person.trusted and person.phone:
                self._by_phone[person.phone].append(person)
            for place in person.places:
                if place.confirmed:
                    self._by_name[place.unit, plain(person.name)].append(person)

    def known(self, group: Group) -> KnownPerson | None:
        """Return the person of these rows, None for somebody new.

        Refused "phone-taken", "telegram-taken" or "name-several" where it is not certain.
        """
        found = self._of_phone(group)
        written = self._of_chats(group)
        if found and written and found is not written:
            raise Refused("telegram-taken")
        return found or written or self._of_name(group)

    def _of_phone(self, group: Group) -> KnownPerson | None:
        found = self._by_phone.get(group.phone, []) if group.phone else []
        if len(found) > 1:
            found = [one for one in found if any(one.place(unit) for unit in group.units)]
        if len(found) > 1:
            raise Refused("name-several")
        if found and not _same(found[0], group):
            raise Refused("phone-taken")
        return found[0] if found else None

    def _of_chats(self, group: Group) -> KnownPerson | None:
        found = [self._by_chat[chat] for chat in group.chats if chat in self._by_chat]
        if any(one is not found[0] or not _same(one, group) for one in found):
            raise Refused("telegram-taken")
        return found[0] if found else None

    def _of_name(self, group: Group) -> KnownPerson | None:
        found = {
            person.id: person
            for unit in group.units
            for person in self._by_name.get((unit, plain(group.name)), ())
        }
        if len(found) > 1:
            raise Refused("name-several")
        return next(iter(found.values()), None)


def _same(person: KnownPerson, group: Group) -> bool:
    """Return whether a name is the person's, a typing error aside."""
    one, other = plain(person.name), plain(group.name)
    return not one or fuzz.ratio(one, other) >= _A_SLIP
