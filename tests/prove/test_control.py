import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.fakes.telegram import Fault
from tests.prove.control import CHECKS, Pickled, killed_when, left_alone
from tests.prove.control_bot import TABLE
from tests.prove.lives import Nursery, nursery
from tests.prove.oracle import judge
from tests.prove.stage import Stage, stage

LUCK = Random(2027)  # noqa: S311 - repeatable


@pytest.fixture(scope="module")
def plain_bots() -> Iterator[Nursery]:
    """Give the nursery of the plain bot."""
    with nursery("tests.prove.control_bot") as bearing:
        yield bearing


@pytest.fixture
async def control(plain_bots: Nursery, tmp_path: Path) -> AsyncIterator[Stage]:
    """Give a stage for the plain bot."""
    async with stage(plain_bots, Pickled(tmp_path), tmp_path) as opened:
        yield opened


async def test_a_plain_bot_that_nobody_kills_satisfies_the_oracle(control: Stage) -> None:
    record = await left_alone(control, LUCK)

    assert judge(record, checks=CHECKS) == []
    assert len(record.kept.entries) == 1


async def test_a_plain_bot_killed_after_an_update_was_confirmed_has_lost_it(control: Stage) -> None:
    control.fake.fault("sendMessage", Fault(delay_before=60), nth=3)  # the question after that
    record = await killed_when(control, LUCK, lambda wish: "address" in wish.given)
    found = judge(record, checks=CHECKS)

    assert found[:2] == [
        "LOST: mai said name 'Lớp học xóa mù chữ mai 1'; it is nowhere",  # answered, and not kept
        "LOST: mai said address 'thôn mai 1, xã Mường Mẫu'; it is nowhere",
    ]
    assert "WAITING: mai waits in vain" in found


async def test_a_plain_bot_killed_while_a_handler_runs_has_lost_the_registration(
    control: Stage, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "entries.db", isolation_level=None)) as other:
        other.execute(TABLE)
        other.execute("BEGIN IMMEDIATE")  # somebody else is writing: the handler has to wait
        record = await killed_when(control, LUCK, lambda wish: bool(wish.sent))
    found = judge(record, checks=CHECKS)

    assert "LOST: mai sent 'Lớp học xóa mù chữ mai 1'; there is no entry" in found
