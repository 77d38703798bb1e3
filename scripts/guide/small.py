"""Pictures as small as a guide's should be."""

from io import BytesIO

from PIL import Image

_COLOURS = 128


def small(png: bytes, *, width: int = 0) -> bytes:
    """Return a picture in few colours, scaled down to a width if one is given."""
    with Image.open(BytesIO(png)) as opened:
        picture = opened.convert("RGB")
    if width and width < picture.width:
        height = round(picture.height * width / picture.width)
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    kept = BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(kept, "PNG", optimize=True)
    return kept.getvalue()
