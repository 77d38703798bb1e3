"""The languages people are spoken to in: one gettext catalogue each, compiled when it is new."""

import gettext
import io
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from conversations.situation import Translate

LANGUAGES = ("vi", "en")


def catalogues(folder: Path) -> Mapping[str, Translate]:
    """Return what translates the English of the code, by language; it says itself what is missing.

    Raises FileNotFoundError for a language without a catalogue.
    """
    return {language: _translate(folder / language) for language in LANGUAGES}


def _translate(folder: Path) -> Translate:
    source = folder / "LC_MESSAGES" / "messages.po"
    return gettext.GNUTranslations(io.BytesIO(_compiled(source))).gettext


def _compiled(source: Path) -> bytes:
    kept = source.with_suffix(".mo")
    if kept.is_file() and kept.stat().st_mtime >= source.stat().st_mtime:
        return kept.read_bytes()
    compiled = _compile(source)
    with suppress(OSError):  # where nothing may be written, it is compiled at each start
        kept.with_suffix(".new").write_bytes(compiled)
        kept.with_suffix(".new").replace(kept)
    return compiled


def _compile(source: Path) -> bytes:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - a start needs it once in a while
    from babel.messages.pofile import read_po  # noqa: PLC0415 - the same

    out = io.BytesIO()
    with source.open("rb") as file:
        write_mo(out, read_po(file))
    return out.getvalue()
