"""The desk's pages, made of templates and words; what a template has not been told is an error."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.channels.web.assets import Asset, asset

if TYPE_CHECKING:
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

    def __init__(self) -> None:
        self.files: dict[str, Asset] = {
            name: asset((_HERE / "page" / name).read_bytes(), kind) for name, kind in _KINDS.items()
        }
        self.files["desk.js"] = asset(_script(), "text/javascript")
        self.files["icon.svg"] = asset(_ICON.read_bytes(), "image/svg+xml")

    @cached_property
    def _made(self) -> Environment:
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
            name: f"/ban/page/{one.version}/{name}" for name, one in self.files.items()
        }
        return made

    def render(self, name: str, **context: Any) -> str:
        """Return a page; everything in it that is not ours is escaped."""
        return self._made.get_template(name).render(**context)


def _script() -> bytes:
    parts = [(_HERE / "page" / name).read_text(encoding="utf-8") for name in _SCRIPTS]
    return '"use strict";\n{{\n{}}}\n'.format("\n".join(parts)).encode()
