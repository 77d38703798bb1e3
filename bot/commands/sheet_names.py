"""What the sheet and the slips of codes are called: no name that a file has already."""

import datetime as dt
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from rules.file_names import file_name


def plain_names(folder: Path, unit: str) -> tuple[Path, Path]:
    """Return what sheet and slips are called where no file stands in the way."""
    return _pair(folder, _stem(unit))


def sheet_names(folder: Path, unit: str, today: dt.date) -> tuple[Path, Path]:
    """Return where sheet and slips go: the codes in files that are there stand nowhere else."""
    return next(pair for pair in _pairs(folder, _stem(unit), today) if not any(map(_taken, pair)))


def _pairs(folder: Path, stem: str, today: dt.date) -> Iterator[tuple[Path, Path]]:
    yield _pair(folder, stem)
    for number in count(1):
        yield _pair(folder, f"{stem}-{today.isoformat()}-{number}")


def _pair(folder: Path, stem: str) -> tuple[Path, Path]:
    return folder / f"{stem}.xlsx", folder / f"{stem}.docx"


def _stem(unit: str) -> str:
    return file_name(f"ma-moi-{unit}.xlsx").removesuffix(".xlsx") if unit else "ma-moi"


def _taken(path: Path) -> bool:
    return path.exists() or path.is_symlink()
