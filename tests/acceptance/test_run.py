"""The bot as its operator runs it, on both databases, polling and by webhook."""

from pathlib import Path

import pytest

from tests.acceptance.running import Service, on, running, settings
from tests.acceptance.telling import CONTENT, NAME, PLACE
from tests.acceptance.touching import arrives, registers, says
from tests.acceptance.watching import has, rows
from tests.bot.telltale import tells, telltale
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram, Fault, Person


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_the_newspapers_model_is_registered_to_the_receipt(
    telegram: FakeTelegram, lan: Person, database_url: str, mode: str, tmp_path: Path
) -> None:
    env = settings(tmp_path / "data", database_url, **on(telegram, mode))
    async with running(env, tmp_path) as service:
        code = await registers(lan)
        await telegram.drained()
        columns = "code, name, address, field, content, state"
        kept = await rows(service, f"SELECT {columns} FROM entries ORDER BY created_at DESC")  # noqa: S608 # the columns above

    assert kept[0] == (code, NAME, PLACE, "economy", CONTENT, "confirmed")


async def test_an_album_is_fetched_also_after_a_restart_and_tells_nothing(
    telegram: FakeTelegram, lan: Person, service: Service
) -> None:
    await arrives(lan)
    telegram.fault("download", Fault(delay_before=60), times=None)
    await lan.sends_album([telltale("red"), telltale("blue"), telltale("green")])
    await telegram.called("download")
    await lan.reads(3)
    await service.kill()
    telegram.heal()
    await service.start()
    kept = "SELECT count(*) = 3 FROM attachments WHERE state = 'kept'"
    await eventually(lambda: has(service, kept))

    photos = list(Path(service.env["KHEO_DATA"], "pictures").rglob("*.jpg"))
    assert [tells(photo.read_bytes()) for photo in photos] == [False] * 3
