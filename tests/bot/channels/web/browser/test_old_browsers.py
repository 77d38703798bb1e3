"""Android 7 with a Chrome of 2018, and browsers that keep nothing."""

import json
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.channels.web.assets import FOLDER
from conversations.say import Say, SentFile
from tests.bot.channels.web.browser.screen import CHROMIUM, PHONE, Screen
from tests.bot.channels.web.site import Site
from tests.bot.channels.web.words import WORDS

SCRIPTS = sorted(FOLDER.glob("*.js"))
NEWER = {
    "optional chaining": r"\?\.(?!\d)",
    "a default for nothing": r"\?\?",
    "private fields": r"(?<![\"'(\w&])#\w",
    "fields of a class": r"^  \w+ = ",
    "static blocks": r"\bstatic\b",
    "objects spread out": r"\{\s*\.\.\.",
    "a catch of nothing": r"\bcatch\s*\{",
    "import": r"\bimport\b|\bexport\b",
    "await outside a function": r"^await\b",
    "numbers with lines below": r"\b\d+_\d",
    "methods of later years": (
        r"\.(finally|flat|flatMap|at|replaceAll|matchAll|fromEntries|trimEnd|trimStart|allSettled"
        r"|randomUUID|replaceChildren|toggleAttribute|arrayBuffer|locks)\("
    ),
    "globalThis": r"\bglobalThis\b|structuredClone|queueMicrotask",
}
NEWER_STYLES = re.compile(
    r"(?<![\w-])(gap|inset|aspect-ratio)\s*:|:(is|where|has)\b|\b(min|max|clamp)\("
    r"|,[^{]*:focus-visible"  # one unknown selector spoils all those beside it
)


def test_there_are_scripts_to_look_at() -> None:
    assert len(SCRIPTS) > 5


@pytest.mark.parametrize("feature", NEWER)
def test_no_script_uses_what_chrome_70_does_not_know(feature: str) -> None:
    code = "\n".join(script.read_text("utf-8") for script in SCRIPTS)
    code = re.sub(r"^\s*//.*$", "", code, flags=re.MULTILINE)

    assert [found[0] for found in re.finditer(NEWER[feature], code, re.MULTILINE)] == []


def test_no_style_needs_what_chrome_70_does_not_know() -> None:
    assert NEWER_STYLES.findall((FOLDER / "chat.css").read_text("utf-8")) == []


def test_nothing_needs_a_mouse() -> None:
    assert ":hover" not in (FOLDER / "chat.css").read_text("utf-8")


@pytest.mark.asyncio(loop_scope="session")
async def test_a_browser_that_keeps_nothing_still_talks(
    site: Site, chromium: Browser, tmp_path: Path
) -> None:
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    preferences = tmp_path / "profile" / "Default" / "Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps(blocked))
    context = await chromium.browser_type.launch_persistent_context(
        tmp_path / "profile", **CHROMIUM, **PHONE
    )
    screen = await Screen(await context.new_page()).open(site.url)
    await expect(screen.page.get_by_text(WORDS["no_memory"])).to_be_visible()
    await screen.write("Nuôi ong")
    await screen.sees("Đã ghi: Nuôi ong")
    site.files.there["f1"] = ("Mẫu.xlsx", b"PK")
    file = SentFile("f1", "Mẫu.xlsx", 4_000_000_000_000)
    await site.assistant.say(site.assistant.taken[0].chat, Say("Tệp đây", file=file))
    async with screen.page.expect_download() as coming:
        await screen.page.get_by_role("link", name="Mẫu.xlsx").tap()
    name = (await coming.value).suggested_filename
    await context.close()

    assert (site.assistant.texts(), name) == (["Nuôi ong"], "Mẫu.xlsx")


@pytest.mark.asyncio(loop_scope="session")
async def test_a_page_that_may_not_store_messages_says_so(site: Site, chromium: Browser) -> None:
    context = await chromium.new_context(**PHONE)
    await context.add_init_script("""Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("blocked", "SecurityError"); } })""")
    screen = await Screen(await context.new_page()).open(site.url)
    await expect(screen.page.get_by_text(WORDS["short_memory"])).to_be_visible()
    await screen.write("Nuôi ong")
    await screen.sees("Đã ghi: Nuôi ong")
    await context.close()

    assert site.assistant.texts() == ["Nuôi ong"]
