"""A file that is wanted comes, once, whatever dies when; only to whom it is for."""

import asyncio
import io
from pathlib import Path

import openpyxl
import pytest

from bot import making
from bot.files.worker import LEASE_MS, SWEEP_MS
from bot.making.making import Maker, Making
from rules.refused import Refused
from storage.chats import Chat
from storage.database import Unavailable
from tests.bot.faulty import FaultyDatabase
from tests.bot.filing import Desk, desk
from tests.bot.ordering import BINH, LUA, everybody_is_here
from tests.bot.scene import reach, telegram
from tests.hamlet import Hamlet

pytestmark = pytest.mark.usefixtures("papers_once")
DAY = 86_400_000


@pytest.fixture
async def office(world: Hamlet, tmp_path: Path) -> Desk:
    await everybody_is_here(world)
    return desk(world, tmp_path)


class Pen:
    """A maker that can be told to fail; `made` counts what it made."""

    def __init__(self) -> None:
        self.made = 0
        self.fails: list[Exception] = []

    async def __call__(self, _making: Making) -> bytes:
        if self.fails:
            raise self.fails.pop()
        self.made += 1
        return b"bytes %d" % self.made


@pytest.fixture
def pen(monkeypatch: pytest.MonkeyPatch) -> Pen:
    """Give a maker of kind "pen", for the office, and "codes", which may not run twice."""
    one = Pen()
    monkeypatch.setitem(making.MAKERS, "pen", Maker(one, need="office"))
    monkeypatch.setitem(making.MAKERS, "codes", Maker(one, need="office", anew=False))
    return one


async def handed_out(office: Desk, person: str = "hanh") -> tuple[str, bytes]:
    """Let somebody take the file they were told of last at Hạnh's chat."""
    file = (await office.says())[-1].file
    assert file
    return await office.parts.shelf.hand_out(file.id, person=person)


async def test_a_template_comes_with_its_name(office: Desk) -> None:
    await office.want()
    await office.work()

    (said,) = await office.says()
    name, data = await handed_out(office)
    assert (said.text, name) == ("Tệp đồng chí cần: Mẫu.xlsx.", "Mẫu.xlsx")
    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets


async def test_files_of_one_person_come_in_the_order_they_were_wanted(
    office: Desk, pen: Pen
) -> None:
    for _ in range(3):
        await office.want("pen")
    await office.work()

    ids = [say.file.id for say in await office.says() if say.file]
    assert (len(ids), ids) == (3, sorted(ids))
    assert pen.made == 3


async def test_one_that_fails_holds_up_nothing_that_came_after(office: Desk, pen: Pen) -> None:
    pen.fails = [ZeroDivisionError()]
    await office.want("pen")
    await office.want("pen")
    await office.work()

    assert await office.states() == ["wanted", "kept"]
    office.world.clock.ms += 60_000
    await office.work()
    assert await office.states() == ["kept", "kept"]


@pytest.mark.usefixtures("pen")
async def test_killed_between_the_commit_and_the_making_it_still_comes_once(
    office: Desk, tmp_path: Path
) -> None:
    def dies(sql: str, _params: object) -> None:
        if "SET state = 'kept'" in sql:
            raise Unavailable("killed")

    await office.want("pen")
    dying = desk(office.world, tmp_path, FaultyDatabase(office.world.db, dies))
    await dying.work()
    assert await office.says() == []

    reborn = desk(office.world, tmp_path)
    await reborn.parts.worker.start(alone=True)
    await reborn.parts.worker.stop()
    await reborn.work()
    assert len(await office.says()) == 1


async def test_what_another_process_makes_is_left_to_it_until_it_is_surely_dead(
    office: Desk, pen: Pen
) -> None:
    await office.want("pen")
    async with office.world.db.writing() as tx:
        until = office.world.clock.ms + LEASE_MS
        await tx.run("UPDATE files SET not_before = :until", {"until": until})
    await office.work()
    assert pen.made == 0

    office.world.clock.ms += LEASE_MS
    await office.work()
    assert len(await office.says()) == 1


async def test_two_processes_hand_a_file_over_once(office: Desk, pen: Pen, tmp_path: Path) -> None:
    other = desk(office.world, tmp_path)
    for _ in range(4):
        await office.want("pen")
    await asyncio.gather(office.work(), other.work())
    await office.work()

    assert (len(await office.says()), pen.made) == (4, 4)


