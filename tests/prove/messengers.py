"""The messengers a play runs on: where the service sends to, and what the server there saw."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol

from aiohttp import web

from tests.fakes.telegram import FakeTelegram, Fault
from tests.fakes.zalo import Call, FakeZalo, Plan
from tests.prove.deliveries import Send
from tests.prove.kept import Store
from tests.prove.phones import OnTelegram, Phone
from tests.prove.zalo_modes import ZALO_MODES
from tests.prove.zalo_phone import OnZalo

PLENTY = 100_000  # messages a month: here it is not about plans
SOON = 0.47  # seconds an empty poll lasts, for who stops waits; nobody reads in that beat
_ANYWHERE = (
    Fault(status=500),
    Fault(cut_before=True),
    Fault(cut_after=True),
    Fault(truncated=True),
    Fault(status=502, html=True, acts=True),
)
_ON_TELEGRAM = (*_ANYWHERE, Fault(status=429, retry_after=1))
# Its own code for an error of its own is 403; a page of what stands before it says 429.
_ON_ZALO = (*_ANYWHERE, Fault(status=403), Fault(status=408), Fault(status=429, html=True))


class Messenger(Protocol):
    """What a stage needs of the server people's messages pass."""

    @property
    def fake(self) -> FakeTelegram | FakeZalo:
        """The server."""
        ...

    @property
    def troubles(self) -> Sequence[Fault]:
        """The ways in which a call goes wrong there now and then."""
        ...

    @property
    def env(self) -> Mapping[str, str]:
        """The settings by which the service finds it."""
        ...

    @property
    def complaints(self) -> Sequence[str]:
        """What the service did that is not allowed there."""
        ...

    def phone(self, who: str, store: Store) -> Phone:
        """Return the phone of somebody new."""
        ...

    def heard(self, since: int) -> bool:
        """Tell whether the life listens that began after so many calls, as far as one sees."""
        ...

    def sends(self) -> list[tuple[str, Send]]:
        """Return what was put into chats, with the chat, in the order it was asked for."""
        ...

    def spared(self, lives: Sequence[int], deaths: int) -> set[str]:
        """Return the ids of messages that may be lost: those the protocol gives nobody twice.

        `lives` are the numbers of calls there had been when each life of the service began; so
        many of them, the first ones, ended in `deaths`.
        """
        ...


class ByTelegram:
    """Telegram, which keeps what is said until it is confirmed."""

    troubles = _ON_TELEGRAM

    def __init__(self, fake: FakeTelegram, mode: str) -> None:
        self.fake = fake
        self._mode = mode

    @property
    def env(self) -> Mapping[str, str]:
        """The settings by which the service finds it."""
        return {
            "KHEO_TELEGRAM_TOKEN": self.fake.token,
            "KHEO_TELEGRAM_API": self.fake.url,
            "KHEO_TELEGRAM_MODE": self._mode,
        }

    @property
    def complaints(self) -> Sequence[str]:
        """What the service did that is not allowed there."""
        return self.fake.violations

    def phone(self, who: str, _store: Store) -> Phone:
        """Return the phone of somebody new."""
        return OnTelegram(self.fake.person(who))

    def heard(self, _since: int) -> bool:
        """Return True: whoever begins late is told all the same."""
        return True

    def sends(self) -> list[tuple[str, Send]]:
        """Return what was put into chats."""
        return [
            (str(call.chat), _send(call.message_id, at, call))
            for at, call in enumerate(self.fake.calls)
            if call.method == "sendMessage" and call.acted
        ]

    def spared(self, _lives: Sequence[int], _deaths: int) -> set[str]:
        """Return nothing."""
        return set()


class ByZalo:
    """Zalo, in one of its modes, with two bots between which people are divided."""

    troubles = _ON_ZALO

    def __init__(self, fake: FakeZalo, mode: str) -> None:
        self.fake = fake
        self._posts = ZALO_MODES[mode].posts
        self._people = 0

    @property
    def env(self) -> Mapping[str, str]:
        """The settings by which the service finds it."""
        return {
            "KHEO_ZALO_TOKENS": " ".join(bot.token for bot in self.fake.bots),
            "KHEO_ZALO_API": self.fake.url,
            "KHEO_ZALO_MODE": "webhook" if self._posts else "polling",
            "KHEO_ZALO_MESSAGES": str(PLENTY),
        }

    @property
    def complaints(self) -> Sequence[str]:
        """What the service did that is not allowed there."""
        return self.fake.complaints

    def phone(self, who: str, store: Store) -> Phone:
        """Return the phone of somebody new."""
        self._people += 1
        bot = self.fake.bots[self._people % len(self.fake.bots)]
        return OnZalo(self.fake.person(who).at(bot), store)

    def heard(self, since: int) -> bool:
        """Tell whether all bots ask for what is said, or have it posted."""
        listens = "setWebhook" if self._posts else "getUpdates"
        there = {call.bot for call in self.fake.calls[since:] if call.method == listens}
        return there == {bot.id for bot in self.fake.bots}

    def sends(self) -> list[tuple[str, Send]]:
        """Return what was put into chats."""
        return [
            (str(call.chat), _send(call.message_id, at, call))
            for at, call in enumerate(self.fake.calls)
            if call.method == "sendMessage" and call.acted
        ]

    def spared(self, lives: Sequence[int], deaths: int) -> set[str]:
        """Return what was handed only to lives that then died, or never; or never taken as posted.

        A life that polls keeps what it was handed before it polls again: so only the last update
        of each bot can have died with it.
        """
        ends = [*lives[1 : deaths + 1], *([] if deaths < len(lives) else [len(self.fake.calls)])]
        kept = {call.message_id for call in self._handed(ends)}
        for bot in self.fake.bots:
            posted = bot.webhook.posted.items()
            kept |= {id_ for id_, statuses in posted if any(200 <= s < 300 for s in statuses)}
        said = {call.message_id for call in self.fake.calls if call.method == "getUpdates"}
        said |= {id_ for bot in self.fake.bots for id_ in (*bot.dropped, *bot.webhook.posted)}
        return {f"m:{id_}" for id_ in said - kept if id_}

    def _handed(self, ends: Sequence[int]) -> list[Call]:
        """Return the calls of which the service must have kept what they handed out."""
        last: dict[tuple[str, int], Call] = {}
        calls = self.fake.calls
        life = 0
        for at, call in enumerate(calls):
            while life < len(ends) and at >= ends[life]:
                life += 1
            if call.method == "getUpdates":
                last[call.bot, life] = call
        died = {id(call) for (_, life), call in last.items() if life < len(ends)}
        polls = [call for call in calls if call.method == "getUpdates" and call.message_id]
        return [call for call in polls if id(call) not in died and call.status]


def _send(id_: Any, at: int, call: Any) -> Send:
    told = call.status == web.HTTPOk.status_code and not call.description
    return Send(str(id_), at, call.params["text"], told)


@asynccontextmanager
async def messenger(mode: str) -> AsyncIterator[Messenger]:
    """Give a messenger: "polling" or "webhook" are Telegram's ways, the others Zalo's."""
    if how := ZALO_MODES.get(mode):
        plan = Plan(messages=PLENTY)
        async with FakeZalo(bots=2, plan=plan, longest_poll=SOON, **how.switches) as zalo:
            yield ByZalo(zalo, mode)
    else:
        async with FakeTelegram() as telegram:
            yield ByTelegram(telegram, mode)
