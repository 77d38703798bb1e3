"""Logs say what happened and never what is secret."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.log import configure_log

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
PASSWORD = "cá chép"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leave the logs of the other tests as they were."""
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    yield
    logging.captureWarnings(False)
    root.handlers[:], root.level, sys.excepthook = handlers, level, hook
    structlog.reset_defaults()


def configured(*secrets: str, terminal: bool = False) -> io.StringIO:
    out = Terminal() if terminal else io.StringIO()
    configure_log(secrets, stream=out)
    return out


def only_line(out: io.StringIO) -> dict[str, Any]:
    (line,) = out.getvalue().splitlines()
    said: dict[str, Any] = json.loads(line)
    return said


def test_a_machine_reads_one_object_a_line() -> None:
    out = configured()

    structlog.get_logger("kheo.deliver").warning("blocked", unit="Suối Đá")

    said = only_line(out)
    assert said.pop("timestamp").endswith("Z")
    assert said == {
        "event": "blocked",
        "level": "warning",
        "logger": "kheo.deliver",
        "unit": "Suối Đá",
    }


def test_people_read_keys_and_values() -> None:
    out = configured(terminal=True)

    structlog.get_logger("kheo").info("ready", port=8080)

    assert out.getvalue().endswith("[info] ready [kheo] port=8080\n")


def test_libraries_write_in_the_same_form() -> None:
    out = configured()

    logging.getLogger("aiohttp.server").error("no %s", "answer")

    said = only_line(out)
    assert (said["event"], said["logger"]) == ("no answer", "aiohttp.server")


@pytest.mark.parametrize("name", ["aiohttp.access", "httpx", "telegram.ext"])
def test_libraries_that_tell_every_request_tell_only_warnings(name: str) -> None:
    out = configured()

    logging.getLogger(name).info("GET /")
    logging.getLogger(name).warning("slow")

    assert only_line(out)["event"] == "slow"


@pytest.mark.parametrize("terminal", [True, False])
def test_a_token_is_hidden_wherever_it_stands(*, terminal: bool) -> None:
    out = configured(terminal=terminal)
    log = structlog.get_logger("kheo")

    log.info("posting", to=f"/bot{TOKEN}/getMe", url=TOKEN.replace(":", "%3A"), calls=[TOKEN])
    logging.getLogger("aiohttp").error("lost", exc_info=ValueError(TOKEN))

    assert "AAHdq" not in out.getvalue()
    assert out.getvalue().count("<secret>") >= 4


@pytest.mark.parametrize("terminal", [True, False])
def test_a_configured_secret_is_hidden_in_a_traceback(*, terminal: bool) -> None:
    out = configured(PASSWORD, terminal=terminal)

    error = ConnectionError(f"postgresql://kheo:{PASSWORD}@db")
    structlog.get_logger("kheo").error("gone", exc_info=error)

    assert "ConnectionError: postgresql://kheo:<secret>@db" in out.getvalue()


def test_what_nobody_caught_goes_to_the_log() -> None:
    out = configured(PASSWORD)

    sys.excepthook(ValueError, ValueError(PASSWORD), None)

    said = only_line(out)
    assert (said["event"], said["exception"]) == ("crashed", "ValueError: <secret>")


def test_control_c_is_no_crash() -> None:
    out = configured()

    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert out.getvalue() == ""


@given(st.text(min_size=8), st.booleans())
def test_no_secret_is_too_odd_to_be_hidden(secret: str, terminal: bool) -> None:  # noqa: FBT001 - hypothesis calls it
    out = configured(secret, terminal=terminal)

    logging.getLogger("kheo").error("%s %r", secret, secret, exc_info=ValueError(secret))

    line = out.getvalue()
    assert line.count("<secret>") == 3


def test_a_secret_of_a_letter_or_two_does_not_hide_everything() -> None:
    out = configured("a")

    structlog.get_logger("kheo").info("started again")

    assert only_line(out)["event"] == "started again"
