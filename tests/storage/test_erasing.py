import json
from collections.abc import Sequence
from typing import Any

import pytest

from storage import (
    attachments,
    codes,
    contacts,
    corrections,
    data_requests,
    dialogs,
    entries,
    erasing,
    files,
    inbox,
    memberships,
    merging,
    outbox,
    people,
    returns,
)
from storage import help as help_
from storage.attachments import Kept, Wanted
from storage.codes import NewCode
from storage.contacts import InCharge
from storage.corrections import Asked, Settled
from storage.data_requests import DataRequest
from storage.database import Database, Row, Transaction
from storage.dialogs import StoredDialog
from storage.entries import Change, NewEntry
from storage.erasing import Erased, Erasure
from storage.files import File
from storage.help import HelpRequest
from storage.inbox import MessageKey
from storage.memberships import Joining
from storage.outbox import OutboxRow
from storage.people import ConsentAnswer
from storage.returns import Return
from tests.storage.everything import places_of, texts
from tests.storage.village import HANH, LAN, NOW, OFFICE, PAO, SUOI_DA, TODAY, chat, entry

NAME, PHONE, SECRET = "Giàng A Páo", "+84912000001", "chim hoàng yến"
INSTEAD = "(đã xóa theo yêu cầu)"
CANARIES = (NAME, "0912 000 001", PHONE, SECRET, "giang a pao", chat(PAO).chat)
REGISTER = """SELECT code, unit, round, kind, counts, state, on_time, typed_by FROM entries
              ORDER BY code"""


def named(number: int, **more: Any) -> NewEntry:
    """Return an entry that names Páo wherever words are."""
    old = entry(number)
    fields = {name: getattr(old, name) for name in old.__slots__}
    content = f"{NAME} (0912 000 001) nuôi lươn, GIÀNG A PÁO làm trước."
    words = {"name": f"Điển hình {NAME}", "content": content, "person": NAME}
    return NewEntry(**{**fields, **words, "more": {"who": f"đồng chí {NAME}"}, **more})


async def live(tx: Transaction) -> None:
    """Let Páo leave a trace wherever a person can."""
    await people.set_phone(tx, PAO, phone=PHONE)
    await people.keep_menus(tx, {PAO: {"data": [SECRET]}})
    await people.consent(tx, [ConsentAnswer("c1", PAO, "given", "1", SECRET, "web", NOW)])
    await memberships.join(tx, [Joining("m8", PAO, OFFICE, TODAY, SECRET, confirmed=True)])
    await contacts.put_in_charge(tx, [InCharge(SUOI_DA, PAO, TODAY)])
    await codes.add(tx, [NewCode("h1", "return", 1, NOW + 1, NOW, person=PAO)])
    await codes.note_try(tx, "a-pao", at=NOW)
    await help_.ask(tx, HelpRequest("q1", PAO, SECRET, NOW))
    await data_requests.add(tx, DataRequest("r1", PAO, "export", NOW, TODAY))
    await inbox.fail(tx, MessageKey(*chat(PAO), "1"), at=NOW, body=SECRET)
    await files.want(tx, File("f1", PAO, "in", "table", SECRET, chat(PAO), NOW, NOW + 1))
    await write(tx)
    await send_photos(tx)


async def write(tx: Transaction) -> None:
    """Let Páo write and be written to, and let others write of him."""
    state = {"answers": {"name": SECRET}}
    await dialogs.keep(tx, [(PAO, StoredDialog("d8", "register", state, touched_at=NOW))])
    await entries.add(tx, [named(1), named(2, typed_by=LAN, more={})])
    change = Change("e1", 1, PAO, NOW)
    boxes = {"content": f"{NAME} và 3 hộ"}
    await entries.correct(tx, change, boxes=boxes, state="confirmed", today=TODAY)
    await ask_and_be_asked(tx)
    await outbox.add(tx, [OutboxRow("o1", *chat(PAO), PAO, say={"text": SECRET})])
    told = {"text": f"Đồng chí {NAME} đã gửi đăng ký, gọi 0912 000 001."}
    await outbox.add(tx, [OutboxRow("o2", *chat(LAN), LAN, say=told, state="sent", about=(PAO,))])
    of_him = {"answers": {"_person": NAME}}
    await dialogs.keep(tx, [(LAN, StoredDialog("d9", "register", of_him, touched_at=NOW))])
    await help_.ask(tx, HelpRequest("q2", LAN, f"Gọi {NAME} giúp", NOW, human=PAO))


