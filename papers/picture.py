"""Takes in one photo somebody sent: refuses what is not a photo, keeps nothing but its pixels.

Run as `python -m papers.picture` it is the child process that decodes what strangers send.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papers.limits import limit_this_process
from rules.refused import Refused

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2560
QUALITY = 85

# A photo that is at the same time an archive, a document or a page is somebody's trick: all marks
# of one line together, because four bytes alone turn up by chance. Other trailing data is common
# (phones append a film or a depth map) and is dropped.
DISGUISES = (
    (b"PK\x01\x02", b"PK\x05\x06"),
    (b"Rar!\x1a\x07",),
    (b"7z\xbc\xaf\x27\x1c",),
    (b"%PDF-",),
    (b"<script",),
    (b"<?php",),
)
PNG_END = b"IEND\xaeB`\x82"
TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class Picture:
    """A cleaned photo: upright, without metadata; `kind` is its media type, sizes in pixels."""

    data: bytes
    kind: str
    width: int
    height: int


def take_in(data: bytes) -> Picture:
    """Return the photo in `data` (JPEG, PNG or WebP), redrawn as a JPEG of at most 2560 pixels.

    Refused "picture-too-large" (over 10 MiB), "picture-kind" (no photo, moving, or disguised),
    "picture-too-many-pixels" (over 40 million) or "picture-broken".
    """
    if len(data) > MOST_BYTES:
        raise Refused("picture-too-large")
    form = _form_of(data)
    # What decoders grumble about is theirs; whether it is an error must not depend on the caller.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _written(_redrawn(_opened(data, form)))
        except Refused:
            raise
        except MemoryError:
            raise Refused("picture-too-many-pixels") from None
        except Exception:  # noqa: BLE001 - hostile bytes make decoders raise anything
            raise Refused("picture-broken") from None


def _form_of(data: bytes) -> str:
    if any(all(mark in data for mark in marks) for marks in DISGUISES):
        raise Refused("picture-kind")
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    raise Refused("picture-kind")


def _opened(data: bytes, form: str) -> Image:
    from PIL import Image  # noqa: PLC0415 - limits come first, and the bot imports this module

    if form == "WEBP" and _webp_pixels(data) > MOST_PIXELS:  # its decoder takes memory at once
        raise Refused("picture-too-many-pixels")
    try:
        image = Image.open(io.BytesIO(data), formats=(form,))
    except Image.DecompressionBombError:
        raise Refused("picture-too-many-pixels") from None
    if image.width * image.height > MOST_PIXELS:
        raise Refused("picture-too-many-pixels")
    # A JPEG with several pictures is a phone's depth map, not a film.
    moving = form != "JPEG" and getattr(image, "is_animated", False)
    if moving or image.mode.startswith("I"):
        raise Refused("picture-kind")
    if form == "PNG" and PNG_END not in data:  # the one truncation Pillow forgives
        raise Refused("picture-broken")
    return image


def _webp_pixels(data: bytes) -> int:
    if data[12:16] == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
    elif data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    else:
        width, height = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    return width * height


def _redrawn(image: Image) -> Image:
    """Return a new upright image: only pixels are carried over, so nothing else can be."""
    from PIL import Image as Images  # noqa: PLC0415 - as above

    if image.mode in {"1", "P", "PA"}:
        image = image.convert("RGBA")  # a palette cannot be scaled smoothly
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Images.Resampling.LANCZOS)
    image.load()
    turned = _turned(image)
    turned = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
    canvas = Images.new("RGB", turned.size, "white")
    canvas.paste(turned, mask=turned if turned.mode == "RGBA" else None)
    return canvas


def _turned(image: Image) -> Image:
    from PIL.Image import Transpose  # noqa: PLC0415 - as above

    turn = None
    with contextlib.suppress(Exception):  # broken notes are no reason to refuse the photo
        turn = TURNS.get(image.getexif().get(ORIENTATION, 1))
    return image.transpose(Transpose[turn]) if turn else image


def _written(image: Image) -> Picture:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    return Picture(data=out.getvalue(), kind="image/jpeg", width=image.width, height=image.height)


def main() -> None:
    """Take in the photo on stdin; answer one line of JSON, then the bytes, on stdout."""
    limit_this_process()
    answer, body = _answer(sys.stdin.buffer.read(MOST_BYTES + 1))
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + body)


def _answer(data: bytes) -> tuple[dict[str, str | int], bytes]:
    try:
        picture = take_in(data)
    except Refused as refused:
        return {"refused": refused.reason}, b""
    size = len(picture.data)
    shape = {"width": picture.width, "height": picture.height}
    return {"kind": picture.kind, "size": size, **shape}, picture.data


if __name__ == "__main__":
    main()
