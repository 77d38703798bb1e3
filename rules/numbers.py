"""Numbers as Vietnamese readers write them: 2.943 and 73,81 %."""

import re
from decimal import Decimal

from rules.fold import fold
from rules.refused import Refused

_PLAIN = re.compile(r"[0-9]{1,15}|[0-9]{1,3}(?:([. ])[0-9]{3})(?:\1[0-9]{3}){0,3}")


def read_number(text: str) -> int:
    """Return the whole number typed as 2943, 2.943 or 2 943; Refused "not-a-number" otherwise.

    Words, fractions and "hơn 4.600" are not taken: a number kept is one that somebody wrote.
    """
    plain = fold(text)
    if not _PLAIN.fullmatch(plain):
        raise Refused("not-a-number")
    return int(re.sub("[. ]", "", plain))


def say_number(number: int) -> str:
    """Return the number with a dot at every third digit."""
    return f"{number:,}".replace(",", ".")


def say_percent(rate: Decimal) -> str:
    """Return "73,81 %", with two digits behind the comma."""
    return f"{rate:.2f} %".replace(".", ",")
