"""Programmes come from files an office edits; what was loaded once can be looked up for ever."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.programmes import Programmes, load_programmes, read_sources
from rules.programme_file import ProgrammeError
from storage.database import Database, open_database
from storage.migrate import migrate

HOUSE = Path(__file__).parents[2] / "programmes"
TODAY = dt.date(2027, 3, 1)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Return an empty database with its tables."""
    database = await open_database(database_url)
    await migrate(database)
    yield database
    await database.close()


@pytest.fixture
def minimal(tmp_path: Path) -> Path:
    """Return a copy of the smallest programme, to be edited."""
    path = tmp_path / "mine.toml"
    path.write_text((HOUSE / "minimal.toml").read_text("utf-8"), "utf-8")
    return path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def versions(programmes: Programmes) -> list[tuple[str, int]]:
    return [(form.programme.code, form.version) for form in programmes.forms(TODAY)]


async def test_the_programmes_of_the_house_are_in_the_order_they_were_named(
    database: Database,
) -> None:
    files = [HOUSE / "can-tho-khoi.toml", HOUSE / "minimal.toml"]

    programmes = await load_programmes(database, files, at=1)

    assert versions(programmes) == [("can-tho-khoi", 1), ("minimal", 1)]


async def test_a_registration_after_the_last_stage_counts_to_the_next_year(
    database: Database,
) -> None:
    programmes = await load_programmes(database, [HOUSE / "can-tho-khoi.toml"], at=1)

    (spring,), (autumn,) = programmes.forms(TODAY), programmes.forms(dt.date(2027, 11, 1))

    assert (spring.year, autumn.year) == (2027, 2028)


async def test_a_text_loaded_again_is_the_version_it_was(database: Database, minimal: Path) -> None:
    await load_programmes(database, [minimal], at=1)

    assert versions(await load_programmes(database, [minimal], at=2)) == [("minimal", 1)]


async def test_an_edited_programme_is_a_new_version_and_the_old_one_stays(
    database: Database, minimal: Path
) -> None:
    await load_programmes(database, [minimal], at=1)
    edit(minimal, "Phát triển kinh tế", "Kinh tế")
    programmes = await load_programmes(database, [minimal], at=2)

    assert versions(programmes) == [("minimal", 2)]
    assert programmes.programme("minimal", 2).field("economy").label == "Kinh tế"
    assert programmes.programme("minimal", 1).field("economy").label == "Phát triển kinh tế"


async def test_going_back_to_an_old_text_is_going_back_to_its_version(
    database: Database, minimal: Path
) -> None:
    await load_programmes(database, [minimal], at=1)
    edit(minimal, "Phát triển kinh tế", "Kinh tế")
    await load_programmes(database, [minimal], at=2)
    edit(minimal, "Kinh tế", "Phát triển kinh tế")

    assert versions(await load_programmes(database, [minimal], at=3)) == [("minimal", 1)]


async def test_a_programme_no_longer_in_use_can_still_be_looked_up(
    database: Database, minimal: Path
) -> None:
    await load_programmes(database, [minimal], at=1)
    programmes = await load_programmes(database, [HOUSE / "can-tho-khoi.toml"], at=2)

    assert versions(programmes) == [("can-tho-khoi", 1)]
    assert programmes.programme("minimal", 1).prefix == "MAU"


async def test_a_version_that_never_was_is_not_made_up(database: Database) -> None:
    programmes = await load_programmes(database, [HOUSE / "minimal.toml"], at=1)

    with pytest.raises(KeyError):
        programmes.programme("minimal", 2)


async def test_with_a_mistake_in_one_file_nothing_is_loaded(
    database: Database, minimal: Path
) -> None:
    edit(minimal, "month = 3", "month = 13")

    with pytest.raises(ProgrammeError):
        await load_programmes(database, [HOUSE / "can-tho-khoi.toml", minimal], at=1)
    edit(minimal, "month = 13", "month = 3")
    programmes = await load_programmes(database, [minimal], at=1)

    with pytest.raises(KeyError):
        programmes.programme("can-tho-khoi", 1)


def test_a_mistake_is_told_with_file_line_key_and_what_to_write(minimal: Path) -> None:
    edit(minimal, "month = 3", "month = 13")

    with pytest.raises(ProgrammeError) as caught:
        read_sources([minimal])

    line = minimal.read_text("utf-8").splitlines().index("month = 13") + 1
    assert str(caught.value) == (
        f"{minimal}:{line}: stages[0].month: There is no month 13; write 1 to 12."
    )


def test_the_mistakes_of_all_files_are_told_at_once(minimal: Path, tmp_path: Path) -> None:
    edit(minimal, "month = 3", "month = 13")
    saved_wrongly = tmp_path / "latin.toml"
    saved_wrongly.write_bytes(b'title = "\xd0\xe2n"')

    with pytest.raises(ProgrammeError) as caught:
        read_sources([minimal, saved_wrongly, tmp_path])

    assert [problem.key for problem in caught.value.problems] == ["stages[0].month", "file", "file"]


def test_two_files_cannot_be_the_same_programme(minimal: Path) -> None:
    with pytest.raises(ProgrammeError, match="Another of the files is “minimal” already"):
        read_sources([HOUSE / "minimal.toml", minimal])
