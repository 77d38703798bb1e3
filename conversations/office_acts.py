"""The acts between an entry's people and the office: take in, ask, correct, look back."""

from collections.abc import Callable, Mapping

from conversations import entries
from conversations.dialogs import begin
from conversations.drive import present
from conversations.entry_history import entry_history
from conversations.outcome import Outcome
from conversations.situation import Situation
from conversations.supplementing import rewrite, supplement
from conversations.waiting import waiting
from rules.entry import Entry
from rules.office_commands import AcceptEntry, GrantCorrection
from rules.requests import EntryOf

Act = Callable[[Situation, str], Outcome]


def _about(then: Callable[[Situation, Entry], Outcome]) -> Act:
    """Return the act about an entry that who asks may see."""

    def act(s: Situation, subject: str) -> Outcome:
        found: Entry | None = s.facts_of(EntryOf(subject)) if subject else None
        return then(s, found) if found else Outcome((entries.none_such(s, subject),))

    return act


def _accept(_s: Situation, found: Entry) -> Outcome:
    return Outcome(command=AcceptEntry(found.id, found.version))


def _opens(script: str) -> Act:
    return _about(
        lambda s, found: present(s, begin(s, script, subject=found.id, programme=found.programme))
    )


def _grant(_s: Situation, subject: str) -> Outcome:
    """Return the command; behind the id stands the version of the entry it was shown for."""
    correction, _, version = subject.partition(".")
    return Outcome(command=GrantCorrection(correction, int(version) if version.isdecimal() else 0))


def _refuse_correction(s: Situation, subject: str) -> Outcome:
    return present(s, begin(s, "refuse-correction", subject=subject))


ACTS: Mapping[str, Act] = {
    "waiting": waiting,
    "accept": _about(_accept),
    "ask-supplement": _opens("ask-supplement"),
    "mend": _opens("mend"),
    "grant": _grant,
    "refuse-correction": _refuse_correction,
    "supplement": _about(supplement),
    "rewrite": _about(rewrite),
    "entry-history": _about(lambda s, found: Outcome((entry_history(s, found),))),
}
