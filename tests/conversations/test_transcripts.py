"""Conversations as a cadre reads them, word for word, in `transcripts/`.

`pytest tests/conversations --update-transcripts` writes down how they go now.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.programme import Programme
from rules.programme_file import read_programme
from storage.database import Database
from tests.conversations.remembered import not_remembered
from tests.conversations.stage import Stage
from tests.conversations.transcript import Transcript, read
from tests.hamlet import HERE, hamlet, programme, settle_in

pytestmark = pytest.mark.usefixtures("papers_once")
FOLDER = Path(__file__).parent / "transcripts"
MOST = {  # bubbles of the assistant
    "lan-dau-co-ma-web": 8,
    "lan-dau-co-ma-telegram": 8,
    "lan-dau-khong-ma-web": 9,
    "lan-dau-khong-ma-telegram": 9,
    "tro-lai-tung-buoc": 7,
    "duy-tri-nam-truoc": 3,
    "bon-dong-co-nhan": 2,
    "bon-dong-khong-dau": 2,
    "bon-dong-danh-so": 2,
    "zalo-lan-dau": 8,
    "zalo-tro-lai": 7,
    "zalo-duy-tri": 3,
    "zalo-bon-dong": 2,
}


def plays() -> Iterator[tuple[Path, str]]:
    """Yield each file with each channel it is played on."""
    for path in sorted(FOLDER.glob("*.txt")):
        for channel in read(path.read_text("utf-8")).channels:
            yield path, channel


def programme_of(transcript: Transcript) -> list[Programme]:
    """Return the programmes the header names, with quotas to count against."""
    return [_programme(code) for code in transcript.header["Chương trình"].split(" và ")]


def _programme(code: str) -> Programme:
    path = HERE / "tests" / "rules" / "programmes" / f"{code}.toml"
    if path.exists():
        return read_programme(path.read_text("utf-8"), file=path.name)
    return programme(code)


async def played(transcript: Transcript, channel: str, db: Database) -> str:
    """Return the transcript as it goes now on a channel."""
    moment = dt.datetime.strptime(transcript.header["Lúc"], "%d/%m/%Y %H:%M")  # noqa: DTZ007 - local
    world = hamlet(db, *programme_of(transcript), moment=moment.isoformat(" ", "minutes"))
    async with db.writing() as tx:
        await settle_in(tx)
    alone = len(transcript.channels) == 1
    return await Stage(world, channel, alone=alone).play(transcript)


@pytest.mark.parametrize(
    ("path", "channel"), [pytest.param(*play, id=f"{play[0].stem}-{play[1]}") for play in plays()]
)
async def test_a_conversation_goes_as_it_is_written(
    path: Path, channel: str, db: Database, request: pytest.FixtureRequest
) -> None:
    written = path.read_text("utf-8")  # noqa: ASYNC240 - nothing else runs

    goes = await played(read(written), channel, db)

    assert await not_remembered(db) == []
    if request.config.getoption("--update-transcripts"):
        path.write_text(goes, "utf-8")  # noqa: ASYNC240 - nothing else runs
    else:
        assert goes == written


@pytest.mark.parametrize(("name", "most"), MOST.items())
def test_a_conversation_takes_no_more_bubbles_than_it_may(name: str, most: int) -> None:
    transcript = read((FOLDER / f"{name}.txt").read_text("utf-8"))

    assert int(transcript.header["Tin của trợ lý"]) <= most
