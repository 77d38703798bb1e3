"""One run: a database, a Telegram, a service that dies and is born again, and people who go on."""

from __future__ import annotations

import asyncio
import json
import os
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import aiohttp

from bot.settings_given import DEFAULTS, SECRETS
from tests.fakes.telegram import FakeTelegram
from tests.fakes.zalo import FakeZalo
from tests.prove.cadre import Cadre
from tests.prove.deliveries import Send
from tests.prove.kept import Store
from tests.prove.lives import PATIENCE, Life, Nursery
from tests.prove.messengers import Messenger, messenger
from tests.prove.nursery import CRASHED
from tests.prove.oracle import Record
from tests.prove.phones import OnTheWeb, Phone
from tests.prove.until import A_MOMENT, until

NOTHING = dict.fromkeys((*DEFAULTS, *(f"{name}_FILE" for name in SECRETS)), "")


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody invented (bot/demo); they use the messenger, or the web page."""

    who: str
    code: str
    on_the_web: bool = False


# Páo is the officer Mai's entries are told to; Dũng has two hats, and is asked which he wears.
EVERYBODY = (
    Part("mai", "K2V7NZ"),
    Part("pao", "7K3M2P"),
    Part("lan", "N4T8HW"),
    Part("dung", "Y5H8CT"),
    Part("thu", "B6A3NK"),
    Part("hoa", "P9N4HX", on_the_web=True),
    Part("chu", "X3M7MA", on_the_web=True),
)
A_FEW = tuple(part for part in EVERYBODY if part.who in {"mai", "pao", "hoa"})


@dataclass(slots=True)
class Stage:
    """What a run needs; `deaths` says how each life ended, `wrong` what was wrong by itself."""

    nursery: Nursery
    messenger: Messenger
    page: aiohttp.ClientSession
    env: dict[str, str]
    log: Path
    store: Store
    lives: list[int] = field(default_factory=list)
    deaths: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    alive: Life | None = None
    people: list[Cadre] = field(default_factory=list)

    @property
    def fake(self) -> FakeTelegram | FakeZalo:
        """The server people's messages pass."""
        return self.messenger.fake

    async def begins(self, fault: str = "") -> Life:
        """Give birth to the next life; `fault` is where it is to die."""
        self.lives.append(len(self.fake.calls))
        self.alive = self.nursery.bear({**self.env, "FAULT": fault}, self.log)
        return self.alive

    async def busy(self, calls: int, *, within: float) -> None:
        """Return when this life has called Telegram so often. Raises TimeoutError."""

        async def busy() -> bool:
            return len(self.fake.calls) >= self.lives[-1] + calls

        await until(busy, within=within, pause=A_MOMENT / 10)

    async def died(self, how: str) -> None:
        """Bury a life that has ended."""
        self.deaths.append(how)
        self.alive = None
        # What it had written before it died is read before another one writes.
        await asyncio.sleep(A_MOMENT)
        await self.store.bury()

    async def calm(self) -> bool:
        """Tell whether the service lives and nothing is on its way, neither to it nor from it."""
        living = self.alive is not None and not self.alive.over
        return living and self.messenger.heard(self.lives[-1]) and await self._at_rest()

    async def _at_rest(self) -> bool:
        return not self.fake.updates_pending and await self.store.calm()

    def enter(self, parts: Sequence[Part], *, random: Random, more: Callable[[], bool]) -> None:
        """Let people come, who register until there is no `more` to do."""
        for part in parts:
            phone = self._phone(part)
            person = Random(random.random())  # noqa: S311 - repeatable
            self.people.append(
                Cadre(part.who, phone, code=part.code, random=person, more=more, calm=self.calm)
            )

    def _phone(self, part: Part) -> Phone:
        if part.on_the_web:
            return OnTheWeb(self.page)
        return self.messenger.phone(part.who, self.store)

    async def ends(self) -> Record:
        """Return the record, once everything is calm and the service has stopped as it should."""
        try:
            await until(self._at_rest, within=PATIENCE)
        except TimeoutError:
            self.wrong.append(f"NOT CALM: {self.fake.updates_pending} updates unconfirmed")
        if self.alive:
            await self.alive.stopped()
        return Record(
            [cadre.notes for cadre in self.people],
            await self.store.read(),
            self._sends(),
            self.lives,
            self.deaths,
            [*self.wrong, *self.messenger.complaints, *_errors(self.log)],
            self.messenger.spared(self.lives, len(self.deaths)),
        )

    def _sends(self) -> dict[str, list[Send]]:
        """Return what was put into each chat, in the order in which it was asked for."""
        sends: dict[str, list[Send]] = {cadre.phone.chat: [] for cadre in self.people}
        for chat, send in self.messenger.sends():
            sends[chat].append(send)
        return sends


def _errors(log: Path) -> list[str]:
    """Return what the service complained of that is its own fault."""
    lines = log.read_text("utf-8").splitlines()
    said = [json.loads(line) for line in lines if line.startswith("{")]
    bugs = [line for line in said if line["level"] in {"error", "critical"} or "bug" in line]
    crashes = [line for line in lines if line == CRASHED]
    return [f"LOG: {bug}" for bug in [*bugs, *crashes]]


@asynccontextmanager
async def stage(
    nursery: Nursery, store: Store, folder: Path, *, mode: str = "polling"
) -> AsyncIterator[Stage]:
    """Give a stage over an empty database; what still lives at the end is killed.

    `mode` is which messenger there is, and how it behaves (see `messenger`).
    """
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
    address = f"http://127.0.0.1:{port}"
    async with messenger(mode) as by, aiohttp.ClientSession(address) as page:
        env = {
            **os.environ,
            **NOTHING,
            "KHEO_DATA": str(folder),
            "KHEO_DATABASE_URL": store.url,
            "KHEO_PORT": port,
            "KHEO_PUBLIC_URL": address,
            **by.env,
        }
        play = Stage(nursery, by, page, env, folder / "log", store)
        try:
            yield play
        finally:
            if play.alive:
                await play.alive.killed()
