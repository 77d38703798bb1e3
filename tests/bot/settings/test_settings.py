"""What an operator writes, and what they are told when it cannot be right."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.dotenv import read_dotenv
from bot.secret import Secret
from bot.settings import SettingsError, read_settings
from tests.bot.settings.reading import TOKEN, Read, problems


def test_without_anything_the_bot_runs_here_on_sqlite_without_telegram(
    read: Read, here: Path
) -> None:
    settings = read()

    assert settings.data == here / "data"
    assert settings.sqlite_file == here / "data" / "kheo.db"
    assert settings.public_url == "http://127.0.0.1:8080"
    assert not settings.telegram_token
    assert settings.telegram_api == "https://api.telegram.org"
    assert settings.programmes == (here / "programmes" / "can-tho-khoi.toml",)
    assert settings.zone.key == "Asia/Ho_Chi_Minh"


def test_everything_can_be_chosen(read: Read, here: Path) -> None:
    settings = read(
        DATA="/srv/kheo",
        DATABASE_URL="postgresql://kheo@db/kheo",
        HOST="0.0.0.0",
        PORT="80",
        PUBLIC_URL="https://kheo.example.vn/",
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_API="http://127.0.0.1:8081/",
        TELEGRAM_MODE="webhook",
        TELEGRAM_SECRET="s3cret_-",
        PROGRAMME="minimal, can-tho-khoi",
        TIMEZONE="Europe/Berlin",
    )

    assert settings == replace(
        read(),
        data=Path("/srv/kheo"),
        database_url=Secret("postgresql://kheo@db/kheo"),
        host="0.0.0.0",
        port=80,
        public_url="https://kheo.example.vn",
        telegram_token=Secret(TOKEN),
        telegram_api="http://127.0.0.1:8081",
        telegram_mode="webhook",
        telegram_secret=Secret("s3cret_-"),
        programmes=(here / "programmes/minimal.toml", here / "programmes/can-tho-khoi.toml"),
        zone=settings.zone,
    )
    assert settings.zone.key == "Europe/Berlin"
    assert settings.sqlite_file is None


def test_everything_about_zalo_can_be_chosen(read: Read) -> None:
    settings = read(
        ZALO_TOKENS="111:aaa, 222:b-b",
        ZALO_API="http://127.0.0.1:8082/",
        ZALO_MODE="webhook",
        ZALO_SECRET="s3cret_-",
        ZALO_PEOPLE="1000",
        ZALO_MESSAGES="30000",
        ZALO_COUNTED="out",
    )

    assert settings == replace(
        read(),
        zalo_tokens=(Secret("111:aaa"), Secret("222:b-b")),
        zalo_api="http://127.0.0.1:8082",
        zalo_mode="webhook",
        zalo_secret=Secret("s3cret_-"),
        zalo_people=1000,
        zalo_messages=30_000,
        zalo_counted="out",
    )


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("0.0.0.0", "http://127.0.0.1:8080"),
        ("::", "http://[::1]:8080"),
        ("::1", "http://[::1]:8080"),
        ("kheo.local", "http://kheo.local:8080"),
    ],
)
def test_the_address_to_open_follows_from_the_host(read: Read, host: str, address: str) -> None:
    assert read(HOST=host).public_url == address


def test_the_database_is_in_the_data_folder(read: Read, here: Path) -> None:
    assert read(DATA="elsewhere").sqlite_file == here / "elsewhere" / "kheo.db"


def test_the_path_of_a_database_begins_where_the_project_is(read: Read, here: Path) -> None:
    assert read(DATABASE_URL="sqlite:///mine.db").sqlite_file == here / "mine.db"
    assert read(DATABASE_URL="sqlite:////srv/mine.db").sqlite_file == Path("/srv/mine.db")


def test_a_programme_of_ones_own_is_named_by_its_path(read: Read, here: Path) -> None:
    (here / "mine.toml").touch()

    assert read(PROGRAMME="mine.toml").programmes == (here / "mine.toml",)


@pytest.mark.parametrize(
    ("name", "text", "advice"),
    [
        ("PORT", "eighty", "is “eighty”; write a whole number up to 65535, such as 8080"),
        ("PORT", "65536", "is “65536”; write a whole number up to 65535, such as 8080"),
        ("PORT", "²", "is “²”; write a whole number up to 65535, such as 8080"),
        ("HOST", "a b", "is “a b”; write an address to listen on, such as 127.0.0.1"),
        ("PUBLIC_URL", "kheo.vn", "is “kheo.vn”; write an address such as https://kheo.example.vn"),
        ("TELEGRAM_API", "http://[", "is “http://[”; write an address such as https://"),
        ("TELEGRAM_MODE", "push", "is “push”; write polling or webhook"),
        ("TELEGRAM_TOKEN", "hunter2", "is no token; copy it from @BotFather"),
        ("TELEGRAM_SECRET", "a b", "is not usable; write 1 to 256 of the characters"),
        ("ZALO_TOKENS", f"1:a hunter2,{TOKEN}", "holds no token at place 2; copy it from Zalo Bot"),
        ("ZALO_TOKENS", "1:old, 2:b, 1:new", "names the bot 1 twice; leave in the newer of its"),
        ("ZALO_MODE", "push", "is “push”; write polling or webhook"),
        ("ZALO_SECRET", "seven-7", "is not usable; write 8 to 256 of the characters"),
        ("ZALO_MESSAGES", "0", "is “0”; write a whole number from 1 on, such as 3000"),
        ("ZALO_COUNTED", "in", "is “in”; write out or both"),
        ("TIMEZONE", "Asia/Hanoi", "is “Asia/Hanoi”; write the name of a time zone, such as "),
        ("TIMEZONE", "Asia", "is “Asia”; write the name of a time zone, such as "),
        ("DATABASE_URL", "mysql://x", "is no database we know; write sqlite:///PATH or postgresql"),
        ("DATABASE_URL", "sqlite:///", "is no database we know; write sqlite:///PATH or"),
        ("DATABASE_URL", "postgresql://u:p@h:port/x", "is no database we know; write sqlite:///"),
        ("PROGRAMME", " , ", "names no programme; write a code such as can-tho-khoi"),
    ],
)
def test_what_cannot_be_right_is_answered_with_what_to_write(
    read: Read, name: str, text: str, advice: str
) -> None:
    assert problems(read, **{name: text}).startswith(f"KHEO_{name} {advice}")


def test_a_programme_that_is_not_there_is_answered_with_those_that_are(
    read: Read, here: Path
) -> None:
    said = problems(read, PROGRAMME="can-tho")

    assert said.startswith("KHEO_PROGRAMME names “can-tho”, but there is no file")
    assert str(here / "programmes" / "can-tho.toml") in said
    assert said.endswith("one of: can-tho-khoi, minimal.")


def test_all_mistakes_are_told_at_once(read: Read) -> None:
    assert len(problems(read, PORT="x", TIMEZONE="y", TELEGRAM_MODE="z").splitlines()) == 3


def test_a_misspelt_name_is_answered_with_the_right_one(read: Read) -> None:
    said = problems(read, TELEGRAM_TOKN=TOKEN)

    assert said == "KHEO_TELEGRAM_TOKN is no setting; did you mean KHEO_TELEGRAM_TOKEN?"


def test_a_name_like_no_other_is_answered_with_where_all_are(read: Read) -> None:
    said = problems(read, "KHEO_ZZZ=1")

    assert said == "KHEO_ZZZ is no setting; the file .env.example lists all there are."


def test_what_the_tests_are_told_is_no_setting_of_the_bot(read: Read) -> None:
    read(TEST_POSTGRES_URL="postgresql://somewhere")


def test_other_programs_names_are_not_ours(read: Read) -> None:
    assert read("PATH=/bin\nPORT=1").port == 8080


def test_the_environment_wins_over_dotenv(read: Read) -> None:
    settings = read("KHEO_PORT=1\nKHEO_HOST=::1", PORT="2")

    assert (settings.port, settings.host) == (2, "::1")


def test_an_empty_token_in_the_environment_hides_the_one_in_dotenv(read: Read) -> None:
    assert not read(f"KHEO_TELEGRAM_TOKEN={TOKEN}", TELEGRAM_TOKEN="").telegram_token


def test_a_dotenv_that_is_no_text_is_a_problem(here: Path) -> None:
    (here / ".env").write_bytes(b"\xff\xfe")

    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        read_settings({}, here=here)


def test_telegram_calls_https_only(read: Read) -> None:
    said = problems(read, TELEGRAM_TOKEN=TOKEN, TELEGRAM_MODE="webhook")

    assert said.startswith("KHEO_PUBLIC_URL does not begin with https://")
    assert read(TELEGRAM_TOKEN=TOKEN, TELEGRAM_MODE="webhook", TELEGRAM_API="http://127.0.0.1:1")


def test_zalo_calls_https_only_as_well(read: Read) -> None:
    said = problems(read, ZALO_TOKENS="1:a", ZALO_MODE="webhook")

    assert said.endswith(
        "Zalo calls nothing else; write your https address, or set KHEO_ZALO_MODE to polling."
    )
    assert read(ZALO_TOKENS="1:a", ZALO_MODE="webhook", PUBLIC_URL="https://kheo.example.vn")


def test_the_example_shows_every_setting_and_is_one_that_runs(read: Read) -> None:
    example = (Path(__file__).parents[3] / ".env.example").read_text("utf-8")
    shown = read_dotenv(example.replace("# KHEO_", "KHEO_"))[0]

    assert read(example) == read()
    assert set(shown) == {f"KHEO_{name}" for name in _NAMES}


_NAMES = (
    *("DATA", "DATABASE_URL", "HOST", "PORT", "PUBLIC_URL"),
    *("TELEGRAM_TOKEN", "TELEGRAM_API", "TELEGRAM_MODE", "TELEGRAM_SECRET"),
    *("ZALO_TOKENS", "ZALO_API", "ZALO_MODE", "ZALO_SECRET", "ZALO_TOKENS_FILE"),
    *("ZALO_SECRET_FILE", "ZALO_PEOPLE", "ZALO_MESSAGES", "ZALO_COUNTED"),
    *("PROGRAMME", "TIMEZONE"),
    *("TELEGRAM_TOKEN_FILE", "TELEGRAM_SECRET_FILE", "DATABASE_URL_FILE"),
)
