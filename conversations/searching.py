"""The acts of searching: find something, see more of it, see a person found."""

from collections.abc import Callable, Mapping

from conversations import findings
from conversations.dialogs import begin
from conversations.drive import present
from conversations.outcome import Outcome
from conversations.situation import Situation


def find(s: Situation, words: str) -> Outcome:
    """Return what the words find, or ask what is looked for."""
    return findings.found(s, words) if words else present(s, begin(s, "search"))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {
    "find": find,
    "find-more": findings.more,
    "person-card": findings.person_card,
}
