"""Keeps the photos people send: a child process cleans each one, its own hash is its name."""

import asyncio
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from bot.child import run_child
from bot.older_files import older_files
from bot.whole import write_whole
from papers.picture import MOST_BYTES, Picture
from rules.refused import Refused

PATIENCE = 20.0
CHILDREN = 2
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

    async def read(self, picture_hash: str) -> bytes:
        """Return the bytes of a kept photo; Refused "picture-gone" when they are there no more."""
        try:
            return await asyncio.to_thread(self._place(picture_hash).read_bytes)
        except OSError:
            raise Refused("picture-gone") from None

    async def remove(self, picture_hash: str) -> None:
        """Delete a kept photo, if it is there."""
        await asyncio.to_thread(self._place(picture_hash).unlink, missing_ok=True)

    async def older_than(self, moment: float) -> list[str]:
        """Return the hashes of photos written before a time (seconds since 1970)."""
        photos = await asyncio.to_thread(older_files, self._folder, "??/*.jpg", moment=moment)
        return [photo.stem for photo in photos]

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
        write_whole(self._place(kept.hash), picture.data)
        return kept


async def _cleaned(data: bytes) -> Picture:
    try:
        answer = await run_child("papers.picture", data, patience=PATIENCE)
    except Refused:
        raise Refused("picture-broken") from None
    return _picture(answer)


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
