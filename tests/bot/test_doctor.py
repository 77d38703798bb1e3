"""The doctor says what is right, and of what is wrong what to do about it."""

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.doctor import database, examine, telegram
from bot.doctor.database import has_log_bug
from bot.doctor.finding import Finding
from bot.settings import read_settings
from bot.settings_given import SECRETS
from storage.database import open_database
from storage.health import Health
from storage.migrate import migrate
from tests.fakes.telegram import FakeTelegram, Fault

HOUSE = Path(__file__).parents[2]
TOKEN = FakeTelegram.token
ZONE = read_settings({}, here=HOUSE).zone
HOUR_MS = 3_600_000


class Ahead(Clock):
    """A clock that is an hour ahead."""

    def now_ms(self) -> int:
        return super().now_ms() + HOUR_MS


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Return a project with the programmes of the house."""
    shutil.copytree(HOUSE / "programmes", tmp_path / "programmes")
    return tmp_path


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    """Return a Telegram of this machine."""
    async with FakeTelegram() as fake:
        yield fake


async def look(here: Path, **settings: str) -> list[Finding]:
    environ = {f"KHEO_{name}": text for name, text in settings.items()}
    return [finding async for finding in examine(environ, here=here)]


async def wrong(here: Path, **settings: str) -> str:
    found = await look(here, **settings)
    return "\n".join(finding.text for finding in found if finding.verdict == "wrong")


async def of_telegram(
    url: str, *, clock: Clock | None = None, token: str = TOKEN
) -> tuple[str, str]:
    """Return what is said of the token and of the clock."""
    environ = {"KHEO_TELEGRAM_TOKEN": token, "KHEO_TELEGRAM_API": url}
    settings = read_settings(environ, here=HOUSE)
    found = [each async for each in telegram.examine(settings, clock or Clock(ZONE))]
    assert TOKEN not in str(found)
    *said, abroad = [f"{each.verdict}: {each.text}" for each in found]
    assert abroad.startswith("know: What people say on Telegram goes through servers abroad")
    return (said[0], said[1] if said[1:] else "")


async def test_before_the_first_start_all_is_well_and_nothing_is_made(here: Path) -> None:
    found = await look(here)

    assert {finding.verdict for finding in found} == {"right", "know"}
    assert not (here / "data").exists()


async def test_settings_that_cannot_be_right_are_all_that_is_told(here: Path) -> None:
    found = await look(here, PORT="x", TIMEZONE="y")

    assert [finding.verdict for finding in found] == ["wrong", "wrong"]
    assert "KHEO_PORT" in found[0].text


async def test_the_mistakes_of_a_programme_are_told(here: Path) -> None:
    file = here / "programmes" / "can-tho-khoi.toml"
    file.write_text(file.read_text("utf-8").replace("month = 3", "month = 13"), "utf-8")

    assert re.search(r"can-tho-khoi\.toml:\d+: stages\[0\]\.month", await wrong(here))


async def test_the_invented_number_of_a_preset_is_something_to_know(here: Path) -> None:
    own = here / "programmes" / "can-tho-khoi.toml"
    known = "tells people to call an invented number"
    before = [finding for finding in await look(here) if known in finding.text]
    own.write_text(own.read_text("utf-8").replace("+84912000009", "0912 345 678"), "utf-8")
    after = [finding for finding in await look(here) if known in finding.text]

    assert [finding.verdict for finding in before] == ["know"]
    assert after == []


async def test_a_dotenv_with_a_token_that_others_can_read_is_told(here: Path) -> None:
    (here / ".env").write_text("KHEO_TELEGRAM_SECRET=abc")
    (here / ".env").chmod(0o644)

    found = await look(here)

    assert (
        Finding(
            "know",
            f"{here}/.env holds secrets and everybody here can read it; run: chmod 600 {here}/.env",
        )
        in found
    )


async def test_a_dotenv_of_ones_own_is_right(here: Path) -> None:
    (here / ".env").write_text("KHEO_TELEGRAM_SECRET=abc")
    (here / ".env").chmod(0o600)

    assert Finding("right", f"{here}/.env is closed to others.") in await look(here)


async def test_a_database_with_all_its_tables_is_right(here: Path, database_url: str) -> None:
    opened = await open_database(database_url)
    await migrate(opened)
    await opened.close()

    found = await look(here, DATABASE_URL=database_url)

    assert any("opens and has all its tables" in finding.text for finding in found)


async def test_a_database_without_tables_is_brought_up_by_the_next_start(
    here: Path, database_url: str
) -> None:
    await (await open_database(database_url)).close()

    texts = [finding.text for finding in await look(here, DATABASE_URL=database_url)]

    assert any(re.match("The database is at step 0 of [0-9]+; the next", text) for text in texts)


async def test_a_later_versions_database_is_told(here: Path, database_url: str) -> None:
    opened = await open_database(database_url)
    await migrate(opened)
    async with opened.writing() as tx:
        await tx.run("INSERT INTO migrations (number, name) VALUES (9999, 'later')")
    await opened.close()

    said = await wrong(here, DATABASE_URL=database_url)

    assert "The database is of a later version of Khéo (step 9999); install that one." in said


async def test_a_file_that_is_no_database_is_told(here: Path) -> None:
    (here / "kheo.db").write_bytes(b"no database" * 1000)

    said = await wrong(here, DATABASE_URL="sqlite:///kheo.db")

    assert said == "The database cannot be opened: SQLITE_NOTADB."


async def test_a_server_that_does_not_answer_is_told_without_its_password(here: Path) -> None:
    said = await wrong(here, DATABASE_URL="postgresql://kheo:hunter2@127.0.0.1:1/kheo")

    assert said.startswith("The database cannot be opened: ")
    assert "hunter2" not in said


def test_a_careless_postgresql_is_told() -> None:
    health = Health("15.1", 1, 1, careless=("fsync", "synchronous_commit"), now=HOUR_MS)

    found = list(database._postgres(health, HOUR_MS))

    assert [finding.verdict for finding in found] == ["right", "wrong", "wrong", "right"]
    assert found[1].text.startswith("PostgreSQL has fsync = off and loses answers when")


def test_a_clock_that_is_not_the_servers_is_told() -> None:
    *_, clock = database._postgres(Health("15.1", 1, 1, now=HOUR_MS), HOUR_MS - 61_000)

    assert clock.verdict == "wrong"
    assert clock.text.startswith("The clock is 61 s behind the database server's")


@pytest.mark.parametrize(
    ("version", "bug"),
    [
        ("3.6.23", False),
        ("3.7.0", True),
        ("3.40.1", True),
        ("3.44.5", True),
        ("3.44.6", False),
        ("3.45.0", True),
        ("3.50.6", True),
        ("3.50.7", False),
        ("3.51.2", True),
        ("3.51.3", False),
        ("3.53.0", False),
    ],
)
def test_the_sqlites_that_can_lose_a_commit_are_known(version: str, *, bug: bool) -> None:
    assert has_log_bug(version) is bug


def test_an_sqlite_with_the_bug_is_something_to_know() -> None:
    (finding,) = database._sqlite(Health("3.40.1", 1, 1))

    assert finding.verdict == "know"
    assert "run one bot only" in finding.text


async def test_no_token_is_no_fault(here: Path) -> None:
    texts = [finding.text for finding in await look(here)]

    assert texts[-2:] == [
        "There is no token: the web chat alone is served, nothing is wrong.",
        "Nothing people say leaves this server.",
    ]


async def test_a_token_that_telegram_knows_is_right(fake: FakeTelegram) -> None:
    token, clock = await of_telegram(fake.url)

    assert re.fullmatch(r"right: The token is that of @\w+\.", token)
    assert clock == "right: The clock agrees with the Bot API server's."


async def test_a_token_that_telegram_does_not_know_is_told(fake: FakeTelegram) -> None:
    token, _ = await of_telegram(fake.url, token=f"{TOKEN}x")

    assert token == f"wrong: {fake.url} does not know the token; copy it again from @BotFather."


async def test_a_clock_an_hour_ahead_is_told(fake: FakeTelegram) -> None:
    _, clock = await of_telegram(fake.url, clock=Ahead(ZONE))

    assert re.match(r"wrong: The clock is 3\d\d\d s ahead of the Bot API server's", clock)


@pytest.mark.parametrize(
    "fault", [Fault(status=502, html=True), Fault(status=500), Fault(cut_before=True)]
)
async def test_a_server_that_fails_is_told(fake: FakeTelegram, fault: Fault) -> None:
    fake.fault("getMe", fault, times=None)  # the client asks again when it is cut off

    token, _ = await of_telegram(fake.url)

    assert token.startswith(f"wrong: {fake.url} gave no answer (")


async def test_a_silent_server_is_not_waited_for(
    fake: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram, "_PATIENCE_S", 0.05)
    fake.fault("getMe", Fault(delay_before=60))

    token, _ = await of_telegram(fake.url)

    assert "gave no answer (TimeoutError)" in token


async def test_no_secret_is_ever_said(here: Path) -> None:
    secret = {name.removeprefix("KHEO_"): "1:hunter2hunter2" for name in SECRETS}

    found = await look(here, **secret, TELEGRAM_API="http://127.0.0.1:1")

    assert "hunter2" not in str(found)
