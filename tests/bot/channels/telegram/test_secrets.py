import logging
import traceback

import pytest
import structlog

from bot.channels import ChannelError, Outgoing
from bot.channels.telegram import Telegram
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.webhook import Webhook
from conversations.say import Say
from tests.fakes.telegram import FakeTelegram, Fault

SECRET = "a-secret-of-the-webhook-0123456789"
FAULTS = [
    Fault(status=401),
    Fault(status=404, description="Not Found"),
    Fault(status=400, html=True),
    Fault(truncated=True),
    Fault(cut_before=True),
]


async def everything(telegram: Telegram, intake: Intake) -> list[BaseException]:
    """Use all that speaks to Telegram and return what it raised."""
    sent = Outgoing("o", "telegram", "7", "1", Say("Chào"))
    doings = [
        telegram.prepare(),
        telegram.send(sent),
        telegram.download("AgACAgUAAxkB00000001"),
        telegram.api.download("photos/none.jpg"),
        Webhook(telegram, intake, secret=SECRET, sleep=giving_up).start("https://home.example"),
    ]
    raised: list[BaseException] = []
    for doing in doings:
        try:
            await doing
        except Exception as error:  # noqa: BLE001 - whatever it is
            raised.append(error)
    return raised


async def giving_up(_seconds: float) -> None:
    raise ChannelError("permanent", "enough")


@pytest.mark.parametrize("fault", FAULTS)
async def test_no_log_and_no_error_tells_a_secret(
    server: FakeTelegram,
    telegram: Telegram,
    intake: Intake,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    fault: Fault,
) -> None:
    for name in ("", "telegram"):
        caplog.set_level(logging.DEBUG, logger=name)
    server.fault("*", fault, times=None)

    raised = await everything(telegram, intake)
    told = "".join("".join(traceback.format_exception(error)) + repr(error) for error in raised)

    everywhere = told + caplog.text + "".join(capsys.readouterr()) + repr(telegram.client)
    server.violations.clear()  # nobody has written to the bot before
    assert len(raised) == 5
    assert server.token.partition(":")[2] not in everywhere
    assert SECRET not in everywhere


async def test_neither_does_one_that_goes_well(
    server: FakeTelegram,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("", "telegram"):
        caplog.set_level(logging.DEBUG, logger=name)

    async with Telegram(server.token, api=server.url, commands={}, hint=str) as telegram:
        await telegram.prepare()
        structlog.get_logger().info("bot", telegram=telegram, api=telegram.api)

    everywhere = caplog.text + "".join(capsys.readouterr())
    assert "getMe" in everywhere
    assert server.token.partition(":")[2] not in everywhere
