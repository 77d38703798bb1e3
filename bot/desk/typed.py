"""What a form of a page says."""

from collections.abc import Mapping

from aiohttp import web

from rules.clean import clean
from rules.refused import Refused

_MOST = 20_000  # characters of a field, as of a message in the chat
_DIGITS = 9


async def typed(request: web.Request) -> Mapping[str, str]:
    """Return the words of a form by field, without what nothing can keep.

    Refused "too-long" for what nobody types.
    """
    form = await request.post()
    words = {key: clean(value) for key, value in form.items() if isinstance(value, str)}
    if any(len(value) > _MOST for value in words.values()):
        raise Refused("too-long", most=_MOST, length=max(map(len, words.values())))
    return words


def number(said: str) -> int:
    """Return a number a page of ours put there; raises HTTPNotFound for all else."""
    if said.isdecimal() and said.isascii() and len(said) <= _DIGITS:
        return int(said)
    raise web.HTTPNotFound
