import asyncio
import errno
import json
import os
import stat
from pathlib import Path

import pytest

from bot.channels.zalo import Zalo
from bot.channels.zalo.spool import Spool
from conversations.said import Photo, Text
from storage.database import Unavailable
from tests.bot.channels.zalo.taking_in import NOW, Clock, Receiving, intake_of, said

BOT = "1459232241454765001"


def files(folder: Path, names: str = "*.json") -> list[Path]:
    return sorted(folder.rglob(names))


@pytest.fixture
def receiver() -> Receiving:
    """Give the one who takes what people say."""
    return Receiving()


async def test_while_the_database_is_away_words_wait_and_are_taken_in_as_of_when_they_came(
    zalo: Zalo, receiver: Receiving, tmp_path: Path
) -> None:
    clock = Clock()
    intake = intake_of(zalo, tmp_path, receiver, clock)
    receiver.away = True
    await intake.take(BOT, said("Nuôi lươn", 1))
    clock.now += 60_000
    await intake.take(BOT, said("không bùn", 2, date=NOW + 30_000))
    with pytest.raises(Unavailable):
        await intake.empty()

    receiver.away = False
    await intake.empty()

    assert [(one.said, one.at) for one in receiver.taken] == [
        (Text("Nuôi lươn", f"{1:020x}"), NOW),
        (Text("không bùn", f"{2:020x}"), NOW + 30_000),
    ]
    assert files(tmp_path) == []


async def test_nothing_newer_of_the_bot_overtakes_what_waits(
    zalo: Zalo, receiver: Receiving, tmp_path: Path
) -> None:
    intake = intake_of(zalo, tmp_path, receiver)
    receiver.away = True
    await intake.take(BOT, said("một", 1))
    receiver.away = False
    await intake.take(BOT, said("hai", 2))
    await intake.take("1459232241454765002", said("của bot khác", 3))
    assert receiver.texts == ["của bot khác"]

    await intake.empty()
    await intake.take(BOT, said("ba", 4))

    assert receiver.texts == ["của bot khác", "một", "hai", "ba"]


