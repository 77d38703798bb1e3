"""Keeps the photos people send: a child process cleans each one, its own hash is its name."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from papers.picture import MOST_BYTES, Picture
from rules.refused import Refused

PATIENCE = 20.0
CHILDREN = 2
ROOT = Path(__file__).resolve().parent.parent
HASH = re.compile("[0-9a-f]{64}")
REASON = re.compile("picture-[a-z-]{1,30}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A photo on disk: SHA-256 (hex) of its cleaned bytes, media type, bytes, pixels."""

    hash: str
    kind: str
    size: int
    width: int
    height: int


class PictureKeeper:
    """Cleans photos, at most two at a time, and keeps them under `folder`/pictures."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "pictures"
        self._turns = asyncio.Semaphore(CHILDREN)

    async def keep(self, data: bytes) -> Kept:
        """Clean a photo and keep it; when this returns it survives a power cut.

        Refused as papers.picture.take_in says, "picture-broken" also when the child dies or hangs.
        """
        if len(data) > MOST_BYTES:
            raise Refused("picture-too-large")
        async with self._turns:
            picture = await _cleaned(data)
        return await asyncio.to_thread(self._store, picture)

    def path_of(self, picture_hash: str) -> Path:
        """Return where a kept photo lies; Refused "picture-unknown" for anything else."""
        if not HASH.fullmatch(picture_hash) or not self._place(picture_hash).is_file():
            raise Refused("picture-unknown")
        return self._place(picture_hash)

    def _place(self, picture_hash: str) -> Path:
        return self._folder / picture_hash[:2] / f"{picture_hash}.jpg"

    def _store(self, picture: Picture) -> Kept:
        kept = Kept(
            hash=hashlib.sha256(picture.data).hexdigest(),
            kind=picture.kind,
            size=len(picture.data),
            width=picture.width,
            height=picture.height,
        )
        _write(self._place(kept.hash), picture.data)
        return kept


async def _cleaned(data: bytes) -> Picture:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "papers.picture"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=ROOT,
        env={},  # a child that decodes hostile bytes knows no token
    )
    try:
        async with asyncio.timeout(PATIENCE):
            answer, _ = await child.communicate(data)
    except TimeoutError:
        raise Refused("picture-broken") from None
    finally:
        await _ended(child)
    if child.returncode != 0:
        raise Refused("picture-broken")
    return _picture(answer)


async def _ended(child: asyncio.subprocess.Process) -> None:
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.communicate()  # only emptied pipes are closed


def _picture(answer: bytes) -> Picture:
    """Read the child's answer without trusting it: what it decoded may have taken it over."""
    header, _, body = answer.partition(b"\n")
    try:
        said = json.loads(header)
        if "refused" in said and REASON.fullmatch(said["refused"]):
            raise Refused(said["refused"])
        whole = said["size"] == len(body)
        picture = Picture(
            data=body, kind=said["kind"], width=int(said["width"]), height=int(said["height"])
        )
    except (ValueError, TypeError, KeyError):
        raise Refused("picture-broken") from None
    if not whole or picture.kind != "image/jpeg":
        raise Refused("picture-broken")
    return picture


def _write(place: Path, data: bytes) -> None:
    """Write so that a file of this name is whole, whatever dies when."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    for folder in place.parents[:3]:  # the two above may be new as well
        _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
