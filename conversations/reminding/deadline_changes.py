"""What a contact reads when the office has changed a deadline."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.deadline_words import say_basis, say_ends
from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules.deadline_told import DeadlineTold

LISTED = 5  # units that are named


def _changed(facts: DeadlineTold, _: Translate) -> Say:
    labels = ", ".join(end.label for end in facts.ends)
    head = _("NOTICE of {board}\nAbout the deadline of “Dân vận khéo” {year}: {stages}.")
    parts = [head.format(board=facts.board, year=facts.year, stages=labels)]
    body = (say_ends(facts.ends, _), say_basis(facts.reason, facts.basis, _))
    parts.append("\n".join(filter(None, body)))
    if facts.complete:
        text = _("{units}: registered in full, nothing has to be done again.")
        parts.append(text.format(units=_listed(facts.complete, _)))
    if facts.short:
        parts.append(_("{units}: not complete yet.").format(units=_listed(facts.short, _)))
    ways = [act(_("Register now"), "register")] if facts.short else []
    return Say("\n\n".join(parts), rows(*ways, act(_("Deadlines"), "deadlines")))


def _listed(units: tuple[str, ...], _: Translate) -> str:
    if len(units) <= LISTED:
        return ", ".join(units)
    text = _("{units} and {count} more")
    return text.format(units=", ".join(units[:LISTED]), count=len(units) - LISTED)


WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {DeadlineTold: _changed}
