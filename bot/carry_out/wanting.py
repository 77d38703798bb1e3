"""Wanting a file: it is made after the commit, and comes in the chat it was asked for in."""

from collections.abc import Mapping
from typing import Any

from bot.carry_out.order import Order
from bot.clock import DAY_MS
from rules.file_names import file_name
from storage import files
from storage.database import Transaction
from storage.files import File

DAYS = 7  # that a file made can be had


async def want_file(
    tx: Transaction, order: Order, *, kind: str, name: str, about: Mapping[str, Any]
) -> str:
    """Have a file of a kind of `bot.making` made for who gave the order; return its id.

    `about` is JSON. If it names a "unit", what the maker needs has to be held over it, then and
    later.
    """
    now = order.now()
    wanted = File(
        id=order.shell.ids.next(),
        person=order.person.id,
        way="out",
        kind=kind,
        name=file_name(name),
        chat=order.chat,
        created_at=now,
        expires_at=now + DAYS * DAY_MS,
        about=about,
    )
    await files.want(tx, wanted)
    return wanted.id
