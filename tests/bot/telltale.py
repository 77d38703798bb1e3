"""Photos that tell where they were taken."""

import io

from PIL import Image

PLACE = "bản Suối Đá"
_WHERE = 0x8825


def telltale(colour: str = "red") -> bytes:
    """Return a photo with a position and a description in it."""
    exif = Image.Exif()
    exif[0x010E] = PLACE
    exif.get_ifd(_WHERE).update({1: "N", 2: (22.0, 41.0, 5.0), 3: "E", 4: (104.0, 17.0, 2.0)})
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG", exif=exif)
    return out.getvalue()


def tells(photo: bytes) -> bool:
    """Return whether a photo tells anything beside what it shows."""
    return bool(Image.open(io.BytesIO(photo)).getexif()) or PLACE.encode() in photo
