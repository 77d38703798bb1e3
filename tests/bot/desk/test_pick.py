"""Finding the unit whose form is typed in, where many are called much alike."""

import re
from html import unescape

from storage import units
from storage.units import NewUnit
from tests.bot.desk.office import Staff
from tests.hamlet import LONG_AGO, Hamlet

MORE = "Có hơn 20 đơn vị khớp"


async def settle(world: Hamlet, count: int) -> None:
    """Let the street cells 1, 2, 3 … be below the office."""
    async with world.db.writing() as tx:
        await units.add_units(tx, [
            NewUnit(f"u-{-n % 97:02}", f"Chi bộ tổ dân phố số {n}", LONG_AGO, 1, "chi_bo",
                    parent="khoi")
            for n in range(1, count + 1)
        ])  # fmt: skip


async def found(hanh: Staff, words: str) -> list[str]:
    """Return the names of the units to choose from."""
    await hanh.opens(f"/ban/nhap?tim={words}")
    picks = re.search('<ul class="plain picks">(.*?)</ul>', hanh.page, re.DOTALL)
    return [unescape(name) for name in re.findall(">([^<]+)</a>", picks[1])] if picks else []


async def test_units_to_choose_from_stand_in_the_order_of_their_numbers(
    hanh: Staff, world: Hamlet
) -> None:
    await settle(world, 12)

    names = await found(hanh, "tổ dân phố")

    assert names == [f"Chi bộ tổ dân phố số {n}" for n in range(1, 13)]
    assert MORE not in hanh.page


async def test_where_more_units_fit_than_are_shown_that_is_said(hanh: Staff, world: Hamlet) -> None:
    await settle(world, 21)

    names = await found(hanh, "tổ dân phố")

    assert names == [f"Chi bộ tổ dân phố số {n}" for n in range(1, 21)]
    assert MORE in hanh.page


async def test_what_is_meant_exactly_is_found_however_many_are_called_alike(
    hanh: Staff, world: Hamlet
) -> None:
    await settle(world, 40)
    await hanh.opens("/ban/nhap?tim=to dan pho so 33")

    assert "Nhập phiếu giấy của Chi bộ tổ dân phố số 33" in hanh.page
