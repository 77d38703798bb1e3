"""Whatever is typed into the forms of the desk: nothing worse than a page that says so."""

import contextlib
import datetime as dt
from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations.desk.days import read_coming_day
from conversations.desk.entry_forms import read_mend, read_return
from conversations.desk.type_in import Sheet, read_typed
from conversations.desk.wording import changed_words
from conversations.situation import Form
from rules.entry import Entry
from rules.person import Unit
from rules.refused import Refused
from tests.bot.desk.office import Staff
from tests.bot.ordering import LUA, found, registered
from tests.hamlet import ZONE, Hamlet, programme

TODAY = dt.date(2027, 3, 16)
PROGRAMME = programme()
UNIT = Unit("suoi-da", "Chi bộ bản Suối Đá", "chi_bo", "bản Suối Đá")
SHEET = Sheet(Form(PROGRAMME, 1, 2027), UNIT)
NOON = dt.datetime(2027, 3, 16, 12, tzinfo=ZONE)
ENTRY = Entry(
    "e1", "DVK-2027-0001", 1, UNIT, PROGRAMME.code, 2027, "new-collective", "Nuôi ong lấy mật",
    "ấp 3", "economy", "Mười hộ nuôi ong.", "sent", 1, NOON, "pao",
)  # fmt: skip
KEYS = (
    "received", "kind", "person", "agreed", "old", "source", "launched", "name", "address",
    "field", "content", "box", "words", "until", "other", "version", "once", "don-vi", "phieu",
    "day", "reason", "membership", "paper", "correction", "entry", "unit", "help", "next", "sure",
)  # fmt: skip
LIKELY = st.sampled_from(
    ["", "1", "new-collective", "maintain", "adopt", "economy", "content", "suoi-da", "16/3/2027"]
)
SAID = st.dictionaries(st.sampled_from(KEYS), st.text() | LIKELY)


def same(text: str, _plural: str = "", _n: int = 0) -> str:
    """Translate nothing."""
    return text


@given(SAID)
def test_what_is_typed_in_is_a_command_or_said_to_be_wrong(said: Mapping[str, str]) -> None:
    read = read_typed(SHEET, said, same, today=TODAY, dialog="d")

    assert (read.command is None) == bool(read.wrong)
    if read.command:
        assert read.command.received <= TODAY.isoformat()
        assert all("\0" not in words for words in read.command.boxes.values())


@given(SAID)
def test_what_a_supplement_asks_for_is_whole_or_said_to_be_wrong(said: Mapping[str, str]) -> None:
    read = read_return(PROGRAMME, said, today=TODAY, _=same)

    if not read.wrong:
        assert read.box in {box.key for box in PROGRAMME.boxes}
        assert dt.date.fromisoformat(read.until) >= TODAY
        assert read.words.strip()


@given(SAID)
def test_only_boxes_that_say_something_else_are_mended(said: Mapping[str, str]) -> None:
    boxes, _wrong = read_mend(ENTRY, PROGRAMME, said, today=TODAY, _=same)

    assert "field" not in boxes
    assert boxes.get("name") != ENTRY.name


@given(st.text(), st.text())
def test_the_parts_of_a_change_are_both_texts(old: str, new: str) -> None:
    parts = changed_words(old, new)

    assert "".join(text for how, text in parts if how != "gone") == new
    assert "".join(text for how, text in parts if how != "new") == old


@given(st.text())
def test_a_day_to_come_is_read_or_refused(said: str) -> None:
    with contextlib.suppress(Refused):
        assert dt.date.fromisoformat(read_coming_day(said, today=TODAY)) >= TODAY


POSTS = (
    "/ban/nhap", "/ban/nhap/da-co", "/ban/ban-giay/nhan", "/ban/ban-giay/bo", "/ban/can-goi",
    "/ban/viec-cho/tiep-nhan", "/ban/viec-cho/giup-xong", "/ban/viec-cho/ban-giay",
    "/ban/don-vi/suoi-da/mien",
    "/ban/don-vi/suoi-da/ban-giay", "/ban/don-vi/suoi-da/goi", "/ban/don-vi/suoi-da/xac-nhan",
)  # fmt: skip
OF_ENTRY = ("tiep-nhan", "bo-sung", "sua", "rut", "ban-giay", "bo-ban-giay", "khong-dong-y")


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=SAID)
async def test_no_form_breaks_a_page(hanh: Staff, world: Hamlet, said: dict[str, str]) -> None:
    entries = await found(world.db, "SELECT id FROM entries LIMIT 1")
    entry = entries[0][0] if entries else (await registered(world, LUA)).entry.id
    await hanh.opens("/ban")
    token = hanh.token
    sent = {key: words.encode("utf-8", "ignore").decode() for key, words in said.items()}
    for path in (*POSTS, *(f"/ban/dang-ky/{entry}/{act}" for act in OF_ENTRY)):
        await hanh.sends(path, **{**sent, "token": token})
        assert hanh.status in {200, 404, 409, 422}, path
