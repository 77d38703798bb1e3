"""Which files of a folder nobody wrote for some time."""

from pathlib import Path


def older_files(folder: Path, pattern: str, *, moment: float) -> list[Path]:
    """Return the files of these names written before a time (seconds since 1970), by name."""
    found = sorted(path for path in folder.glob(pattern) if path.is_file())
    return [path for path in found if path.stat().st_mtime < moment]
