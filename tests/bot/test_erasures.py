"""Whoever asks to be forgotten is, down to the bytes on the disk, and stays so after a restore."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.erasures import Erasures
from bot.turns import handle
from conversations.said import Press
from storage import erasing, people
from storage.database import Database, open_database
from storage.erasing import Erased, Erasure
from tests.bot.scene import said, web
from tests.hamlet import Hamlet, hamlet, settle_in
from tests.storage.everything import places_of
from tests.talk import Talk

NAME, PHONE = "Sùng Thị Hoàng Yến", "0912 777 333"
CANARIES = [
    text.encode() for text in (NAME, PHONE, "+84912777333", "sung thi hoang yen", "YẾN YẾN")
]
MODEL = f"""Tên: Nuôi ong của {NAME}
Địa chỉ: bản Suối Đá
Lĩnh vực: kinh tế
Nội dung: Đồng chí {NAME} ({PHONE}) làm trước, 12 hộ làm theo."""
REGISTER = "SELECT code, unit, round, counts, state, typed_by FROM entries ORDER BY code"


@dataclass(slots=True)
class Here:
    """A world on the disk: its database's file, its folder, and the list of erasures."""

    world: Hamlet
    file: Path
    erasures: Erasures

    @property
    def folder(self) -> Path:
        """Where everything lies."""
        return self.file.parent

    def traces(self) -> list[str]:
        """Return the files in which a canary is."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return [p.name for p in files if any(c in p.read_bytes() for c in CANARIES)]

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        """Return the rows of a query."""
        async with self.world.db.reading() as tx:
            return await tx.rows(sql)


@asynccontextmanager
async def opened(file: Path) -> AsyncIterator[Here]:
    """Open a world over a database file."""
    world = hamlet(await open_database(f"sqlite:///{file}"))
    erasures = Erasures(file.parent, world.clock, instead="(đã xóa)")
    shell = replace(world.shell, forget=erasures.forget)
    try:
        yield Here(replace(world, shell=shell), file, erasures)
    finally:
        await world.db.close()


@pytest.fixture
async def here(sqlite_with_tables: Path, tmp_path: Path) -> AsyncIterator[Here]:
    """Give a world in which Yến has written, sent a model and begun another."""
    file = tmp_path / "data" / "kheo.db"
    file.parent.mkdir()
    shutil.copy(sqlite_with_tables, file)
    async with opened(file) as made:
        async with made.world.db.writing() as tx:
            await settle_in(tx)
            await people.name_person(tx, "pao", name=NAME)
            await people.set_phone(tx, "pao", phone="+84912777333")
        await live(made)
        yield made


async def live(here: Here) -> Talk:
    """Let Yến write, send a photo and a model, ask for help, and leave a draft."""
    yen = Talk(here.world)
    await yen.opens("7K3M2P")
    await yen.presses("Đồng ý")
    await yen.says("0")
    await yen.says(MODEL)
    await yen.presses("Gửi")
    await yen.sends_photo()
    await yen.says("YẾN YẾN là ai")
    await yen.says("YẾN YẾN ở đâu")
    await yen.says("đăng ký mới")
    await yen.presses("Mô hình mới của tập thể")
    await yen.says("Nuôi YẾN YẾN lấy tổ")
    return yen


async def asks_to_be_forgotten(here: Here) -> Talk:
    """Let Yến ask for it, and say the second yes."""
    yen = Talk(here.world)
    await yen.says("dữ liệu")
    await yen.does(Press("a:data-erase::0"))
    await yen.does(Press("a:data-erase-yes::0"))
    return yen


async def test_not_one_byte_is_left_on_the_disk(here: Here) -> None:
    assert "kheo.db-wal" in here.traces()
    await asks_to_be_forgotten(here)
    assert await here.world.db.scrub()

    assert here.traces() == []


async def test_nor_is_one_after_the_log_had_been_moved_into_the_file(here: Here) -> None:
    await here.world.db.scrub()
    assert here.traces() == ["kheo.db"]
    await asks_to_be_forgotten(here)
    await here.world.db.scrub()

    assert here.traces() == []


async def test_the_register_is_as_before(here: Here) -> None:
    before = await here.rows(REGISTER)
    await asks_to_be_forgotten(here)

    assert await here.rows(REGISTER) == before != []


async def test_the_log_waits_to_be_scrubbed_until_somebody_was_forgotten(here: Here) -> None:
    assert not here.erasures.done.is_set()
    await asks_to_be_forgotten(here)

    assert here.erasures.done.is_set()


async def test_a_restored_backup_forgets_again_before_anybody_writes(here: Here) -> None:
    await here.world.db.scrub()
    backup = here.file.with_suffix(".backup")
    shutil.copy(here.file, backup)
    await asks_to_be_forgotten(here)
    await here.world.db.close()
    for old in here.folder.glob("kheo.db*"):
        old.unlink()
    backup.rename(here.file)

    async with opened(here.file) as restored:
        assert restored.traces() == ["kheo.db"]
        # She was somebody new before she gave her code.
        assert await restored.erasures.do_again(restored.world.db) == 2
        await restored.world.db.scrub()
        assert restored.traces() == []
        assert await restored.erasures.do_again(restored.world.db) == 0


class Killed(BaseException):
    """The process ends here."""


def dying(at: str, erasures: Erasures) -> Callable[[Erased], Awaitable[None]]:
    """Return a way to forget that is killed before or after what lies outside the database."""

    async def forget(erased: Erased) -> None:
        if at == "after":
            await erasures.forget(erased)
        raise Killed

    return forget


@pytest.mark.parametrize(("at", "again"), [("before", 0), ("after", 2)])
async def test_whoever_dies_while_forgetting_loses_no_erasure(
    here: Here, at: str, again: int
) -> None:
    shell = replace(here.world.shell, forget=dying(at, here.erasures))
    with pytest.raises(Killed):
        async with here.world.db.writing() as tx:
            await handle(tx, [said(Press("a:data-erase-yes::0"), web("chat-1"))], shell)

    # What was not listed was not taken in either: its channel brings it once more.
    assert await here.erasures.do_again(here.world.db) == again
    await asks_to_be_forgotten(here)
    await here.world.db.scrub()
    assert here.traces() == []


async def test_the_same_press_twice_forgets_nobody_else(here: Here) -> None:
    yen = await asks_to_be_forgotten(here)
    before = await here.rows("SELECT id FROM people WHERE erased_at > 0")
    (say,) = await yen.does(Press("a:data-erase-yes::0"))

    assert "Đồng ý" in [option.label for row in say.rows for option in row]
    assert await here.rows("SELECT id FROM people WHERE erased_at > 0") == before
    assert ("pao",) in before


async def test_a_copy_of_the_same_message_forgets_once(here: Here) -> None:
    press = said(Press("a:data-erase-yes::0"), web("chat-1"), id="m-erase")
    for _ in range(2):
        async with here.world.db.writing() as tx:
            await handle(tx, [press], here.world.shell)

    assert len(await here.rows("SELECT id FROM events WHERE act = 'data-erase'")) == 1


async def test_who_comes_back_is_somebody_new(here: Here) -> None:
    yen = await asks_to_be_forgotten(here)
    await yen.opens("3H8N4Q")
    await yen.presses("Đồng ý")

    found = await here.rows("SELECT DISTINCT person FROM addresses")
    assert ("pao",) not in found


async def test_the_only_admin_stays_until_there_is_another(here: Here) -> None:
    async with here.world.db.writing() as tx:
        await tx.run("UPDATE memberships SET role = 'admin' WHERE person = 'pao'")
    yen = await asks_to_be_forgotten(here)

    assert any("quản trị duy nhất" in say.text for say in yen.bubbles)
    assert await here.rows("SELECT id FROM people WHERE erased_at > 0") == []


async def test_what_happened_tells_ids_and_no_names(here: Here) -> None:
    async with here.world.db.reading() as tx:
        found = await places_of(tx, *(canary.decode() for canary in CANARIES), "Nuôi")

    assert ("people", "name") in found
    assert not any(table == "events" for table, _ in found)


async def test_on_postgres_all_of_it_is_gone_too(db: Database) -> None:
    world = hamlet(db)
    async with db.writing() as tx:
        await settle_in(tx)
        await people.name_person(tx, "pao", name=NAME)
        await people.set_phone(tx, "pao", phone="+84912777333")
    await live(Here(world, Path(), Erasures(Path(), world.clock, instead="")))
    async with db.writing() as tx:
        await erasing.erase(tx, Erasure("pao", world.clock.ms, "2027-03-16", "(đã xóa)"))

        assert await places_of(tx, *(canary.decode() for canary in CANARIES)) == set()
