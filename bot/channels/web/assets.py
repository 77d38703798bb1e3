"""The page and what belongs to it, read once: its address changes when its content does."""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

import orjson
from aiohttp import web

from bot.ways_in import Led
from rules.codes import plain_code, show_code

FOLDER = Path(__file__).parent / "page"
FOREVER = "public, max-age=31536000, immutable"
# One file for the phone: each request costs a second where coverage is weak.
SCRIPTS = (
    "memory",
    "unsent",
    "photos",
    "server",
    "bubble",
    "log",
    "sender",
    "listener",
    "composer",
    "chat",
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the page, as it is and as it travels; `version` stands in its address."""

    body: bytes
    zipped: bytes
    kind: str
    version: str


class Assets:
    """The page in the words given: `words` by key, `refusals` (sentences) by reason."""

    def __init__(self, words: Mapping[str, str], refusals: Mapping[str, str]) -> None:
        self.files = {
            "chat.js": asset(_script(), "text/javascript"),
            "chat.css": asset(_text("chat.css").encode(), "text/css"),
            "icon.svg": asset(_text("icon.svg").encode(), "image/svg+xml"),
        }
        manifest = _manifest(words, self._address("icon.svg"))
        self.files["manifest.webmanifest"] = asset(manifest, "application/manifest+json")
        self._words = words
        self._page = Template(_text("chat.html"))
        self._parts = {key: escape(word) for key, word in words.items()} | {
            "data": _for_script({"words": dict(words), "refusals": dict(refusals)}),
            "js": self._address("chat.js"),
            "css": self._address("chat.css"),
            "icon": self._address("icon.svg"),
            "manifest": self._address("manifest.webmanifest"),
        }
        self.html("")  # a word that is missing is missed now

    def html(self, code: str, led: Led | None = None) -> str:
        """Return the page, which says this code of an invitation by itself if it is not "".

        `led` has the ways to follow the code instead.
        """
        ways = self._ways(code, led) if led else ""
        return self._page.substitute(self._parts, code=escape(code), ways=ways)

    def _ways(self, code: str, led: Led) -> str:
        opens = [(escape(self._words["open_way"].format(way=app)), link) for app, link in led.links]
        links = "".join(f'<a href="{escape(link)}">{label}</a>' for label, link in opens)
        said = self._said(code, led)
        return f'<nav id="ways">{links}<span>{said}</span></nav>' if said else ""

    def _said(self, code: str, led: Led) -> str:
        """Return what is said beside the ways: what to write in an app that has it not ready."""
        if any(app == "Zalo" for app, _ in led.links):
            words = f"<b>DANG KY {escape(show_code(plain_code(code)))}</b>"
            return self._parts["in_zalo"].format(words=words)
        if led.full:
            return self._parts["zalo_full"]
        return self._parts["or_here"] if led.links else ""

    def _address(self, name: str) -> str:
        return f"/page/{self.files[name].version}/{name}"


def asset(body: bytes, kind: str) -> Asset:
    """Return a file as it is and as it travels."""
    version = hashlib.sha256(body).hexdigest()[:16]
    return Asset(body, gzip.compress(body, mtime=0), kind, version)


def served(request: web.Request, files: Mapping[str, Asset]) -> web.Response:
    """Return the file whose `version` and `name` stand in the address; raises HTTPNotFound."""
    file = files.get(request.match_info["name"])
    if file is None:
        raise web.HTTPNotFound
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    # A page of another version is given this one, which it must not keep as its own.
    same = request.match_info["version"] == file.version
    headers = {"Cache-Control": FOREVER if same else "no-store", "Vary": "Accept-Encoding"}
    if zipped:
        headers["Content-Encoding"] = "gzip"
    body = file.zipped if zipped else file.body
    return web.Response(body=body, content_type=file.kind, charset="utf-8", headers=headers)


def _text(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _script() -> bytes:
    parts = [_text(f"{name}.js") for name in SCRIPTS]
    return '"use strict";\n{{\n{}}}\n'.format("\n".join(parts)).encode()


def _for_script(data: object) -> str:
    """Return JSON that no browser takes for the end of the element it is in."""
    return orjson.dumps(data).decode().replace("<", "\\u003c")


def _manifest(words: Mapping[str, str], icon: str) -> bytes:
    return orjson.dumps(
        {
            "name": words["title"],
            "short_name": words["short_title"],
            "lang": "vi",
            "start_url": "/",
            "display": "standalone",
            "background_color": "#f3f5f1",
            "theme_color": "#14532d",
            "icons": [{"src": icon, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
        }
    )
