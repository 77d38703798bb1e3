"""Whom to call, in words."""

from conversations.situation import Translate
from rules.person import Human
from rules.phones import say_phone


def call_name(whom: Human, _: Translate) -> str:
    """Return "đồng chí Hạnh, 0912 000 009"."""
    name = _("comrade {name}").format(name=whom.name)
    return f"{name}, {say_phone(whom.phone)}" if whom.phone else name
