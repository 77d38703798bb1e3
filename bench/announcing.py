"""`python -m bench.announcing`: an announcement to thousands in bad weather, killed meanwhile.

Looked at: nobody left out, no copy more than failures explain, order, pace, answers beside it.
"""

import argparse
import asyncio
import datetime as dt
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic, time

from bench.crowd import settle
from bench.verdict import FIRST, SECOND, Verdict, in_disorder, pace, show
from bench.weather import Weather
from storage.database import Row, open_database
from storage.migrate import migrate
from tests.fakes.telegram import FakeTelegram, Person

HERE = Path(__file__).resolve().parent.parent
NOON = 12


@dataclass(slots=True)
class Run:
    """One run; `waits` are milliseconds of answers, without an announcement and during one."""

    telegram: FakeTelegram
    weather: Weather
    folder: Path
    waits: dict[str, list[float]] = field(default_factory=lambda: {"without": [], "during": []})
    phase: str = ""
    log: int = asyncio.subprocess.DEVNULL
    kills: int = 0
    began: list[float] = field(default_factory=list)
    ended: list[float] = field(default_factory=list)
    process: asyncio.subprocess.Process | None = None

    async def begins(self) -> None:
        """Start the bot on this machine's own clock, in a zone where it is about noon."""
        polls = len([call for call in self.telegram.calls if call.method == "getUpdates"])
        offset = NOON - dt.datetime.now(dt.UTC).hour
        zone = f"Etc/GMT{-offset:+d}" if offset else "UTC"
        env = {
            "KHEO_DATA": str(self.folder),
            "KHEO_PORT": "0",
            "KHEO_TIMEZONE": zone,
            "KHEO_TELEGRAM_TOKEN": self.telegram.token,
            "KHEO_TELEGRAM_API": self.telegram.url,
        }
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("main.py", "run"),
            cwd=HERE,
            env={**os.environ, **env},
            stdout=self.log,
            stderr=self.log,
        )
        await self.telegram.called("getUpdates", polls + 1, within=60)
        self.began.append(time())

    async def killed(self) -> None:
        """Kill it with -9, and start it again."""
        if self.process is None:
            return
        self.ended.append(time())
        self.process.kill()
        await self.process.wait()
        self.kills += 1
        for (chat,) in await self.rows("SELECT chat FROM outbox WHERE state = 'sending'"):
            self.weather.held.pop(int(chat), None)  # it died before it could write that down
        await self.begins()

    async def rows(self, sql: str) -> list[Row]:
        """Return what the bot's database answers."""
        db = await open_database(f"sqlite:///{self.folder}/kheo.db", beside=True)
        try:
            async with db.reading() as tx:
                return await tx.rows(sql)
        finally:
            await db.close()

    async def talks(self, person: Person) -> None:
        """Ask again and again how one's unit stands, and measure each answer."""
        while True:
            phase, began, kills = self.phase, monotonic(), self.kills
            await person.says("đơn vị")
            await person.reads(1, within=120)
            person.chat.messages.clear()  # each look at a long chat takes this machine's time
            person.chat.read = 0
            if phase == self.phase and phase in self.waits and kills == self.kills:
                self.waits[phase].append((monotonic() - began) * 1000)
            await asyncio.sleep(1)


async def announces(hanh: Person, subject: str) -> None:
    """Let Hạnh write an announcement to all units, and send it."""
    for words in ("soạn thông báo", "tất cả đơn vị", subject, "Hạn mới: 26/3/2027.", "bỏ qua"):
        await hanh.says(words)
        await hanh.reads(1, within=120)
    await hanh.presses("Gửi")
    await hanh.reads(1, within=120)
    await hanh.sees("Thông báo sẽ gửi")


async def go(given: argparse.Namespace) -> Verdict:
    """Do it all, and return what is to be seen of it."""
    with tempfile.TemporaryDirectory() as folder:
        async with FakeTelegram() as telegram:
            run = Run(telegram, Weather(Random(given.seed), monotonic), Path(folder))  # noqa: S311 - repeatable
            telegram._faults.strike = run.weather.strike  # type: ignore[method-assign] # noqa: SLF001 - the weather of all calls
            crowd = [telegram.person(f"Người {n}") for n in range(given.people)]
            talkers = [telegram.person(f"Người nói {n}") for n in range(given.talkers)]
            hanh = await _settled(run, crowd, talkers)
            await _happens(run, hanh, crowd, talkers, Random(given.seed + 1))  # noqa: S311 - repeatable
            return await _judged(run, crowd)


