"""The demo's page and what belongs to it; nothing of it comes from anywhere else."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

from aiohttp import web

from bot.channels.web.assets import asset, served
from bot.demo.phones import DemoPhone

_FOLDER = Path(__file__).parent / "page"
_ICON = Path(__file__).parents[1] / "channels" / "web" / "page" / "icon.svg"
_VERSION = "demo"  # kept by no browser: it never is the version of a file


class DemoPage:
    """The page in the words given; `phones` with the ports at which they are."""

    def __init__(self, words: Mapping[str, str], phones: Sequence[tuple[DemoPhone, int]]) -> None:
        self._page = Template((_FOLDER / "demo.html").read_text("utf-8"))
        self._words = words
        self._phones = phones
        self.files = {
            "demo.css": asset((_FOLDER / "demo.css").read_bytes(), "text/css"),
            "demo.js": asset((_FOLDER / "demo.js").read_bytes(), "text/javascript"),
            "icon.svg": asset(_ICON.read_bytes(), "image/svg+xml"),
        }

    def html(self, host: str) -> str:
        """Return the page; the phones are at the same host as it is."""
        words = {key: escape(word) for key, word in self._words.items()}
        frames = "\n".join(self._frame(phone, f"http://{host}:{at}/") for phone, at in self._phones)
        return self._page.substitute(words, version=_VERSION, phone_frames=frames)

    def serve(self, request: web.Request) -> web.Response:
        """Return a file of the page; raises HTTPNotFound."""
        return served(request, self.files)

    def _frame(self, phone: DemoPhone, address: str) -> str:
        whose = escape(phone.person.described)
        label = escape(self._words[phone.label])
        return (
            f"<figure><figcaption><b>{label}</b> · {whose}</figcaption>"
            f'<iframe title="{label}" src="{escape(address)}"></iframe></figure>'
        )
