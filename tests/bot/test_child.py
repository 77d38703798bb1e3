from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot import child
from bot.child import run_child
from rules.refused import Refused

Process = asyncio.subprocess.Process
spawn: Callable[..., Awaitable[Process]] = asyncio.create_subprocess_exec


async def failure(data: bytes = b"", *, patience: float = 20) -> str:
    with pytest.raises(Refused) as caught:
        await run_child("papers.reading", data, patience=patience)
    return caught.value.reason


async def test_a_child_answers_what_it_was_told(program: Callable[[str], None]) -> None:
    program('echo "$1 $2"; cat')

    answer = await run_child("papers.reading", b"d" * 200_000, patience=20)

    assert answer == b"-m papers.reading\n" + b"d" * 200_000


@pytest.mark.parametrize("script", ["exit 1", "echo half; exit 3", "kill -9 $$"])
async def test_a_child_that_dies_has_failed(program: Callable[[str], None], script: str) -> None:
    program(script)

    assert await failure() == "child-failed"


async def test_a_child_that_does_not_listen_may_answer(program: Callable[[str], None]) -> None:
    program("echo said")

    assert await run_child("papers.reading", bytes(5_000_000), patience=20) == b"said\n"


async def test_a_child_that_does_not_come_back_is_killed(
    program: Callable[[str], None], children: list[Process]
) -> None:
    program("exec sleep 60")

    assert await failure(bytes(5_000_000), patience=0) == "child-failed"
    assert [process.returncode for process in children] == [-9]


async def test_a_child_that_never_stops_talking_is_killed(
    program: Callable[[str], None], children: list[Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "MOST_ANSWER", 1_000_000)
    program("exec cat /dev/zero")

    assert await failure() == "child-failed"
    assert [process.returncode for process in children] == [-9]


async def test_a_child_knows_nothing_of_our_environment(
    program: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KHEO_TOKEN", "secret")
    program('echo "${KHEO_TOKEN:-nothing}"')

    assert await run_child("papers.reading", b"", patience=20) == b"nothing\n"
