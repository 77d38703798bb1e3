"""How what people say comes in by a channel."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.channels import Receiver
from bot.lookout import Lookout
from bot.settings import Settings
from bot.shell import Shell
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Into:
    """What messages come into."""

    settings: Settings
    shell: Shell
    db: Database
    receive: Receiver


@dataclass(frozen=True, slots=True)
class Runner:
    """Something that goes on beside the web server, until it is stopped or has done its work.

    A ChannelError it raises ends the bot: its `detail` says what the operator has to mend.

    stop  lets `run` end in good time; without it, whatever it does can be given up
    """

    name: str
    run: Callable[[], Coroutine[Any, Any, None]]
    stop: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Inlet:
    """What runs for a channel, what looks for work of its own, and what the web server answers."""

    runners: Sequence[Runner] = ()
    lookouts: Sequence[Lookout] = ()
    routes: Sequence[web.RouteDef] = ()
