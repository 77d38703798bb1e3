"""Bad weather on the way to Telegram: one call in ten goes wrong, and it is noted how."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.fakes.telegram import Fault
from tests.fakes.telegram.faults import CALM

FAILING = 0.10
_KINDS = ("429", "5xx", "cut after delivery")


@dataclass(slots=True)
class Weather:
    """Strikes sendMessage; `doubts` are failures after which nobody knows whether it arrived.

    crowd     the chats it is bad for
    held      by chat until when (seconds of `clock`) nothing may be sent there
    undercut  how often that was not kept
    calls     how many messages to the crowd were tried to be sent
    """

    random: Random
    clock: Callable[[], float]
    crowd: frozenset[int] = frozenset()
    struck: Counter[str] = field(default_factory=Counter)
    doubts: Counter[int] = field(default_factory=Counter)
    held: dict[int, float] = field(default_factory=dict)
    undercut: int = 0
    calls: int = 0

    def strike(self, method: str, chat: int | str | None) -> Fault:
        """Return what goes wrong with this call."""
        if method.lower() != "sendmessage" or not isinstance(chat, int):
            return CALM
        self.calls += chat in self.crowd
        if self.clock() < self.held.get(chat, 0.0):
            self.undercut += 1
        if chat not in self.crowd or self.random.random() >= FAILING:
            return CALM
        return self._fault(chat)

    def _fault(self, chat: int) -> Fault:
        kind = self.random.choice(_KINDS)
        self.struck[kind] += 1
        if kind == "429":
            seconds = self.random.randint(1, 5)
            self.held[chat] = self.clock() + seconds
            return Fault(status=429, retry_after=seconds)
        if kind == "5xx":
            return Fault(status=self.random.choice((500, 502, 504)))
        self.doubts[chat] += 1
        return Fault(delay_after=0.2, cut_after=True)
