import pytest

from bot.channels import ChannelError
from bot.channels.telegram import Telegram, api
from bot.channels.telegram.intake import Intake
from tests.bot.channels.telegram.bench import Recorder, fetched
from tests.fakes.telegram import FakeTelegram, Fault

JPEG = b"\xff\xd8\xff" + bytes(range(256)) * 40


@pytest.fixture
async def remote(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> str:
    """Give where a photo is that somebody has sent."""
    await server.person("Lan").sends_photo(JPEG)
    await fetched(telegram, intake)
    picture = recorder.taken[0].picture
    assert picture is not None
    return picture.remote


async def test_a_photo_comes_as_it_was_sent(telegram: Telegram, remote: str) -> None:
    assert await telegram.download(remote) == JPEG


@pytest.mark.parametrize(
    ("method", "fault", "kind"),
    [
        ("getFile", Fault(status=500), "retry"),
        ("getFile", Fault(cut_after=True), "retry"),
        ("getFile", Fault(status=400, description="Bad Request: file is too big"), "permanent"),
        (
            "getFile",
            Fault(status=400, description="wrong file_id or the file is temporarily unavailable"),
            "retry",
        ),
        ("getFile", Fault(status=429, retry_after=3), "retry"),
        ("download", Fault(status=502, html=True), "retry"),
        ("download", Fault(truncated=True), "retry"),
        ("download", Fault(cut_before=True), "retry"),
        ("download", Fault(status=404), "permanent"),
    ],
)
async def test_each_way_to_fail_has_its_kind(
    server: FakeTelegram, telegram: Telegram, remote: str, method: str, fault: Fault, kind: str
) -> None:
    server.fault(method, fault, times=None)

    with pytest.raises(ChannelError) as caught:
        await telegram.download(remote)

    assert caught.value.kind == kind
    assert caught.value.retry_after == fault.retry_after


async def test_a_file_that_grows_too_large_is_not_read_on(
    telegram: Telegram, remote: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "MOST_DOWNLOADED", 999)

    with pytest.raises(ChannelError, match="20 MB"):
        await telegram.download(remote)
