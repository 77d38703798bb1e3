from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from papers.picture import MOST_BYTES, Picture, take_in
from rules.refused import Refused

ROOT = Path(__file__).resolve().parents[2]
PLACE = "Si Ma Cai"
FORMS = ["JPEG", "PNG", "WEBP"]
MODES = ["L", "RGB", "CMYK", "RGBA", "LA", "P", "1"]


def photo(form: str = "JPEG", size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    # Noise, so that every part of the file matters.
    return written(Image.effect_noise(size, 80).convert("RGB"), form, **options)


def written(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def quartered(orientation: int) -> bytes:
    """Return a photo that is stored blue, with a red quarter at the top left."""
    image = Image.new("RGB", (80, 40), "blue")
    image.paste("red", (0, 0, 40, 20))
    exif = Image.Exif()
    exif[0x0112] = orientation
    return written(image, "JPEG", exif=exif)


def telltale_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = PLACE
    exif.get_ifd(0x8825).update({1: "N", 2: (22.0, 41.0, 5.0), 3: "E", 4: (104.0, 17.0, 2.0)})
    return exif


def opened(picture: Picture) -> Image.Image:
    return Image.open(io.BytesIO(picture.data))


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        take_in(data)
    return caught.value.reason


def child(data: bytes) -> bytes:
    command = [sys.executable, "-m", "papers.picture"]
    return subprocess.run(command, input=data, cwd=ROOT, check=True, capture_output=True).stdout


@pytest.mark.parametrize("form", FORMS)
def test_a_photo_becomes_a_jpeg_of_the_same_size(form: str) -> None:
    picture = take_in(photo(form))

    assert (picture.kind, picture.width, picture.height) == ("image/jpeg", 64, 48)
    assert opened(picture).format == "JPEG"
    assert opened(picture).size == (64, 48)


@pytest.mark.parametrize("form", FORMS)
def test_where_and_by_whom_a_photo_was_taken_is_removed(form: str) -> None:
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{PLACE}</x:xmpmeta>".encode()
    data = photo(form, exif=telltale_exif(), xmp=xmp, icc_profile=b"profile of " + PLACE.encode())
    assert Image.open(io.BytesIO(data)).getexif().get_ifd(0x8825)
    assert PLACE.encode() in data

    picture = take_in(data)

    assert not opened(picture).getexif()
    assert set(opened(picture).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for trace in (PLACE.encode(), b"Exif", b"xmpmeta", b"ICC_PROFILE"):
        assert trace not in picture.data


def test_a_comment_is_removed() -> None:
    data = photo(comment=PLACE.encode())

    assert PLACE.encode() in data
    assert PLACE.encode() not in take_in(data).data


def test_what_a_phone_appends_to_a_photo_is_removed() -> None:
    data = photo() + b"\x00\x00\x00\x18ftypmp42" + PLACE.encode()

    assert PLACE.encode() not in take_in(data).data


def test_a_photo_with_a_depth_map_is_its_first_picture() -> None:
    first, second = Image.new("RGB", (64, 48), "red"), Image.new("RGB", (32, 24), "blue")
    data = written(first, "MPO", save_all=True, append_images=[second])

    assert take_in(data) == take_in(written(first, "JPEG"))


CORNERS = [(5, 5), (75, 5), (75, 35), (5, 35), (5, 5), (35, 5), (35, 75), (5, 75)]


@pytest.mark.parametrize(("orientation", "red_at"), list(enumerate(CORNERS, start=1)))
def test_a_photo_stands_upright(orientation: int, red_at: tuple[int, int]) -> None:
    picture = take_in(quartered(orientation))

    red, _, blue = opened(picture).convert("RGB").split()
    assert (picture.width, picture.height) == ((80, 40) if orientation < 5 else (40, 80))
    assert red.getpixel(red_at) == pytest.approx(255, abs=5)
    assert blue.getpixel(red_at) == pytest.approx(0, abs=5)


def test_broken_notes_do_not_cost_the_photo() -> None:
    data = photo(exif=b"Exif\0\0neither MM nor II")

    assert take_in(data).width == 64


@pytest.mark.parametrize(
    ("size", "expected"),
    [((5120, 2560), (2560, 1280)), ((30, 6000), (13, 2560)), ((2560, 2560), (2560, 2560))],
)
def test_a_large_photo_is_made_smaller(size: tuple[int, int], expected: tuple[int, int]) -> None:
    picture = take_in(written(Image.new("RGB", size), "JPEG"))

    assert (picture.width, picture.height) == expected


@pytest.mark.parametrize("mode", MODES)
def test_colours_are_kept_whatever_the_file_counts_in(mode: str) -> None:
    image = Image.new("RGB", (20, 20), "white").convert(mode)

    picture = take_in(written(image, "JPEG" if mode == "CMYK" else "PNG"))

    assert opened(picture).mode == "RGB"
    assert opened(picture).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_what_is_transparent_becomes_white(form: str) -> None:
    picture = take_in(written(Image.new("RGBA", (20, 20), (255, 0, 0, 0)), form, lossless=True))

    assert opened(picture).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("tenths", range(10))
def test_a_truncated_photo_is_refused(form: str, tenths: int) -> None:
    data = photo(form)

    assert refusal(data[: len(data) * tenths // 10]) in {"picture-broken", "picture-kind"}


@pytest.mark.parametrize("form", FORMS)
def test_a_photo_that_lacks_its_last_byte_is_refused(form: str) -> None:
    assert refusal(photo(form)[:-1]) == "picture-broken"


def test_a_photo_cut_while_it_is_being_made_smaller_is_refused() -> None:
    data = photo(size=(6000, 3000), quality=20)

    assert refusal(data[: len(data) // 2]) == "picture-broken"


@pytest.mark.parametrize("form", FORMS)
def test_a_photo_of_too_many_pixels_is_refused_unread(form: str) -> None:
    image = Image.new("L", (6400, 6251))

    assert (
        refusal(written(image, form, lossless=True, quality=50)[:2000]) == "picture-too-many-pixels"
    )


@pytest.mark.parametrize("options", [{}, {"exif": telltale_exif()}], ids=["bare", "with notes"])
def test_a_lossy_webp_tells_its_size(options: dict[str, Image.Exif]) -> None:
    data = written(Image.new("L", (6400, 6251)), "WEBP", method=0, **options)

    assert refusal(data) == "picture-too-many-pixels"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"%PDF-1.7\n%%EOF",
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
        written(Image.new("P", (8, 8)), "GIF"),
        written(Image.new("RGB", (8, 8)), "TIFF"),
    ],
    ids=["nothing", "svg", "pdf", "heic", "gif", "tiff"],
)
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    assert refusal(data) == "picture-kind"


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_a_moving_picture_is_refused(form: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]

    data = written(frames[0], form, save_all=True, append_images=frames[1:])

    assert refusal(data) == "picture-kind"


@pytest.mark.parametrize("form", FORMS)
def test_a_photo_that_is_also_an_archive_is_refused(form: str) -> None:
    out = io.BytesIO(photo(form))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("a.txt", "a")

    assert zipfile.is_zipfile(out)
    assert refusal(out.getvalue()) == "picture-kind"


@pytest.mark.parametrize("trick", [b"%PDF-1.4", b"<script>alert(1)</script>", b"<?php x();"])
def test_a_photo_that_is_also_a_document_is_refused(trick: bytes) -> None:
    assert refusal(photo(comment=trick)) == "picture-kind"


def test_a_photo_of_sixteen_bit_grey_is_refused_rather_than_kept_white() -> None:
    assert refusal(written(Image.new("I;16", (8, 8), 9000), "PNG")) == "picture-kind"


def test_a_file_of_ten_mebibytes_is_read_and_one_byte_more_is_not() -> None:
    data = photo().ljust(MOST_BYTES, b"\0")

    assert take_in(data).width == 64
    assert refusal(data + b"\0") == "picture-too-large"


@settings(deadline=None)
@given(
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF0000WEBPVP8X"]), st.binary()
)
def test_random_bytes_are_refused(start: bytes, rest: bytes) -> None:
    assert refusal(start + rest) in {"picture-kind", "picture-broken", "picture-too-many-pixels"}


PHOTOS = [photo(form, (16, 16)) for form in FORMS]


@settings(deadline=None)
@given(st.sampled_from(PHOTOS), st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_photo_is_taken_or_refused(data: bytes, at: int, damage: bytes) -> None:
    at %= len(data)
    damaged = data[:at] + damage + data[at + len(damage) :]
    picture = None
    with contextlib.suppress(Refused):
        picture = take_in(damaged)

    assert picture is None or opened(picture).size == (picture.width, picture.height)


def test_the_child_answers_a_line_and_the_bytes() -> None:
    data = photo()

    header, _, body = child(data).partition(b"\n")

    size = {"width": 64, "height": 48}
    assert json.loads(header) == {"kind": "image/jpeg", "size": len(body), **size}
    assert body == take_in(data).data


def test_the_child_answers_with_the_reason_of_a_refusal() -> None:
    assert json.loads(child(b"%PDF-1.7")) == {"refused": "picture-kind"}


@pytest.mark.parametrize(("form", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "CMYK")])
def test_forty_million_pixels_fit_into_the_childs_memory(form: str, mode: str) -> None:
    header, _, _ = child(written(Image.new(mode, (8000, 5000)), form)).partition(b"\n")

    assert json.loads(header)["width"] == 2560


def test_a_photo_larger_than_the_childs_memory_has_too_many_pixels() -> None:
    data = written(Image.new("RGB", (8000, 5000)), "WEBP", lossless=True, quality=0)

    assert json.loads(child(data)) == {"refused": "picture-too-many-pixels"}


def test_the_module_is_imported_without_the_decoder() -> None:
    code = "import sys, papers.picture; sys.exit('PIL' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
