import errno
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.fetch import TRIES, Fetching
from bot.pictures import PictureKeeper
from storage import attachments
from storage.attachments import Wanted
from storage.database import Unavailable
from tests.bot.faulty import FaultyDatabase
from tests.bot.posting import Post
from tests.bot.telltale import tells, telltale
from tests.eventually import eventually
from tests.fakes.telegram import Fault, Person

pytestmark = pytest.mark.usefixtures("papers_once")


@dataclass(slots=True)
class Album:
    """The fetching of pictures, driven round by round, and the folder they come to."""

    post: Post
    folder: Path
    fetch: Fetching

    async def want(self, person: Person, *photos: bytes) -> None:
        """Let somebody send photos, and want them."""
        sent = [await person.sends_photo(photo) for photo in photos]
        messages = [person.chat.messages[one.message_id].body for one in sent]
        remote = [message["photo"][-1]["file_id"] for message in messages]
        async with self.post.db.writing() as tx:
            wanted = [
                Wanted(f"p{n}", "lan", "telegram", self.post.telegram.bot, one, 1)
                for n, one in enumerate(remote)
            ]
            await attachments.want(tx, wanted)

    async def states(self) -> list[str]:
        """Return the state of each picture."""
        async with self.post.db.reading() as tx:
            found = await tx.rows("SELECT state FROM attachments ORDER BY id")
        return [state for (state,) in found]

    def files(self) -> list[Path]:
        """Return the files that are kept."""
        return [path for path in self.folder.rglob("*") if path.is_file()]


@pytest.fixture
async def album(post: Post, tmp_path: Path) -> AsyncIterator[Album]:
    keeper = PictureKeeper(tmp_path)
    fetch = Fetching(post.db, {"telegram": post.telegram}, keeper, post.clock)
    yield Album(post, tmp_path / "pictures", fetch)
    await fetch.stop()


async def test_photos_are_fetched_and_tell_nothing_any_more(album: Album, lan: Person) -> None:
    await album.want(lan, telltale("red"), telltale("blue"))
    await album.fetch._fetch_due()

    assert await album.states() == ["kept", "kept"]
    photos = [path.read_bytes() for path in album.files()]
    assert [tells(photo) for photo in photos] == [False, False]


async def test_what_came_in_is_fetched_at_once(album: Album, lan: Person) -> None:
    album.fetch.start()
    await album.want(lan, telltale())
    album.fetch.look()

    await eventually(lambda: kept(album))


async def kept(album: Album) -> bool:
    return set(await album.states()) == {"kept"}


async def test_what_is_still_wanted_is_fetched_after_a_restart(
    album: Album, lan: Person, tmp_path: Path
) -> None:
    album.post.fake.fault("download", Fault(delay_before=60))
    await album.want(lan, telltale("red"), telltale("blue"))
    album.fetch.start()
    await album.post.fake.called("download")
    await album.fetch.stop()
    assert await album.states() == ["wanted", "wanted"]

    album.fetch = Fetching(
        album.post.db, {"telegram": album.post.telegram}, PictureKeeper(tmp_path), album.post.clock
    )
    album.fetch.start()
    await eventually(lambda: kept(album))


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("getFile", Fault(status=500)),
        ("getFile", Fault(cut_before=True)),
        ("download", Fault(status=500)),
        ("download", Fault(cut_after=True)),
        ("download", Fault(truncated=True)),
    ],
    ids=str,
)
async def test_a_photo_that_cannot_be_had_now_is_fetched_later(
    album: Album, lan: Person, method: str, fault: Fault
) -> None:
    album.post.fake.fault(method, fault, times=None)
    await album.want(lan, telltale())
    await album.fetch._fetch_due()
    assert await album.states() == ["wanted"]

    album.post.fake.heal()
    album.post.clock.ms += 60_000
    await album.fetch._fetch_due()
    assert await album.states() == ["kept"]


async def test_one_that_cannot_be_had_holds_no_other_up(album: Album, lan: Person) -> None:
    album.post.fake.fault("download", Fault(status=500))
    await album.want(lan, telltale("red"), telltale("blue"))
    await album.fetch._fetch_due()

    assert sorted(await album.states()) == ["kept", "wanted"]


async def test_what_telegram_does_not_have_any_more_is_given_up(album: Album, lan: Person) -> None:
    album.post.fake.fault("getFile", Fault(status=400, description="Bad Request: wrong file_id"))
    await album.want(lan, telltale())
    await album.fetch._fetch_due()

    assert await album.states() == ["refused"]


async def test_after_many_tries_it_is_given_up(album: Album, lan: Person) -> None:
    album.post.fake.fault("getFile", Fault(status=500), times=None)
    await album.want(lan, telltale())
    for _ in range(TRIES + 1):
        album.post.clock.ms += 3_600_000
        await album.fetch._fetch_due()

    assert await album.states() == ["refused"]


async def test_without_the_channel_it_stays_wanted_however_long(
    album: Album, lan: Person, tmp_path: Path
) -> None:
    await album.want(lan, telltale())
    away = Fetching(album.post.db, {}, PictureKeeper(tmp_path), album.post.clock)
    for _ in range(TRIES + 2):
        album.post.clock.ms += 3_600_000
        await away._fetch_due()

    assert await album.states() == ["wanted"]


async def test_what_is_no_picture_is_refused(album: Album, lan: Person) -> None:
    await album.want(lan, b"no picture at all")
    await album.fetch._fetch_due()

    assert await album.states() == ["refused"]
    assert album.files() == []


async def test_without_room_on_the_disk_it_is_fetched_later(
    album: Album, lan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: PictureKeeper, _picture: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    await album.want(lan, telltale())
    with monkeypatch.context() as patched:
        patched.setattr(PictureKeeper, "_store", full)
        await album.fetch._fetch_due()
        await album.fetch._fetch_due()
    async with album.post.db.reading() as tx:
        assert await tx.rows("SELECT state, attempts FROM attachments") == [("wanted", 1)]

    album.post.clock.ms += 60_000
    await album.fetch._fetch_due()
    assert await album.states() == ["kept"]


async def test_fetching_outlives_whatever_happens_to_it(album: Album, lan: Person) -> None:
    troubles = [Unavailable("locked"), ZeroDivisionError()]

    def strike(sql: str, _params: object) -> None:
        if "SET state = 'kept'" in sql and troubles:
            raise troubles.pop()

    album.fetch._db = FaultyDatabase(album.post.db, strike)
    await album.want(lan, telltale())
    assert await album.fetch._fetch_due() > 0
    assert await album.fetch._fetch_due() > 0

    await album.fetch._fetch_due()
    assert await album.states() == ["kept"]


async def test_the_same_photo_from_two_processes_is_kept_once(
    album: Album, lan: Person, tmp_path: Path
) -> None:
    await album.want(lan, telltale())
    other = Fetching(
        album.post.db, {"telegram": album.post.telegram}, PictureKeeper(tmp_path), album.post.clock
    )
    due = await album.fetch._due()
    await other._fetch_due()
    await album.fetch._fetch(due[0])

    assert (await album.states(), len(album.files())) == (["kept"], 1)
