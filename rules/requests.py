"""Data a conversation can ask for; `storage` answers for the person who asks, only theirs."""

from dataclasses import dataclass
from typing import Any, ClassVar

from rules.findings import Findings, FoundPerson, FoundUnit
from rules.person import Human, Membership, Unit
from rules.quotas import Standing


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code stands for: a unit's invitation or a way back; `kind` "" when it is not valid.

    `wait` when who gave it has guessed too often.
    """

    kind: str = ""
    membership: Membership | None = None
    name: str = ""
    wait: bool = False


@dataclass(frozen=True, slots=True)
class CodeMeaning:
    """What does this code stand for? -> Meaning (empty for wrong, used and expired)."""

    code: str
    examples: ClassVar[tuple[Any, ...]] = (Meaning(), Meaning(wait=True))


@dataclass(frozen=True, slots=True)
class UnitsLike:
    """Which units are called something like this? -> tuple[Unit, ...], best first, at most 7."""

    words: str
    examples: ClassVar[tuple[Any, ...]] = ((), (Unit("u1", "Chi bộ bản Suối Đá"),))


@dataclass(frozen=True, slots=True)
class EntriesOf:
    """Which entries of this unit may I see, newest first? -> tuple[Entry, ...], at most 30."""

    unit: str
    examples: ClassVar[tuple[Any, ...]] = ((),)


@dataclass(frozen=True, slots=True)
class MyEntries:
    """Which entries did I type, or are my units'? -> tuple[Entry, ...], newest first."""

    examples: ClassVar[tuple[Any, ...]] = ((),)


@dataclass(frozen=True, slots=True)
class EntryOf:
    """The entry with this id, code or number ("17" of the newest round)? -> Entry or None."""

    key: str
    examples: ClassVar[tuple[Any, ...]] = (None,)


@dataclass(frozen=True, slots=True)
class EntryMadeBy:
    """The entry that this dialog of mine made? -> Entry or None."""

    dialog: str
    examples: ClassVar[tuple[Any, ...]] = (None,)


@dataclass(frozen=True, slots=True)
class StandingOf:
    """How does this unit stand in this round of a programme, "" the first? -> Standing."""

    unit: str
    round: int
    programme: str = ""
    examples: ClassVar[tuple[Any, ...]] = (Standing(0, 0), Standing(2, 1))


@dataclass(frozen=True, slots=True)
class HumanFor:
    """Whom do people of this unit call? -> Human (the office's own when nobody is in charge)."""

    unit: str = ""
    examples: ClassVar[tuple[Any, ...]] = (Human("Hạnh", "+84912000009"),)


@dataclass(frozen=True, slots=True)
class Found:
    """What that I may see answers these words? -> Findings, the first ones shown."""

    words: str
    examples: ClassVar[tuple[Any, ...]] = (Findings(),)


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """What do these keys of Findings stand for, as I see it now? -> tuple[Finding, ...]."""

    keys: tuple[str, ...]
    examples: ClassVar[tuple[Any, ...]] = (
        (),
        (FoundUnit("u1", "Chi bộ bản Suối Đá"),),
        (FoundPerson("p1", "Giàng A Páo", (("Bí thư", "Chi bộ bản Suối Đá"),)),),
    )
