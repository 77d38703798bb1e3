"""QR pictures, which phones read."""

import io

SCALE, BORDER = 6, 2


def qr_picture(words: str) -> bytes:
    """Return a PNG that phones read as these words."""
    import segno  # noqa: PLC0415 - children take their limits before they import anything large

    out = io.BytesIO()
    segno.make(words, micro=False, error="m").save(out, kind="png", scale=SCALE, border=BORDER)
    return out.getvalue()
