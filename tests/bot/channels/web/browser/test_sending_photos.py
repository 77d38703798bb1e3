"""Photos from a phone, over a network that does not want them."""

import io
import random
from typing import Any

import pytest
from PIL import Image
from playwright.async_api import BrowserContext, expect

from conversations.said import Photo, Press
from tests.bot.channels.web.browser.screen import Screen
from tests.bot.channels.web.site import Site
from tests.bot.channels.web.words import REFUSALS

pytestmark = pytest.mark.asyncio(loop_scope="session")

UNTIL_KEPT = """() => new Promise((kept) => {
    const names = () => Object.keys(localStorage).filter((key) => key.startsWith("kheo.unsent."));
    const look = () => (names().length ? kept() : requestAnimationFrame(look));
    look();
})"""


def photo(*, sides: tuple[int, int] = (64, 48), noise: bool = False) -> Any:
    """Return a photo as it lies on a phone."""
    image = Image.new("RGB", sides, "green")
    if noise:
        image = Image.frombytes("RGB", sides, random.Random(1).randbytes(sides[0] * sides[1] * 3))  # noqa: S311 - a picture of nothing
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90)
    return {"name": "ong.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


async def choose(screen: Screen, *photos: Any) -> None:
    async with screen.page.expect_file_chooser() as opening:
        await screen.touch("Ảnh")
    chooser = await opening.value
    assert chooser.is_multiple()
    await chooser.set_files(list(photos))


async def test_a_photo_is_shown_and_taken(site: Site, screen: Screen) -> None:
    await choose(screen, photo())

    await screen.sees("Đã ghi: 🖼")
    await expect(screen.page.get_by_role("img", name="Ảnh của đồng chí")).to_be_visible()
    (taken,) = [t for t in site.assistant.taken if isinstance(t.said, Photo)]
    assert taken.picture is not None
    assert list(site.folder.glob(f"pictures/??/{taken.picture.hash}.jpg"))
    assert screen.faults == []


async def test_what_is_pressed_after_photos_comes_after_them(site: Site, screen: Screen) -> None:
    await screen.write("Nuôi ong")
    await screen.sees("Đã ghi: Nuôi ong")
    await choose(screen, photo(), photo(noise=True))
    await screen.touch("Sửa")

    await screen.sees("Đã ghi: Sửa")
    assert [type(t.said) for t in site.assistant.taken[-3:]] == [Photo, Photo, Press]


async def test_a_large_photo_travels_small(site: Site, screen: Screen) -> None:
    large = photo(sides=(3000, 2000), noise=True)
    await choose(screen, large)

    await screen.sees("Đã ghi: 🖼")
    (size,) = [size for path, size in site.posts if "photo" in path]
    assert size < len(large["buffer"]) * 0.7


async def test_a_photo_that_waits_survives_the_page(
    site: Site, phone: BrowserContext, screen: Screen
) -> None:
    await phone.set_offline(True)
    await choose(screen, photo())
    await screen.page.evaluate(UNTIL_KEPT)
    await screen.page.close()
    await phone.set_offline(False)
    later = await Screen(await phone.new_page()).open(site.url)

    await later.sees("Đã ghi: 🖼")
    assert [t.picture is not None for t in site.assistant.taken] == [False, True]


async def test_a_file_that_is_no_photo_gets_a_sentence_and_the_question_stays_open(
    screen: Screen,
) -> None:
    await choose(screen, {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"%PDF-1.7"})

    await expect(screen.page.locator(".failed .note")).to_have_text(REFUSALS["picture-kind"])
    await expect(screen.button("Đồng ý")).to_be_visible()
    await screen.page.reload()
    await expect(screen.page.locator(".failed")).to_have_count(0)


async def test_a_photo_over_ten_mebibytes_is_not_even_sent(site: Site, screen: Screen) -> None:
    heavy = {"name": "a.png", "mimeType": "image/png", "buffer": bytes(11 * 1024 * 1024)}
    await choose(screen, heavy)

    await expect(screen.page.locator(".failed .note")).to_have_text(REFUSALS["picture-too-large"])
    assert [path for path, _ in site.posts if "photo" in path] == []
