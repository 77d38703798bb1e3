"""Bubbles of several calls, interrupted between them."""

import pytest

from bot.channels import ChannelError, Outgoing
from bot.channels.in_parts import MOST, InParts
from conversations.say import Say

CALLS = ("one", "two")


def _bubble(number: int) -> Outgoing:
    return Outgoing(str(number), "zalo", "1", "chat", Say("a long text"))


async def _interrupt(parts: InParts, number: int) -> None:
    async def make(call: str) -> str:
        if call == "two":
            raise ChannelError("retry", "cut")
        return call

    with pytest.raises(ChannelError):
        await parts.send(_bubble(number), CALLS, make)


async def _made(parts: InParts, number: int) -> list[str]:
    made: list[str] = []

    async def make(call: str) -> None:
        made.append(call)

    await parts.send(_bubble(number), CALLS, make)
    return made


async def test_a_bubble_sent_again_goes_on_with_the_call_that_failed() -> None:
    parts = InParts()
    await _interrupt(parts, 0)

    assert await _made(parts, 0) == ["two"]
    assert await _made(parts, 0) == ["one", "two"]


async def test_bubbles_given_up_in_the_middle_are_forgotten_in_the_end() -> None:
    parts = InParts()
    for number in range(MOST + 1):
        await _interrupt(parts, number)

    assert await _made(parts, 0) == ["one", "two"]
    assert await _made(parts, 1) == ["two"]
