"""The assistant speaks the language a person chose, in the words of its catalogue."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.language import catalogues

VIETNAMESE = 'msgid "What is the model called?"\nmsgstr "Tên mô hình là gì?"\n'
EMPTY = 'msgid "What is the model called?"\nmsgstr ""\n'
FUZZY = '#, fuzzy\nmsgid "Send"\nmsgstr "Gởi"\n'
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
ROOT = Path(__file__).parents[2]
WITHOUT_BABEL = """
import sys
from pathlib import Path
from bot.language import catalogues
catalogues(Path(sys.argv[1]))
sys.exit("babel" in sys.modules)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the catalogues of one question."""
    _write(tmp_path, "vi", VIETNAMESE)
    _write(tmp_path, "en", EMPTY)
    return tmp_path


def _write(folder: Path, language: str, messages: str) -> Path:
    path = folder / language / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + messages, "utf-8")
    return path


def test_a_question_is_asked_in_vietnamese(folder: Path) -> None:
    assert catalogues(folder)["vi"]("What is the model called?") == "Tên mô hình là gì?"


def test_english_without_a_text_of_its_own_is_what_the_code_says(folder: Path) -> None:
    assert catalogues(folder)["en"]("What is the model called?") == "What is the model called?"


def test_what_is_missing_in_vietnamese_is_said_in_english(folder: Path) -> None:
    assert catalogues(folder)["vi"]("Go back") == "Go back"


def test_a_guess_is_not_said(folder: Path) -> None:
    _write(folder, "vi", FUZZY)

    assert catalogues(folder)["vi"]("Send") == "Send"


def test_a_second_start_needs_no_babel(folder: Path) -> None:
    catalogues(folder)

    done = subprocess.run([sys.executable, "-c", WITHOUT_BABEL, str(folder)], cwd=ROOT, check=False)

    assert done.returncode == 0


def test_a_newer_catalogue_is_compiled_again(folder: Path) -> None:
    catalogues(folder)
    path = _write(folder, "vi", VIETNAMESE.replace("là gì", "tên gì"))
    os.utime(path, (path.stat().st_atime, path.stat().st_mtime + 10))

    assert catalogues(folder)["vi"]("What is the model called?") == "Tên mô hình tên gì?"


def test_a_folder_that_cannot_be_written_is_no_hindrance(folder: Path) -> None:
    in_the_way = folder / "vi" / "LC_MESSAGES" / "messages.new"
    in_the_way.mkdir()

    assert catalogues(folder)["vi"]("What is the model called?") == "Tên mô hình là gì?"
    assert not in_the_way.with_suffix(".mo").exists()


def test_a_language_without_a_catalogue_is_an_error_that_names_it(folder: Path) -> None:
    (folder / "en" / "LC_MESSAGES" / "messages.po").unlink()

    with pytest.raises(FileNotFoundError, match=r"en/LC_MESSAGES/messages\.po"):
        catalogues(folder)
