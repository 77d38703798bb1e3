"""Secrets nobody has to think of: made at the first start and kept in the database."""

import secrets
from typing import Literal, TypeAlias

from storage import settings
from storage.database import Transaction

Name: TypeAlias = Literal[
    "code-pepper", "telegram-webhook-secret", "zalo-webhook-secret", "seal-key", "link-key"
]


async def kept_secret(tx: Transaction, name: Name) -> str:
    """Return the database's secret of this name, the same for every process for ever."""
    kept = await settings.get(tx, name)
    return kept or await settings.put_if_missing(tx, name, secrets.token_urlsafe(32))
