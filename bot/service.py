"""Everything together: opened, served until told to stop, closed in an order that loses nothing."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from typing import Any

import structlog
from aiohttp import web

from bot.assembly import Assembly, assemble
from bot.channels import ChannelError
from bot.channels.web.protect import Handler
from bot.clock import Clock
from bot.inlet import Runner
from bot.opening import opened
from bot.settings import Settings, SettingsError
from bot.sole import alone_with
from storage.database import Unavailable

BODY = 11 * 1024 * 1024  # a photo and its headers
log = structlog.get_logger()


async def serve(
    settings: Settings,
    *,
    clock: Clock | None = None,
    ready: Callable[[Assembly], None] = lambda _: None,
) -> None:
    """Serve all channels until SIGTERM or SIGINT; what is being done then is finished first.

    `ready` is called once people can write. Everything goes by `clock`, else by the wall's.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    with alone_with(settings):
        async with opened(settings) as db, assemble(settings, db, clock=clock) as all_of_it:
            # What is there now stays: the collector need not look at it again, nor so often.
            # Otherwise a tenth of a busy bot's time goes there.
            gc.freeze()
            gc.set_threshold(50_000, 20, 20)
            await _run(all_of_it, settings, stop, lambda: ready(all_of_it))


async def _run(
    parts: Assembly,
    settings: Settings,
    stop: asyncio.Event,
    ready: Callable[[], None] = lambda: None,
) -> None:
    await parts.upkeep.before_anybody_writes()
    await parts.reminding.before_anybody_writes()
    await parts.deliver.start(alone=settings.sqlite_file is not None)
    parts.receive.start()
    parts.fetch.start()
    parts.upkeep.start()
    await parts.filing.worker.start(alone=settings.sqlite_file is not None)
    parts.reminding.clock.start()
    lookouts = [lookout for inlet in parts.inlets for lookout in inlet.lookouts]
    for lookout in lookouts:
        lookout.start()
    try:
        async with _listening(parts, settings):
            ready()
            await _until(stop, parts)
    finally:
        # First nothing more is taken in, then what was answered goes out, then it is marked.
        for lookout in lookouts:
            await lookout.stop()
        await parts.receive.stop()
        await parts.fetch.stop()
        await parts.upkeep.stop()
        await parts.reminding.clock.stop()
        await parts.filing.worker.stop()
        await parts.deliver.stop()


async def _until(stop: asyncio.Event, parts: Assembly) -> None:
    """Let messages in beside the web server until the stop, or until one channel ends the bot.

    Raises SettingsError.
    """
    runners = [runner for inlet in parts.inlets for runner in inlet.runners]
    tasks = {asyncio.create_task(one.run(), name=one.name): one for one in runners}
    waiting = asyncio.create_task(stop.wait(), name="stop")
    running: set[asyncio.Task[Any]] = {waiting, *tasks}
    try:
        while waiting in running:
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            _see_what_became_of(done)
    finally:
        waiting.cancel()
        await _end(tasks)
    _see_what_became_of(tasks)


async def _end(tasks: Mapping[asyncio.Task[None], Runner]) -> None:
    """Let all end that runs; what can be given up is."""
    for task, runner in tasks.items():
        if runner.stop:
            runner.stop()
        else:
            task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _see_what_became_of(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Raise SettingsError for what the operator has to mend at a channel, or what went wrong."""
    for task in tasks:
        if task.cancelled():
            continue
        try:
            task.result()
        except ChannelError as error:
            raise SettingsError((error.detail,)) from None


@contextlib.asynccontextmanager
async def _listening(parts: Assembly, settings: Settings) -> AsyncIterator[None]:
    app = web.Application(client_max_size=BODY)
    app.add_routes([*parts.routes(), web.get("/health", _health(parts))])
    app.on_shutdown.extend([parts.chat.close, parts.desk.close])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=10)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.host, settings.port, backlog=1024).start()
        log.info("ready", host=settings.host, port=settings.port)
        yield
    finally:
        await runner.cleanup()


def _health(parts: Assembly) -> Handler:
    async def health(_request: web.Request) -> web.StreamResponse:
        try:
            async with parts.db.reading() as tx:
                await tx.rows("SELECT 1")
        except Unavailable:
            return web.Response(status=503, text="database away")
        return web.Response(text="ok")

    return health
