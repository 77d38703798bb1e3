from __future__ import annotations

import asyncio
import hashlib
import io
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot import pictures
from bot.pictures import PictureKeeper
from papers.picture import MOST_BYTES
from rules.refused import Refused

ROOT = Path(__file__).resolve().parents[2]
Process = asyncio.subprocess.Process
spawn: Callable[..., Awaitable[Process]] = asyncio.create_subprocess_exec


def photo(colour: str = "red", form: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, form)
    return out.getvalue()


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def refusal(keeper: PictureKeeper, data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        await keeper.keep(data)
    return caught.value.reason


async def test_a_photo_is_kept_under_the_hash_of_its_cleaned_bytes(tmp_path: Path) -> None:
    keeper = PictureKeeper(tmp_path)

    kept = await keeper.keep(photo())

    (file,) = files(tmp_path)
    data = file.read_bytes()
    assert kept.hash == hashlib.sha256(data).hexdigest()
    assert (kept.kind, kept.size, kept.width, kept.height) == ("image/jpeg", len(data), 64, 48)
    assert file == tmp_path / "pictures" / kept.hash[:2] / f"{kept.hash}.jpg"


async def test_the_same_photo_twice_is_one_file(tmp_path: Path) -> None:
    keeper = PictureKeeper(tmp_path)

    first, second = await asyncio.gather(keeper.keep(photo()), keeper.keep(photo()))

    assert first == second
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize(
    ("data", "reason"), [(b"%PDF-1.7", "picture-kind"), (photo()[:-9], "picture-broken")]
)
async def test_what_the_child_refuses_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    assert await refusal(PictureKeeper(tmp_path), data) == reason
    assert files(tmp_path) == []


async def test_a_file_over_ten_mebibytes_starts_no_child(
    tmp_path: Path, children: list[Process]
) -> None:
    assert await refusal(PictureKeeper(tmp_path), bytes(MOST_BYTES + 1)) == "picture-too-large"
    assert children == []


async def test_a_child_killed_midway_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def doomed(*command: Any, **options: Any) -> Process:
        child = await spawn(*command, **options)
        child.kill()
        return child

    monkeypatch.setattr(asyncio, "create_subprocess_exec", doomed)

    assert await refusal(PictureKeeper(tmp_path), photo()) == "picture-broken"
    assert files(tmp_path) == []


async def test_a_child_that_does_not_come_back_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, children: list[Process]
) -> None:
    monkeypatch.setattr(pictures, "PATIENCE", 0)

    assert await refusal(PictureKeeper(tmp_path), photo()) == "picture-broken"
    assert [child.returncode for child in children] == [-9]


async def test_when_the_bot_stops_so_does_the_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    children: list[Process] = []

    async def stopping(*command: Any, **options: Any) -> Process:
        children.append(await spawn(*command, **options))
        keeping.cancel()
        return children[0]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", stopping)
    keeping = asyncio.create_task(PictureKeeper(tmp_path).keep(photo()))
    with pytest.raises(asyncio.CancelledError):
        await keeping

    assert [child.returncode for child in children] == [-9]


@pytest.mark.parametrize(
    "script",
    [
        "exit 0",
        "echo five",
        "echo 5",
        "echo '{}'",
        """echo '{"refused": "no-such-reason"}'""",
        """echo '{"refused": 5}'""",
        """echo '{"kind": "image/jpeg", "size": 9, "width": 1, "height": 1}'; printf half""",
        """echo '{"kind": "text/html", "size": 4, "width": 1, "height": 1}'; printf page""",
        """echo '{"kind": "image/jpeg", "size": 4, "width": 1, "height": 1}'; printf jpeg; false""",
    ],
)
async def test_a_child_that_talks_nonsense_is_not_believed(
    tmp_path: Path, program: Callable[[str], None], script: str
) -> None:
    program(script)

    assert await refusal(PictureKeeper(tmp_path / "data"), photo()) == "picture-broken"
    assert files(tmp_path / "data") == []


async def test_the_child_learns_nothing_of_the_bots_environment(
    tmp_path: Path, program: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KHEO_TOKEN", "secret")
    program("""echo "{\\"refused\\": \\"picture-${KHEO_TOKEN:-unknown}\\"}" """)

    assert await refusal(PictureKeeper(tmp_path), photo()) == "picture-unknown"


async def test_at_most_two_photos_are_cleaned_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    children: list[Process] = []
    alive: list[int] = []

    async def counting(*command: Any, **options: Any) -> Process:
        children.append(await spawn(*command, **options))
        alive.append(sum(child.returncode is None for child in children))
        return children[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", counting)
    keeper = PictureKeeper(tmp_path)
    await asyncio.gather(*(keeper.keep(photo(form=form)) for form in ["JPEG", "PNG"] * 3))

    assert max(alive) == 2


async def test_a_photo_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(OSError, match="No space"):
        await PictureKeeper(tmp_path).keep(photo())

    assert files(tmp_path) == []


def test_the_bot_never_imports_the_decoder() -> None:
    code = "import sys, bot.pictures; sys.exit('PIL' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
