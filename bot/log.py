"""What is written for operators, to stderr, after everything secret was taken out of it."""

import json
import logging
import re
import sys
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Any, TextIO
from urllib.parse import quote

import structlog

_HIDDEN = "<secret>"
_TOKEN = r"[0-9]{5,}(?::|%3A)[A-Za-z0-9._~=-]{20,}"  # noqa: S105 - what a bot's token looks like
_TALKATIVE = ("aiohttp.access", "apscheduler", "asyncio", "httpcore", "httpx", "telegram")
_SHORTEST = 4  # hiding every "a" would hide more than it protects


def configure_log(secrets: Iterable[str] = (), *, stream: TextIO | None = None) -> None:
    """Send all logs of ours and of libraries to `stream` or stderr, one form, no secrets.

    For people key=value, for machines (when it is no terminal) one JSON object a line.
    """
    out = stream or sys.stderr
    first: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    handler = logging.StreamHandler(out)
    handler.setFormatter(_Discreet(secrets, first, for_people=out.isatty()))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.captureWarnings(True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*first, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    sys.excepthook = _last_words


class _Discreet(structlog.stdlib.ProcessorFormatter):
    """Writes a record as one line, tracebacks included, and hides what is secret in all of it."""

    def __init__(self, secrets: Iterable[str], first: Sequence[Any], *, for_people: bool) -> None:
        writing = _FOR_PEOPLE if for_people else _FOR_MACHINES
        remove = structlog.stdlib.ProcessorFormatter.remove_processors_meta
        super().__init__(processors=[remove, *writing], foreign_pre_chain=first)
        self._secret = _pattern(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return self._secret.sub(_HIDDEN, super().format(record))


_FOR_PEOPLE = (
    structlog.dev.ConsoleRenderer(
        colors=False,
        pad_event_to=0,
        pad_level=False,
        exception_formatter=structlog.dev.plain_traceback,
    ),
)
_FOR_MACHINES = (
    structlog.processors.format_exc_info,
    structlog.processors.JSONRenderer(ensure_ascii=False),
)


def _pattern(secrets: Iterable[str]) -> re.Pattern[str]:
    """Return what finds a secret, also as it looks in JSON, in an address or in a repr."""
    known = {secret for secret in secrets if len(secret) >= _SHORTEST}
    plain = {
        form
        for secret in known
        for form in (secret, quote(secret, safe="", errors="replace"), repr(secret)[1:-1])
    }
    forms = plain | {json.dumps(form, ensure_ascii=False)[1:-1] for form in plain}
    return re.compile("|".join([_TOKEN, *map(re.escape, sorted(forms, key=len, reverse=True))]))


def _last_words(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Write what nobody caught to the log instead of to the terminal, where nothing is hidden."""
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger("kheo").critical("crashed", exc_info=(kind, error, trace))
