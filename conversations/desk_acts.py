"""Opening the desk from the chat, and locking it."""

from collections.abc import Callable, Mapping

from conversations.outcome import Outcome
from conversations.situation import Situation
from rules.office_commands import LockDesk, OpenDesk


def _open(_s: Situation, _subject: str) -> Outcome:
    return Outcome(command=OpenDesk())


def _lock(_s: Situation, _subject: str) -> Outcome:
    return Outcome(command=LockDesk())


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {"desk": _open, "desk-lock": _lock}
