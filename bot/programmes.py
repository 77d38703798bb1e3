"""The programmes in use, and every text of theirs that was ever loaded, each a version."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from conversations.situation import Form
from rules.programme import Programme
from rules.programme_file import Problem, ProgrammeError, read_programme
from rules.rounds import round_of
from storage import programmes
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Source:
    """A programme and the text it was read from."""

    programme: Programme
    text: str

    @property
    def hash(self) -> str:
        """SHA-256 of the text, hex."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class Programmes:
    """The programmes as they stand now, and every version of them there ever was."""

    def __init__(
        self, current: Sequence[tuple[Programme, int]], texts: Mapping[tuple[str, int], str]
    ) -> None:
        self._current = tuple(current)
        self._texts = texts
        self._read = {(each.code, version): each for each, version in current}
        self._forms: tuple[dt.date, tuple[Form, ...]] = (dt.date.min, ())

    def forms(self, today: dt.date) -> tuple[Form, ...]:
        """Return a form for each programme, in the round a registration of `today` counts to."""
        if self._forms[0] != today:
            forms = (Form(each, version, round_of(each, today)) for each, version in self._current)
            self._forms = (today, tuple(forms))
        return self._forms[1]

    def programme(self, code: str, version: int) -> Programme:
        """Return a programme as it was at one version. Raises KeyError for one never loaded."""
        key = (code, version)
        if key not in self._read:
            self._read[key] = read_programme(self._texts[key], file=f"{code} (version {version})")
        return self._read[key]


async def load_programmes(database: Database, files: Sequence[Path], *, at: int) -> Programmes:
    """Return the programmes of the files; a text not known yet becomes a version of `at` (UTC ms).

    Raises ProgrammeError with all that is wrong with any of them, and then keeps none.
    """
    sources = read_sources(files)
    current: list[tuple[Programme, int]] = []
    async with database.writing() as tx:
        for source in sources:
            code = source.programme.code
            version = await programmes.keep(tx, code, source.text, hash_=source.hash, at=at)
            current.append((source.programme, version))
        texts = {(old.code, old.version): old.source for old in await programmes.versions(tx)}
    return Programmes(current, texts)


def read_sources(files: Sequence[Path]) -> list[Source]:
    """Return the programmes of the files. Raises ProgrammeError with all that is wrong."""
    sources: list[Source] = []
    problems: list[Problem] = []
    for file in files:
        try:
            text = file.read_text("utf-8")
            sources.append(Source(read_programme(text, file=str(file)), text))
            problems += _doubled(sources, file)
        except ProgrammeError as error:
            problems += error.problems
        except OSError as error:
            problems.append(_unreadable(file, f"This file cannot be read: {error.strerror}."))
        except UnicodeDecodeError:
            problems.append(_unreadable(file, "This file is not in UTF-8; save it as UTF-8."))
    if problems:
        raise ProgrammeError(tuple(problems))
    return sources


def _doubled(sources: Sequence[Source], file: Path) -> list[Problem]:
    *others, last = (source.programme.code for source in sources)
    message = f"Another of the files is “{last}” already; write a code of its own."
    return [Problem(str(file), 1, "code", message)] if last in others else []


def _unreadable(file: Path, message: str) -> Problem:
    return Problem(str(file), 1, "file", message)
