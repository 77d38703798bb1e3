"""The folder of the database and the photos: ours alone, and on a disk of this machine."""

import re
from pathlib import Path

from bot.settings import Settings, SettingsError

# Where SQLite's log is not shared safely: network drives, and folders virtual machines share.
_NETWORK = {
    *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs", "ceph", "coda"),
    *("davfs", "glusterfs", "lustre", "ncpfs", "beegfs", "gpfs", "ocfs2", "gfs2", "orangefs"),
    *("vboxsf", "vmhgfs", "prl_fs", "osxfs", "fakeowner"),
    *("fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.gcsfuse", "fuse.glusterfs", "fuse.ceph"),
    *("fuse.ceph-fuse", "fuse.davfs", "fuse.davfs2", "fuse.curlftpfs", "fuse.smbnetfs"),
    *("fuse.vmhgfs-fuse", "fuse.grpcfuse", "fuse.osxfs", "fuse.juicefs", "fuse.seaweedfs"),
}
_ESCAPE = re.compile(r"\\([0-7]{3})")
MOUNTS = Path("/proc/self/mounts")


def prepare_data(settings: Settings, *, mounts: Path = MOUNTS) -> None:
    """Make the folder if it is not there, readable by us alone.

    Raises SettingsError where it cannot be made or is no place for the database.
    """
    file = settings.sqlite_file
    for folder in (settings.data, *([file.parent] if file else [])):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(
                (f"The folder {folder} cannot be made: {error.strerror}.",)
            ) from None
    if file and (kind := network_drive(file, mounts=mounts)):
        raise SettingsError((no_place(file, kind),))


def no_place(file: Path, kind: str) -> str:
    """Return the sentence for a database file on such a network drive."""
    return (
        f"The database {file} would be on a network drive ({kind}), where SQLite loses data; "
        "set KHEO_DATA to a folder on a disk of this machine, or use PostgreSQL."
    )


def network_drive(path: Path, *, mounts: Path = MOUNTS) -> str:
    """Return what kind of network drive a path is on, "" if it is on none as far as is known."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:  # not Linux
        return ""
    where = path.resolve()
    kinds: dict[Path, str] = {}  # of two mounts on one folder the later hides the earlier
    for line in lines:
        _, folder, kind, *_ = line.split(" ")
        kinds[Path(_ESCAPE.sub(lambda found: chr(int(found[1], 8)), folder))] = kind
    nearest = next((kinds[each] for each in (where, *where.parents) if each in kinds), "")
    return nearest if nearest in _NETWORK else ""
