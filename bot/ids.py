"""Ids: 16 characters, later ones sort behind earlier ones."""

from collections.abc import Callable

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: nothing to misread
_TIME_BITS, _REST_BITS = 45, 35


class Ids:
    """Makes ids that grow within this process, even when the clock stands still or goes back.

    `clock` gives UTC milliseconds, `random_bits` that many random bits. They sort behind `after`,
    an id of a process before, whose clock may have been ahead.
    """

    def __init__(
        self, clock: Callable[[], int], random_bits: Callable[[int], int], *, after: str = ""
    ) -> None:
        self._clock = clock
        self._random_bits = random_bits
        self._last = _number(after)

    def next(self) -> str:
        """Return a new id."""
        fresh = (self._clock() % (1 << _TIME_BITS)) << _REST_BITS | self._random_bits(_REST_BITS)
        self._last = fresh if fresh > self._last else self._last + 1
        return _base32(self._last)


def _number(id_: str) -> int:
    number = 0
    for character in id_ if set(id_) <= set(ALPHABET) else "":
        number = number << 5 | ALPHABET.index(character)
    return number


def _base32(number: int) -> str:
    return "".join(ALPHABET[number >> shift & 31] for shift in range(75, -1, -5))
