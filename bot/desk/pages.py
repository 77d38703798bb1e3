"""The desk's pages, made of templates and words; what a template has not been told is an error."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.channels.web.assets import Asset, asset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

_HERE = Path(__file__).parent
_ICON = _HERE.parent / "channels" / "web" / "page" / "icon.svg"
_KINDS = {
    "desk.css": "text/css",
    "work.css": "text/css",
    "work.js": "text/javascript",
}
_SCRIPTS = ("rows.js", "live.js")  # of one piece, in this order


class Pages:
    """The templates, and the style and script that belong to them."""

    @property
    def files(self) -> Mapping[str, Asset]:
        """The style and script, by name."""
        return _files()

    def render(self, name: str, **context: Any) -> str:
        """Return a page; everything in it that is not ours is escaped."""
        return _templates().get_template(name).render(**context)


@cache
def _files() -> Mapping[str, Asset]:
    files = {
        name: asset((_HERE / "page" / name).read_bytes(), kind) for name, kind in _KINDS.items()
    }
    files["desk.js"] = asset(_script(), "text/javascript")
    files["icon.svg"] = asset(_ICON.read_bytes(), "image/svg+xml")
    return files


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - many have no desk open

    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["file"] = {
        name: f"/ban/page/{one.version}/{name}" for name, one in _files().items()
    }
    return made


def _script() -> bytes:
    parts = [(_HERE / "page" / name).read_text(encoding="utf-8") for name in _SCRIPTS]
    return '"use strict";\n{{\n{}}}\n'.format("\n".join(parts)).encode()
