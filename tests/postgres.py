"""A PostgreSQL server of the tests' own, and empty databases on it as fast as they can be had."""

import asyncio
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import pytest

MISSING = (
    "The tests need PostgreSQL: run scripts/provision, "
    "or set KHEO_TEST_POSTGRES_URL to a server where databases may be created."
)
INITDB = ("--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
# Whoever loses power during a test starts it again: nothing here has to survive.
# Stopped at once it leaves nothing in the memory that is shared, where it would stay.
CARELESS = (
    "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c shared_buffers=32MB "
    "-c dynamic_shared_memory_type=mmap"
)


class Postgres:
    """A running server, known by the URL of a database from which others can be created."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._numbers = itertools.count(1)

    @contextmanager
    def database(self, *, like: str = "/template0") -> Iterator[str]:
        """Yield the URL of a new database, empty or a copy of the one at `like`; then drop it.

        A copy can only be made of a database nobody is connected to.
        """
        template = urlsplit(like).path[1:]
        name = f"kheo_test_{os.getpid()}_{next(self._numbers)}"
        try:
            self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        except (OSError, asyncpg.PostgresError) as error:
            pytest.fail(f"PostgreSQL gives the tests no database: {error}", pytrace=False)
        try:
            yield urlsplit(self._url)._replace(path=f"/{name}").geturl()
        finally:
            self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _execute(self, sql: str) -> None:
        # In a thread, so that a test whose own loop is running may ask for a database, too.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, _execute(self._url, sql)).result()


async def _execute(url: str, sql: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


@contextmanager
def running() -> Iterator[Postgres]:
    """Yield the server KHEO_TEST_POSTGRES_URL names, or a private one that ends with the tests."""
    if url := os.environ.get("KHEO_TEST_POSTGRES_URL"):
        yield Postgres(url)
        return
    binaries = _binaries()
    with tempfile.TemporaryDirectory(prefix="kheo-postgres-") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        start, stop = _commands(binaries, folder)
        _run(folder, binaries / "initdb", "-D", "data", *INITDB)
        _run(folder, *start)
        try:
            yield Postgres(f"postgresql://postgres@/postgres?host={folder}")
        finally:
            _run(folder, *stop)


def _binaries() -> Path:
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    pytest.fail(MISSING, pytrace=False)


def _commands(binaries: Path, folder: str) -> tuple[list[str | Path], list[str | Path]]:
    pg_ctl: list[str | Path] = [binaries / "pg_ctl", "-D", "data", "-w"]
    # A socket in a folder of its own: no port to quarrel about, nobody else can reach it.
    options = f"{CARELESS} -c listen_addresses= -c unix_socket_directories={folder}"
    return [*pg_ctl, "-l", "log", "-o", options, "start"], [*pg_ctl, "-m", "immediate", "stop"]


def _run(folder: str, *command: str | Path) -> None:
    # The server refuses to run as root.
    other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*other, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        log = Path(folder, "log")
        said = log.read_text() if log.exists() else done.stdout + done.stderr
        pytest.fail(f"PostgreSQL could not be started for the tests:\n{said}", pytrace=False)