async def ask_and_be_asked(tx: Transaction) -> None:
    """Let the office ask for a supplement, and Páo for a correction that is refused."""
    asked = f"Đề nghị đồng chí {NAME} ghi rõ."
    await returns.add(tx, Return("e1", 3, "content", asked, TODAY, HANH, NOW))
    await corrections.ask(tx, Asked("k1", "e1", 2, {"content": f"{NAME} và 4 hộ"}, PAO, NOW))
    await corrections.settle(tx, "k1", Settled("refused", HANH, NOW, f"Đã hỏi {NAME}."))


async def send_photos(tx: Transaction) -> None:
    """Let Páo send photos: of a draft, of an entry, and one Lan has sent as well."""
    for key, person, hash_ in (
        ("p1", PAO, "aa"),
        ("p2", PAO, "bb"),
        ("p3", PAO, "cc"),
        ("p4", LAN, "cc"),
    ):
        await attachments.want(tx, [Wanted(key, person, "web", "", "remote", NOW)])
        await attachments.kept(tx, Kept(key, hash_, "image/jpeg", 1))
    await attachments.attach(tx, ["p2"], person=PAO, entry="e1")


async def erased(tx: Transaction, person: str = PAO) -> Erased:
    return await erasing.erase(tx, Erasure(person, NOW, TODAY, INSTEAD))


async def rows(db: Database, sql: str) -> Sequence[Row]:
    async with db.reading() as tx:
        return await tx.rows(sql)


@pytest.fixture
async def lived(village: Database) -> Database:
    """Give a village in which Páo has done everything one can do."""
    async with village.writing() as tx:
        await live(tx)
    return village


async def test_nothing_that_tells_who_it_was_is_left_but_in_what_others_typed(
    lived: Database,
) -> None:
    async with lived.writing() as tx:
        assert len(await places_of(tx, *CANARIES)) > 10
        await erased(tx)

        left = await places_of(tx, NAME, "0912 000 001", PHONE, SECRET)
        assert left == {("dialogs", "state"), ("help_requests", "words")}  # Lan's
        assert await places_of(tx, chat(PAO).chat) == {("inbox", "chat")}


async def test_the_register_counts_as_before(lived: Database) -> None:
    before = await rows(lived, REGISTER)
    async with lived.writing() as tx:
        done = await erased(tx)

    assert done.entries == 1
    assert await rows(lived, REGISTER) == before
    assert len(before) == 2


async def test_the_name_gives_way_to_words_in_its_place(lived: Database) -> None:
    async with lived.writing() as tx:
        await erased(tx)

    found = await rows(lived, "SELECT person, name, more FROM entries WHERE id = 'e1'")
    assert found == [
        (INSTEAD, f"Điển hình {INSTEAD}", f'{{"who":"đồng chí {INSTEAD}"}}'),
    ]
    versions = await rows(lived, "SELECT version FROM entry_versions WHERE entry = 'e1'")
    assert len(versions) == 2


async def test_places_in_units_end_and_keep_only_that_somebody_had_them(lived: Database) -> None:
    async with lived.writing() as tx:
        await erased(tx)

    found = await rows(lived, f"SELECT position, to_day FROM memberships WHERE person = '{PAO}'")  # noqa: S608 - a test's own
    assert found == [("", TODAY), ("", TODAY)]
    assert await rows(lived, "SELECT to_day FROM unit_humans") == [(TODAY,)]


