"""Photos from the page are on disk before anybody is told that they were taken."""

import io
from collections.abc import AsyncIterator

import pytest
from PIL import Image

from conversations.said import Photo
from tests.bot.channels.web.phone import OURS, Phone
from tests.bot.channels.web.site import Site
from tests.bot.channels.web.words import REFUSALS

PATH = "/chat/photo?id=photo-0001"
JPEG = {**OURS, "Content-Type": "image/jpeg"}


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "green").save(out, "JPEG")
    return out.getvalue()


async def test_a_photo_is_on_disk_when_the_assistant_hears_of_it(site: Site, phone: Phone) -> None:
    status, content, _ = await phone.post(PATH, data=photo(), headers=JPEG)
    (taken,) = site.assistant.taken

    assert (status, content) == (200, {"ok": True})
    assert (taken.external, taken.said) == ("photo-0001", Photo(""))
    assert taken.picture is not None
    assert taken.picture.kind == "image/jpeg"
    (kept,) = site.folder.glob(f"pictures/??/{taken.picture.hash}.jpg")
    assert kept.stat().st_size == taken.picture.size


async def test_a_photo_sent_again_is_taken_once(site: Site, phone: Phone) -> None:
    for _ in range(2):
        await phone.post(PATH, data=photo(), headers=JPEG)

    assert site.assistant.tries == {"photo-0001": 2}
    assert len(site.assistant.taken) == 1


@pytest.mark.parametrize(
    ("data", "reason"), [(b"%PDF-1.7", "picture-kind"), (photo()[:-9], "picture-broken")]
)
async def test_what_is_no_photo_is_answered_with_a_sentence(
    site: Site, phone: Phone, data: bytes, reason: str
) -> None:
    status, content, _ = await phone.post(PATH, data=data, headers=JPEG)

    assert (status, content) == (422, {"say": REFUSALS[reason]})
    assert site.assistant.tries == {}


async def too_much() -> AsyncIterator[bytes]:
    for _ in range(11):
        yield b"x" * 1024 * 1024


async def test_a_photo_of_more_than_ten_mebibytes_is_given_up_on_the_way(
    site: Site, phone: Phone
) -> None:
    status, content, _ = await phone.post(PATH, data=too_much(), headers=JPEG)

    assert (status, content) == (422, {"say": REFUSALS["picture-too-large"]})
    assert site.assistant.tries == {}


async def test_a_photo_needs_an_id(phone: Phone) -> None:
    status, _, _ = await phone.post("/chat/photo", data=photo(), headers=JPEG)

    assert status == 422
