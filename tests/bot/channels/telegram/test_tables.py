"""Documents that are tables, told by name or kind; all others stay what they were."""

import pytest

from bot.channels import FileSent
from bot.channels.telegram import Telegram
from bot.channels.telegram.intake import Intake
from conversations.said import File, Photo, Text, Unreadable
from tests.bot.channels.telegram.bench import Recorder, fetched
from tests.fakes.telegram import FakeTelegram

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("don-vi.xlsx", XLSX),
        ("ĐƠN VỊ.XLSX", "application/octet-stream"),
        ("don-vi.xls", "application/vnd.ms-excel"),
        ("don-vi.ods", "application/vnd.oasis.opendocument.spreadsheet"),
        ("don-vi.csv", "text/plain"),
        ("don-vi.tsv", "text/tab-separated-values"),
        ("khong-duoi", XLSX),
    ],
)
async def test_a_table_is_known_by_its_name_or_its_kind(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder,
    name: str, mime: str,
) -> None:  # fmt: skip
    await server.person("Hạnh").sends_document(name, mime, b"x" * 40)
    await fetched(telegram, intake)

    (incoming,) = recorder.taken
    assert incoming.said == File("", name, 40)
    assert isinstance(incoming.file, FileSent)
    assert await telegram.download(incoming.file.remote) == b"x" * 40


@pytest.mark.parametrize(
    ("name", "mime", "said"),
    [
        ("nghi-quyet.pdf", "application/pdf", Unreadable("file")),
        ("nghi-quyet.docx", "application/msword", Unreadable("file")),
        ("bang.xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12", Unreadable("file")),
        ("anh.jpg", "image/jpeg", Photo("")),
    ],
)
async def test_other_documents_stay_what_they_are(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder,
    name: str, mime: str, said: object,
) -> None:  # fmt: skip
    await server.person("Hạnh").sends_document(name, mime)
    await fetched(telegram, intake)

    assert recorder.said == [said]
    assert recorder.taken[0].file is None


async def test_a_name_that_no_system_takes_is_made_one(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    await server.person("Hạnh").sends_document("../../đơn\u202e vị\r\n.csv", "text/csv")
    await fetched(telegram, intake)

    assert recorder.said == [File("", "đơn vị .csv", 8)]


async def test_words_under_a_table_are_said_after_it(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    person = server.person("Hạnh")
    sent = await person.sends_document("don-vi.csv", "text/csv")
    person.chat.messages[sent.message_id].body["caption"] = "nhập đơn vị"
    await fetched(telegram, intake)

    assert [type(said) for said in recorder.said] == [File, Text]
