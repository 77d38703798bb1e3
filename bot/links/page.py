"""The page of a file: one document with its style in it, for a weak network and an old phone."""

from __future__ import annotations

from base64 import b64encode
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Template

_HERE = Path(__file__).parent


class Page:
    """The page, made of its template; `policy` is what a browser may do on it."""

    def __init__(self) -> None:
        self._style = (_HERE / "page.css").read_text(encoding="utf-8")
        style = b64encode(sha256(self._style.encode()).digest()).decode()
        self.policy = (
            f"default-src 'none'; style-src 'sha256-{style}'; img-src 'self' data:; "
            "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
        )

    @cached_property
    def _template(self) -> Template:
        from jinja2 import StrictUndefined, Template  # noqa: PLC0415 - many hand out no links

        text = (_HERE / "page.html").read_text(encoding="utf-8")
        made: Template = Template(
            text, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        return made

    def render(self, **context: Any) -> str:
        """Return the page; everything in it that is not ours is escaped."""
        from markupsafe import Markup  # noqa: PLC0415 - the same

        return self._template.render(style=Markup(self._style), **context)  # noqa: S704 - our own file