async def test_the_order_holds_though_the_clock_is_set_back(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    await spool.keep(BOT, b"1", at=NOW)
    await spool.keep(BOT, b"2", at=NOW - 3_600_000)
    after_a_start = Spool(tmp_path)
    await after_a_start.keep(BOT, b"3", at=NOW - 1)

    waiting = await after_a_start.waiting()

    assert [await after_a_start.read(one) for one in waiting] == [b"1", b"2", b"3"]
    assert [one.at for one in waiting] == [NOW, NOW - 3_600_000, NOW - 1]


async def test_killed_before_it_was_removed_a_body_is_taken_in_again_as_the_same_message(
    zalo: Zalo, receiver: Receiving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    receiver.away = True
    await intake_of(zalo, tmp_path, receiver).take(BOT, said("Nuôi lươn", 1))
    receiver.away = False
    with monkeypatch.context() as killing:
        killing.setattr(os, "unlink", lambda *_: 1 / 0)
        killing.setattr(Path, "unlink", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            await intake_of(zalo, tmp_path, receiver).empty()

    await intake_of(zalo, tmp_path, receiver).empty()

    first, second = receiver.taken
    assert first == second  # the inbox takes one of them
    assert files(tmp_path) == []


async def test_after_a_start_what_waits_still_goes_first(
    zalo: Zalo, receiver: Receiving, tmp_path: Path
) -> None:
    receiver.away = True
    await intake_of(zalo, tmp_path, receiver).take(BOT, said("một", 1))
    receiver.away = False

    started = intake_of(zalo, tmp_path, receiver)
    await started.take(BOT, said("hai", 2))
    await started.empty()

    assert receiver.texts == ["một", "hai"]


async def test_what_another_process_took_in_is_waited_for_no_longer(
    zalo: Zalo, receiver: Receiving, tmp_path: Path
) -> None:
    first, second = (intake_of(zalo, tmp_path, receiver) for _ in range(2))
    receiver.away = True
    await first.take(BOT, said("một", 1))
    receiver.away = False
    await second.empty()
    await first.empty()

    await first.take(BOT, said("hai", 2))

    assert receiver.texts == ["một", "hai"]


async def test_what_another_process_takes_in_meanwhile_holds_nothing_up(
    zalo: Zalo, receiver: Receiving, tmp_path: Path
) -> None:
    intake = intake_of(zalo, tmp_path, receiver)
    receiver.away = True
    for number, text in enumerate(("một", "hai", "ba")):
        await intake.take(BOT, said(text, number))
    receiver.away = False
    receiver.open.clear()
    receiver.asked.clear()
    emptying = asyncio.create_task(intake.empty())
    await receiver.asked.wait()
    files(tmp_path)[1].unlink()
    receiver.open.set()

    await emptying

    assert receiver.texts == ["một", "ba"]


async def test_what_waits_is_for_the_bot_alone_to_read(
    zalo: Zalo, receiver: Receiving, tmp_path: Path
) -> None:
    receiver.away = True
    await intake_of(zalo, tmp_path / "spool", receiver).take(BOT, said("Nuôi lươn", 1))

    (file,) = files(tmp_path)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (file, *list(file.parents)[:2])]
    assert modes == [0o600, 0o700, 0o700]
    assert json.loads(file.read_bytes()) == said("Nuôi lươn", 1)


async def test_a_body_with_half_a_character_waits_like_any(
    zalo: Zalo, receiver: Receiving, tmp_path: Path
) -> None:
    intake = intake_of(zalo, tmp_path, receiver)
    receiver.away = True
    await intake.take(BOT, said("Nuôi \ud800 lươn", 1))
    receiver.away = False

    await intake.empty()

    assert receiver.texts[0].startswith("Nuôi")


async def test_a_full_disk_is_told_and_holds_nothing_up_later(
    zalo: Zalo, receiver: Receiving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    intake = intake_of(zalo, tmp_path, receiver)
    receiver.away = True
    with monkeypatch.context() as filling:
        filling.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            await intake.take(BOT, said("một", 1))
    assert files(tmp_path, "*.*") == []

    receiver.away = False
    await intake.take(BOT, said("hai", 2))

    assert receiver.texts == ["hai"]


@pytest.mark.parametrize("spoilt", [b"\0\0", b"[]"])
async def test_a_body_that_the_disk_has_spoilt_holds_nothing_up(
    zalo: Zalo, receiver: Receiving, tmp_path: Path, spoilt: bytes
) -> None:
    receiver.away = True
    intake = intake_of(zalo, tmp_path, receiver)
    await intake.take(BOT, said("một", 1))
    await intake.take(BOT, said("hai", 2))
    files(tmp_path)[0].write_bytes(spoilt)
    receiver.away = False

    await intake.empty()
    await intake.take(BOT, said("ba", 3))

    assert receiver.texts == ["hai", "ba"]


async def test_what_was_half_written_when_the_process_was_killed_goes(
    zalo: Zalo, receiver: Receiving, tmp_path: Path
) -> None:
    half = tmp_path / BOT / ".x.part"
    half.parent.mkdir()
    half.write_text("Nuôi l")
    os.utime(half, (1, 1))

    await intake_of(zalo, tmp_path, receiver).empty()

    assert not half.exists()
    assert receiver.taken == []


async def test_a_photo_and_its_words_are_handed_over_in_order(
    zalo: Zalo, receiver: Receiving, tmp_path: Path
) -> None:
    body = said("", 1)
    body["message"] |= {"photo_url": "https://photo-1.zdn.vn/1.jpg", "caption": "Ao lươn"}

    await intake_of(zalo, tmp_path, receiver).take(BOT, body)

    assert [type(one.said) for one in receiver.taken] == [Photo, Text]