async def test_only_bytes_nobody_else_has_a_share_in_go(lived: Database) -> None:
    async with lived.writing() as tx:
        done = await erased(tx)

    assert done.pictures == ("aa",)
    assert await rows(lived, "SELECT id FROM attachments ORDER BY id") == [("p2",), ("p4",)]


async def test_an_open_request_of_theirs_is_settled(lived: Database) -> None:
    async with lived.writing() as tx:
        await erased(tx)

        assert await data_requests.open_ones(tx) == []


async def test_erasing_twice_changes_nothing_more(lived: Database) -> None:
    async with lived.writing() as tx:
        await erased(tx)
        again = await erased(tx)

    assert (again.people, again.pictures, again.files) == ((PAO,), (), ())


async def test_whoever_they_were_before_is_forgotten_too(lived: Database) -> None:
    async with lived.writing() as tx:
        await merging.merge(tx, kept=LAN, gone=PAO)
        done = await erased(tx, LAN)

        assert done.people == (LAN, PAO)
        assert await erasing.not_erased(tx, [LAN, PAO, HANH]) == [HANH]


async def test_nobody_else_of_the_same_single_name_loses_a_word(village: Database) -> None:
    async with village.writing() as tx:
        await people.name_person(tx, LAN, name="Lan")
        await entries.add(tx, [named(1, content="Lan tỏa phong trào", person="Lan")])
        await erased(tx, LAN)

    found = await rows(village, "SELECT person, content FROM entries")
    assert found == [(INSTEAD, "Lan tỏa phong trào")]


async def test_what_others_typed_of_other_things_stays_as_it_is(village: Database) -> None:
    typed = "Câu lạc bộ Giàng A Páo Sinh"
    async with village.writing() as tx:
        draft = StoredDialog("d9", "register", {"answers": {"name": typed}}, touched_at=NOW)
        await dialogs.keep(tx, [(LAN, draft)])
        await entries.add(tx, [named(1, typed_by=LAN, person="", name=typed, content=NAME)])
        said = [
            OutboxRow("o1", *chat(LAN), LAN, side="theirs", say={"text": typed}, about=(PAO,)),
            OutboxRow("o2", *chat(LAN), LAN, say={"text": typed}),
        ]
        await outbox.add(tx, said)
        before = await texts(tx)
        await erased(tx)

        kept = ("dialogs", "entries", "outbox")
        assert {one for one in before if one[0] in kept} <= await texts(tx)


async def test_who_only_asked_to_belong_changes_nothing_of_the_unit(village: Database) -> None:
    async with village.writing() as tx:
        await tx.run("UPDATE memberships SET state = 'asked' WHERE person = :pao", {"pao": PAO})
        await entries.add(tx, [named(1, typed_by=LAN)])
        before = await tx.rows("SELECT * FROM entries")
        await erased(tx)

        assert await tx.rows("SELECT * FROM entries") == before


async def test_bubbles_about_them_and_their_entries_are_taken_back_whole(village: Database) -> None:
    say = {"text": "Đồng chí Páo Cũ, số cũ"}
    async with village.writing() as tx:
        await entries.add(tx, [named(1)])
        abouts = [(PAO,), ("e1",), (HANH,), ()]
        rows = [
            OutboxRow(f"o{n}", *chat(LAN), LAN, say=say, state="sent", about=about)
            for n, about in enumerate(abouts)
        ]
        await outbox.add(tx, rows)
        await outbox.add(tx, [OutboxRow("o9", *chat(LAN), LAN, say=say, about=(HANH, PAO))])
        await erased(tx)

        left = [json.loads(row[0])["text"] for row in await tx.rows("SELECT say FROM outbox")]
        assert sorted(left) == sorted([INSTEAD, INSTEAD, say["text"], say["text"]])


async def test_who_never_was_here_is_no_trouble(village: Database) -> None:
    async with village.writing() as tx:
        assert (await erased(tx, "nobody")).people == ()