async def test_a_file_that_cannot_be_made_names_whom_to_call(office: Desk, pen: Pen) -> None:
    pen.fails = [Refused("child-failed")]
    await office.want("pen")
    await office.work()

    (said,) = await office.says()
    assert said.text.startswith("Trợ lý chưa làm được tệp Mẫu.xlsx.")
    assert "0912 000 009" in said.text


async def test_a_file_that_fails_again_and_again_is_given_up_in_words(
    office: Desk, pen: Pen
) -> None:
    pen.fails = [OSError("full")] * 9
    await office.want("pen")
    for _ in range(9):
        await office.work()
        office.world.clock.ms += 3_600_000

    assert await office.states() == ["refused"]
    assert len(await office.says()) == 1


@pytest.mark.parametrize("chat", [BINH, LUA], ids=["a-member", "an-officer"])
async def test_nobody_gets_a_file_made_that_they_may_not_have(
    office: Desk, pen: Pen, chat: Chat
) -> None:
    await office.want("pen", chat=chat)
    await office.work()

    assert (pen.made, await office.states()) == (0, ["refused"])


@pytest.mark.usefixtures("pen")
async def test_a_file_over_a_unit_needs_the_right_over_that_unit(office: Desk) -> None:
    await office.want("pen", unit="nong-dan")
    await office.want("pen", unit="elsewhere")
    await office.work()

    assert await office.states() == ["kept", "refused"]


@pytest.mark.parametrize("person", ["lua", "pao", BINH.chat, ""])
async def test_somebody_elses_file_is_not_there(office: Desk, person: str) -> None:
    await office.want()
    await office.work()

    with pytest.raises(Refused, match="file-unknown"):
        await handed_out(office, person)


async def test_who_is_no_longer_of_the_office_does_not_get_the_file(office: Desk) -> None:
    await office.want()
    await office.work()
    async with office.world.db.writing() as tx:
        await tx.run("UPDATE memberships SET to_day = '2027-01-01' WHERE person = 'hanh'", {})

    with pytest.raises(Refused, match="file-unknown"):
        await handed_out(office)


@pytest.mark.usefixtures("pen")
async def test_a_file_whose_bytes_are_lost_is_made_anew(office: Desk) -> None:
    await office.want("pen")
    await office.work()
    for path in office.on_disk():
        path.unlink()

    assert (await handed_out(office))[1] == b"bytes 2"
    assert (await handed_out(office))[1] == b"bytes 2"


async def test_what_may_not_be_made_twice_is_gone_with_its_bytes_and_the_person_is_told(
    office: Desk, pen: Pen
) -> None:
    await office.want("codes")
    await office.work()
    for path in office.on_disk():
        path.unlink()

    with pytest.raises(Refused, match="file-gone"):
        await handed_out(office)
    assert (pen.made, await office.states()) == (1, ["gone"])
    assert (await office.says())[-1].text == "Tệp Mẫu.xlsx không còn. Mời đồng chí yêu cầu lại."


async def test_a_file_is_gone_with_its_bytes_when_its_time_is_over(office: Desk) -> None:
    await office.want()
    await office.work()
    assert len(office.on_disk()) == 1

    office.world.clock.ms += 7 * DAY
    with pytest.raises(Refused, match="file-gone"):
        await handed_out(office)
    await office.work()
    assert (await office.states(), office.on_disk()) == (["gone"], [])


async def test_bytes_that_never_became_anybodys_are_swept_away(office: Desk) -> None:
    await office.world.shell.files.keep(b"from a page that hung up", of="x")
    await office.want()
    await office.work()
    assert len(office.on_disk()) <= 2

    office.world.clock.ms += SWEEP_MS
    await office.work()
    assert len(office.on_disk()) == 1


async def test_two_files_with_the_same_bytes_do_not_share_a_place(office: Desk) -> None:
    first = await office.world.shell.files.keep(b"the same", of="f1")
    second = await office.world.shell.files.keep(b"the same", of="f2")
    await office.world.shell.files.remove(first)

    assert await office.world.shell.files.read(second) == b"the same"


async def test_a_file_asked_for_on_telegram_waits_to_be_sent_there(office: Desk) -> None:
    phone = telegram("1001")
    await reach(office.world, "hanh", phone)
    await office.want(chat=phone)
    await office.work()

    async with office.world.db.reading() as tx:
        (row,) = await tx.rows("SELECT state FROM outbox WHERE channel = 'telegram'")
    assert row == ("pending",)
    assert (await office.says(phone))[0].file
