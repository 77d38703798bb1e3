"""The doctor says whether the data folder is a good place for what people say."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.doctor import disk
from bot.settings import Settings, read_settings

MINIMAL = Path(__file__).parents[2] / "programmes" / "minimal.toml"


def of(here: Path, **more: str) -> Settings:
    environ = {f"KHEO_{name}": text for name, text in more.items()}
    return read_settings({"KHEO_PROGRAMME": str(MINIMAL), **environ}, here=here)


def test_a_data_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    (found,) = disk.examine(of(tmp_path, DATA="file/data"))

    assert found.verdict == "wrong"
    assert f"{tmp_path}/file cannot be written" in found.text


@pytest.mark.parametrize(("mode", "verdicts"), [(0o700, []), (0o755, ["know"])])
def test_a_data_folder_that_everybody_here_can_open_is_told(
    tmp_path: Path, mode: int, verdicts: list[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data").chmod(mode)

    found = [each for each in disk.examine(of(tmp_path)) if "chmod 700" in each.text]

    assert [each.verdict for each in found] == verdicts


def test_a_network_drive_is_told(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/ {tmp_path} nfs4 rw 0 0\n")

    *_, last = disk.examine(of(tmp_path), mounts=mounts)

    assert last.verdict == "wrong"
    assert "network drive (nfs4)" in last.text


@pytest.mark.parametrize(("free", "verdict"), [(100, "wrong"), (1_000, "know"), (5_000, "right")])
def test_a_disk_that_fills_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, verdict: str
) -> None:
    usage = SimpleNamespace(total=20_000 * 2**20, free=free * 2**20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)

    _, room, *_ = disk.examine(of(tmp_path))

    assert room.verdict == verdict
    assert f"{free} MB are free" in room.text
