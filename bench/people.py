"""People who register one model each, all at once, each as fast as the bot answers."""

import asyncio
from collections.abc import Sequence
from time import perf_counter
from typing import NamedTuple

from tests.fakes.telegram import FakeTelegram, Person

CONTENT = (
    "Vận động 12 hộ nuôi ong, đảng viên làm trước 3 hộ, mỗi hộ 5 đàn, Hội Nông dân dạy kỹ thuật, "
    "cuối năm bán mật chung, lập quỹ giúp hộ khó khăn. Mỗi tháng họp một lần để trao đổi cách làm."
)


class Step(NamedTuple):
    """What one does: says words, or presses the button with this label."""

    how: str
    what: str


PLAIN = (
    Step("says", "/start"),
    Step("says", "Nuôi ong lấy mật dưới tán rừng"),
    Step("says", "Bản Suối Đá, xã Mường Mẫu"),
    Step("presses", "Phát triển kinh tế"),
    Step("says", CONTENT),
    Step("presses", "Gửi"),
)
KHEO = (
    Step("says", "/start"),
    Step("presses", "Đồng ý"),
    Step("says", "Nguyễn Văn An, Hội Nông dân phường Thường Thạnh"),
    Step("presses", "Mô hình mới của tập thể"),
    *PLAIN[1:],
)


class Outcome(NamedTuple):
    """How it went: seconds in all, milliseconds of each answer, smallest first."""

    seconds: float
    waits: list[float]


async def register_all(telegram: FakeTelegram, steps: Sequence[Step], *, people: int) -> Outcome:
    """Let so many people register at once; return when the last has the receipt."""
    waits: list[float] = []
    crowd = [telegram.person(f"Người {number}") for number in range(people)]
    began = perf_counter()
    await asyncio.gather(*(_register(person, steps, waits) for person in crowd))
    return Outcome(perf_counter() - began, sorted(waits))


async def _register(person: Person, steps: Sequence[Step], waits: list[float]) -> None:
    for step in steps:
        began = perf_counter()
        await (person.says(step.what) if step.how == "says" else person.presses(step.what))
        await person.reads(1, within=120)
        waits.append((perf_counter() - began) * 1000)
