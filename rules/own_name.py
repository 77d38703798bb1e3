"""A person's own name, as they say it instead of the one that is kept."""

from rules.name_and_unit import is_name, only_says_a_position
from rules.readers import plain_text
from rules.refused import Refused

_FEWEST, _MOST = 2, 100  # characters


def own_name(said: str) -> str:
    """Return the name as typed; Refused "not-a-name" for a unit, a position, a number."""
    name = plain_text(_FEWEST, _MOST)(said)
    if not is_name(name) or only_says_a_position(name):
        raise Refused("not-a-name")
    return name
