"""A script that ends by leading somewhere else instead of to a command."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Redirect:
    """Close this draft and open another script about `subject` instead."""

    script: str
    subject: str


@dataclass(frozen=True, slots=True)
class PutAside:
    """Keep this draft for later; nothing is sent."""
