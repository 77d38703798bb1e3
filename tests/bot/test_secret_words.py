"""What bears a stamp of secrecy is kept nowhere, by whatever way it was said."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.said import Place, Press, Said, Text
from storage.database import open_database
from tests.hamlet import hamlet, settle_in
from tests.storage.everything import places_of
from tests.talk import Talk

CANARY = "chim yến đậu cành thứ"
STAMPS = ("TỐI MẬT", "Độ mật: TUYỆT MẬT", "MẬT", "tài liệu mật", "công văn tối mật", "DO MAT")
WAYS: dict[str, Callable[[str], Said]] = {
    "said": Text,
    "changed": lambda words: Text(words, message="m1", edited=True),
    "pressed": Press,
    "pressed as an answer": lambda words: Press(f"d:x:name:{words}"),
    "as the name of a place": lambda words: Place(10.0, 105.0, words),
}
BEFORE = ((), ("dk",), ("dk", "1"), ("dk", "1", "Nuôi lươn"), ("alo",))


async def say(file: Path, before: tuple[str, ...], said: Said, label: str) -> list[str]:
    """Say something after other things; return what the assistant answers."""
    db = await open_database(f"sqlite:///{file}")
    try:
        world = hamlet(db)
        async with db.writing() as tx:
            await settle_in(tx)
        talk = Talk(world)
        await talk.opens("7K3M2P")
        await talk.presses("Đồng ý")
        for words in before:
            await talk.says(words)
        says = await talk.does(said, label=label)
        async with db.reading() as tx:
            assert await places_of(tx, CANARY) == set()
        await db.scrub()
        return [say.text for say in says]
    finally:
        await db.close()


@settings(max_examples=40)
@given(st.sampled_from(STAMPS), st.sampled_from(sorted(WAYS)), st.sampled_from(BEFORE))
def test_no_table_no_file_and_no_log_has_it(
    sqlite_with_tables: Path,
    tmp_path_factory: pytest.TempPathFactory,
    stamp: str,
    way: str,
    before: tuple[str, ...],
) -> None:
    folder = tmp_path_factory.mktemp("secret")
    shutil.copy(sqlite_with_tables, folder / "kheo.db")
    words = f"{stamp}\n{CANARY}"
    with structlog.testing.capture_logs() as logged:
        told = asyncio.run(say(folder / "kheo.db", before, WAYS[way](words), words))

    assert "có dấu hiệu tài liệu mật" in told[0]
    assert CANARY not in str(logged)
    for file in folder.rglob("*"):
        assert CANARY.encode() not in file.read_bytes()
