"""One bot at a time on an SQLite file: a second would send what the first is sending."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from bot.data_folder import prepare_data
from bot.settings import Settings, SettingsError


@contextmanager
def alone_with(settings: Settings) -> Iterator[None]:
    """Hold the lock of the SQLite file; raises SettingsError when another bot holds it.

    The system gives the lock back when the process ends, however it ends.
    """
    file = settings.sqlite_file
    if file is None:
        yield
        return
    prepare_data(settings)
    with file.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            told = f"Another Khéo is running on {file}; stop it first, or set KHEO_DATA."
            raise SettingsError((told,)) from None
        yield
