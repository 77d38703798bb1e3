"""Says which sentences of the conversations the catalogues lack, have too many, or got wrong."""

import string
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

DEFAULT = "vi"  # the language that must be complete; elsewhere an empty text means the English id


def sentences_of_the_code() -> Catalog:
    """Return what pybabel finds in the code."""
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder, "messages.pot")
        command = "-m babel.messages.frontend --quiet extract --mapping pyproject.toml --output"
        subprocess.run([sys.executable, *command.split(), pot, "."], check=True)
        return read_catalogue(pot, None)


def read_catalogue(path: Path, locale: str | None) -> Catalog:
    """Return the catalogue in a file."""
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def faults(catalogue: Catalog, wanted: Catalog) -> list[str]:
    """Return a sentence for each thing wrong with a catalogue."""
    known, needed = ({message.id for message in each if message.id} for each in (catalogue, wanted))
    return [
        *(f"lacks {text!r}" for text in sorted(needed - known)),
        *(f"has {text!r}, which nothing says" for text in sorted(known - needed)),
        *(f"{fault}: {m.id!r}" for m in catalogue if m.id for fault in _faults_of(m, catalogue)),
    ]


def _faults_of(message: Message, catalogue: Catalog) -> list[str]:
    said = str(message.string)
    if not said:
        return ["not translated"] if str(catalogue.locale) == DEFAULT else []
    fuzzy = ["fuzzy"] if message.fuzzy else []
    return fuzzy if _names(said) == _names(str(message.id)) else [*fuzzy, "other {placeholders}"]


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def main() -> int:
    """Print every fault of every catalogue; return 1 if there is one."""
    wanted = sentences_of_the_code()
    found = [
        f"{path}: {fault}\n"
        for path in sorted(Path("locales").glob("*/LC_MESSAGES/messages.po"))
        for fault in faults(read_catalogue(path, path.parts[1]), wanted)
    ]
    if len(wanted) and not Path("locales", DEFAULT, "LC_MESSAGES", "messages.po").exists():
        found.append(f"locales/{DEFAULT} is missing\n")
    sys.stderr.writelines(found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