async def _settled(run: Run, crowd: Sequence[Person], talkers: Sequence[Person]) -> Person:
    db = await open_database(f"sqlite:///{run.folder}/kheo.db")
    await migrate(db)
    hanh = await settle(db, run.telegram, crowd, talkers)
    await db.close()
    return hanh


async def _happens(
    run: Run, hanh: Person, crowd: Sequence[Person], talkers: Sequence[Person], random: Random
) -> None:
    await run.begins()
    talking = [asyncio.create_task(run.talks(one)) for one in talkers]
    await asyncio.sleep(5)
    await announces(hanh, FIRST)
    await announces(hanh, SECOND)
    run.phase = "without"
    run.weather.crowd = frozenset(one.id for one in crowd)
    total = len(crowd) * 2
    await _sent(run, total // 100)
    run.phase = "during"
    for part in sorted(random.uniform(0.35, 0.9) for _ in range(3)):
        await _sent(run, int(total * part))
        run.phase = ""
        await run.killed()
        run.phase = "during"
    await _sent(run, total * 98 // 100)
    run.ended.append(time())
    run.phase = ""
    for one in talking:
        one.cancel()
    await asyncio.gather(*talking, return_exceptions=True)
    await _settled_all(run)
    if run.process:
        run.process.terminate()
        await run.process.wait()


async def _sent(run: Run, count: int) -> None:
    """Return when so many of the calls were made."""
    while run.weather.calls < count:  # noqa: ASYNC110 - another process makes them
        await asyncio.sleep(0.2)


async def _settled_all(run: Run) -> None:
    """Return when nothing waits to be sent any more; what failed is tried again for minutes."""
    with suppress(TimeoutError):
        async with asyncio.timeout(900):
            while await run.rows("SELECT 1 FROM outbox WHERE settled_at = 0 LIMIT 1"):  # noqa: ASYNC110 - another process settles
                await asyncio.sleep(1)


def sending(run: Run) -> list[float]:
    """Return when messages were tried to be sent while bulk was, answers too: they share a pace."""
    sent = [call for call in run.telegram.calls if call.method == "sendMessage"]
    first = next((n for n, call in enumerate(sent) if call.chat in run.weather.crowd), 0)
    return [call.at.timestamp() for call in sent[first:]]


async def _judged(run: Run, crowd: Sequence[Person]) -> Verdict:
    rows = await run.rows("SELECT chat, state, doubts FROM outbox WHERE urgency = 'bulk'")
    rate = pace(sending(run), run.began, run.ended)
    unsure = {chat for chat, state, _ in rows if state == "unknown"}
    doubts = {int(chat): 0 for chat, _, _ in rows}
    for chat, _, count in rows:
        doubts[int(chat)] += count
    left_out = copies = unexplained = disorder = 0
    for one in crowd:
        got = [bubble.text for bubble in run.telegram.bubbles(one)]
        first, second = (sum(words in text for text in got) for words in (FIRST, SECOND))
        left_out += (not first or not second) and str(one.id) not in unsure
        more = max(0, first - 1) + max(0, second - 1)
        copies += more
        allowed = run.weather.doubts[one.id] + doubts.get(one.id, 0)
        unexplained += more > allowed or first > 2 or second > 2  # noqa: PLR2004 - one copy more
        disorder += in_disorder(got)
    return Verdict(
        len(crowd), left_out, len(unsure), copies, unexplained, disorder, run.weather.undercut,
        run.kills, dict(run.weather.struck), rate, run.waits,
    )  # fmt: skip


def main() -> None:
    """Announce twice to so many, and say whether every promise was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=5_000)
    parser.add_argument("--talkers", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    verdict = asyncio.run(go(parser.parse_args()))
    show(verdict)
    sys.exit(not verdict.is_kept)


if __name__ == "__main__":
    main()
