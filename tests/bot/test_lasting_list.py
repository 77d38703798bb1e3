from pathlib import Path

import pytest

from bot.lasting_list import LastingList


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a list that does not exist yet, in a folder that does not either."""
    return tmp_path / "data" / "a.list"


async def test_a_list_nobody_wrote_is_empty(path: Path) -> None:
    assert await LastingList(path).read() == []


async def test_lines_stay_in_the_order_they_came(path: Path) -> None:
    await LastingList(path).add(["a", "b"])
    await LastingList(path).add(["c"])

    assert await LastingList(path).read() == ["a", "b", "c"]


@pytest.mark.parametrize("cut", range(1, 5))
async def test_a_line_cut_short_spoils_none_that_follow(path: Path, cut: int) -> None:
    await LastingList(path).add(["aaaa", "bbbb"])
    path.write_bytes(path.read_bytes()[:-cut])  # noqa: ASYNC240 - nothing else runs
    await LastingList(path).add(["cccc"])

    lines = await LastingList(path).read()
    assert (lines[0], lines[-1]) == ("aaaa", "cccc")
