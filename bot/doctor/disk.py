"""Whether the data folder is a place that can be written, with room, on a disk of this machine."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from bot.data_folder import MOUNTS, network_drive, no_place
from bot.doctor.finding import Finding
from bot.settings import Settings

_MIB = 1024 * 1024
_LEAST = 200 * _MIB
_TIGHT = 0.15
_OTHERS = stat.S_IROTH | stat.S_IWOTH | stat.S_IXOTH


def examine(settings: Settings, *, mounts: Path = MOUNTS) -> Iterator[Finding]:
    """Yield whether the folder is writable, ours alone, has room, and what kind of disk it is."""
    there = next(each for each in (settings.data, *settings.data.parents) if _is_there(each))
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        told = f"{there} cannot be written; let KHEO_DATA name a folder the bot may write to."
        yield Finding("wrong", told)
        return
    to_be_made = "" if there == settings.data else ", made at the first start"
    yield Finding("right", f"The data folder is {settings.data}{to_be_made}.")
    if settings.data.is_dir() and settings.data.stat().st_mode & _OTHERS:
        told = f"Everybody here can open {there}, with names and phones; run: chmod 700 {there}"
        yield Finding("know", told)
    yield _room(there)
    file = settings.sqlite_file
    if file and (kind := network_drive(file, mounts=mounts)):
        yield Finding("wrong", no_place(file, kind))
    elif file:
        yield Finding("right", "The database is on no network drive.")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except PermissionError:  # in a folder that is closed to us
        return False


def _room(folder: Path) -> Finding:
    usage = shutil.disk_usage(folder)
    free = f"{usage.free // _MIB} MB"
    if usage.free < _LEAST:
        return Finding("wrong", f"Only {free} are free in {folder}; make room, or data is refused.")
    if usage.free < usage.total * _TIGHT:
        return Finding("know", f"Only {free} are free in {folder}; make room before it is full.")
    return Finding("right", f"{free} are free in {folder}.")
