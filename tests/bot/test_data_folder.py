"""The data folder is ours alone, and the database is never on a network drive."""

import stat
from pathlib import Path

import pytest

from bot.data_folder import network_drive, prepare_data
from bot.settings import Settings, SettingsError, read_settings

HOUSE = Path(__file__).parents[2]


def settings(data: Path, **more: str) -> Settings:
    given = {f"KHEO_{name}": text for name, text in more.items()}
    return read_settings({"KHEO_DATA": str(data), **given}, here=HOUSE)


def mounts(tmp_path: Path, *lines: str) -> Path:
    """Return a table of mounts: "kind folder" each, below a disk of this machine."""
    written = [line.split(" ", 1) for line in ("ext4 /", *lines)]
    path = tmp_path / "mounts"
    path.write_text("".join(f"what {folder} {kind} rw 0 0\n" for kind, folder in written))
    return path


def test_the_folder_is_made_and_closed_to_others(tmp_path: Path) -> None:
    prepare_data(settings(tmp_path / "a" / "b"))

    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700


def test_the_folder_of_a_database_elsewhere_is_made_too(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/elsewhere/kheo.db"

    prepare_data(settings(tmp_path / "data", DATABASE_URL=url))

    assert (tmp_path / "elsewhere").is_dir()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SettingsError, match=r"/file/data cannot be made: Not a directory\.$"):
        prepare_data(settings(tmp_path / "file" / "data"))


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "9p", "fuse.sshfs"])
def test_sqlite_is_refused_on_a_network_drive(tmp_path: Path, kind: str) -> None:
    table = mounts(tmp_path, f"{kind} {tmp_path}")

    with pytest.raises(SettingsError, match=rf"network drive \({kind}\), where SQLite loses data"):
        prepare_data(settings(tmp_path / "data"), mounts=table)


def test_postgresql_does_not_care_where_the_photos_are(tmp_path: Path) -> None:
    table = mounts(tmp_path, f"nfs4 {tmp_path}")

    prepare_data(
        settings(tmp_path / "data", DATABASE_URL="postgresql://kheo@db/kheo"), mounts=table
    )


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ((), ""),
        (("nfs /srv",), "nfs"),
        (("nfs /srv/data",), "nfs"),
        (("nfs /srv/dat",), ""),
        (("nfs /srv", "xfs /srv/data"), ""),
        (("xfs /srv", "nfs /srv/data"), "nfs"),
        (("nfs /srv", "tmpfs /srv"), ""),
        (("fuseblk /srv",), ""),
    ],
)
def test_the_nearest_and_latest_mount_decides(
    tmp_path: Path, lines: tuple[str, ...], kind: str
) -> None:
    assert network_drive(Path("/srv/data/kheo.db"), mounts=mounts(tmp_path, *lines)) == kind


def test_a_folder_with_a_space_in_its_name_is_found(tmp_path: Path) -> None:
    table = mounts(tmp_path, r"cifs /srv/dân\040vận")

    assert network_drive(Path("/srv/dân vận/kheo.db"), mounts=table) == "cifs"


def test_a_link_to_a_network_drive_is_followed(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "data").symlink_to(tmp_path / "share")
    table = mounts(tmp_path, f"nfs {tmp_path}/share")

    assert network_drive(tmp_path / "data" / "kheo.db", mounts=table) == "nfs"


def test_where_mounts_are_not_told_nothing_is_refused(tmp_path: Path) -> None:
    assert network_drive(tmp_path, mounts=tmp_path / "no-such-table") == ""
