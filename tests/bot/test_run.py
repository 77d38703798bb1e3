"""`run`, as a newcomer meets it: nothing set up, and the chat is there."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.settings_given import DEFAULTS, SECRETS

HOUSE = Path(__file__).parents[2]
NOTHING = dict.fromkeys((*DEFAULTS, *(f"{name}_FILE" for name in SECRETS)), "")


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """Return an environment with an empty data folder and a port nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    return {**os.environ, **NOTHING, "KHEO_DATA": f"{tmp_path}/data", "KHEO_PORT": str(port)}


def main(settings: Mapping[str, str], *command: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, HOUSE / "main.py", *command],
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def running(settings: Mapping[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """Run the bot until the end of the block; it is ready when the block begins."""
    process = main(settings, "run")
    assert process.stderr is not None
    try:
        said = iter(process.stderr.readline, "")
        assert any(_is_ready(line) for line in said)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate()


def _is_ready(line: str) -> bool:
    return line.startswith("{") and json.loads(line)["event"] == "ready"


def ended(process: "subprocess.Popen[str]") -> str:
    """Tell the bot to stop; return what it had said."""
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate()
    assert process.returncode == 0
    return said


def test_a_newcomer_is_told_where_the_chat_is_and_it_is_there(settings: dict[str, str]) -> None:
    with running(settings) as process:
        address = f"http://127.0.0.1:{settings['KHEO_PORT']}"
        with urllib.request.urlopen(f"{address}/vao/7K3M2P") as page:  # noqa: S310 - our own server
            assert page.status == 200
        said = ended(process).splitlines()

    assert said[0] == f"Khéo runs. The web chat is at {address}"
    assert f"  {address}/vao/7K3M2P  Giàng A Páo, Bí thư chi bộ, Chi bộ bản Suối Đá" in said


def test_what_was_removed_stays_away_after_a_restart(settings: dict[str, str]) -> None:
    with running(settings) as process:
        ended(process)
    main(settings, "demo", "remove").communicate()
    with running(settings) as process:
        said = ended(process)

    assert len(said.splitlines()) == 1


def test_a_port_in_use_is_a_sentence(settings: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", int(settings["KHEO_PORT"]))):
        process = main(settings, "run")
        _, said = process.communicate()

    assert process.returncode == 2
    assert "cannot be listened on" in said
    assert "Traceback" not in said
