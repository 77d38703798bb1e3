import logging
import traceback

import pytest
import structlog

from bot.channels import ChannelError, Outgoing
from bot.channels.zalo import Zalo, ZaloBot
from conversations.say import Say
from tests.fakes.zalo import Chat, FakeZalo, Fault

FAULTS = [
    Fault(status=400),
    Fault(status=401),
    Fault(status=404, html=True),
    Fault(status=502, html=True),
    Fault(truncated=True),
    Fault(cut_before=True),
]


async def everything(bot: ZaloBot, zalo: Zalo, chat: Chat) -> list[BaseException]:
    """Use all that speaks to Zalo and return what it raised."""
    raised: list[BaseException] = []
    hook = {"url": "https://home.example/zalo", "secret_token": "a-secret-of-the-webhook"}
    for doing in [
        bot.prepare(),
        zalo.send(Outgoing("o", "zalo", chat.bot, chat.id, Say("Chào"))),
        bot.api.poll(0),
        bot.api.call("setWebhook", hook),
        bot.api.call("testWebhook", {}),
    ]:
        try:
            await doing
        except ChannelError as error:
            raised.append(error)
    return raised


@pytest.mark.parametrize("fault", FAULTS)
async def test_no_log_and_no_error_tells_a_secret(
    server: FakeZalo,
    zalo: Zalo,
    lan: Chat,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    fault: Fault,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.fault("*", fault, times=None)
    bot = zalo.bots[lan.bot]

    raised = await everything(bot, zalo, lan)
    structlog.get_logger().info("bot", zalo=zalo, bot=bot, api=bot.api, bots=zalo.bots)

    told = "".join("".join(traceback.format_exception(error)) + repr(error) for error in raised)
    everywhere = told + caplog.text + "".join(capsys.readouterr())
    assert len(raised) == 5
    assert server.bots[0].token.partition(":")[2] not in everywhere
    assert "a-secret-of-the-webhook" not in everywhere


async def test_an_address_that_is_none_does_not_show_the_token_in_it() -> None:
    bot = ZaloBot("145:hush-hush", "http://[nowhere")

    with pytest.raises(ChannelError) as caught:
        await bot.prepare()

    await bot.close()
    assert "hush-hush" not in "".join(traceback.format_exception(caught.value))
