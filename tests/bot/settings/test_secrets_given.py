"""What must not be seen: where it may be written, and that nobody shows it."""

from pathlib import Path

from tests.bot.settings.reading import TOKEN, Read, problems


def secret_file(here: Path, text: str, mode: int = 0o600) -> Path:
    path = here / "secret"
    path.write_text(text)
    path.chmod(mode)
    return path


def test_a_secret_can_be_in_a_file(read: Read, here: Path) -> None:
    path = secret_file(here, f"{TOKEN}\n")

    settings = read(TELEGRAM_TOKEN_FILE=str(path))

    assert settings.telegram_token.reveal() == TOKEN
    assert settings.secret_files == (path,)


def test_a_file_in_the_environment_wins_over_a_token_in_dotenv(read: Read, here: Path) -> None:
    path = secret_file(here, TOKEN)

    settings = read("KHEO_TELEGRAM_TOKEN=1:other", TELEGRAM_TOKEN_FILE=str(path))

    assert settings.telegram_token.reveal() == TOKEN


def test_a_secret_everybody_can_open_is_refused(read: Read, here: Path) -> None:
    path = secret_file(here, TOKEN, mode=0o644)

    said = problems(read, TELEGRAM_TOKEN_FILE=str(path))

    assert said.endswith(f"which everybody on this machine can open; run: chmod 600 {path}.")
    assert TOKEN not in said


def test_a_secret_file_that_is_not_there_is_a_problem(read: Read) -> None:
    assert "which cannot be read" in problems(read, DATABASE_URL_FILE="/nowhere/at/all")


def test_a_secret_file_with_nothing_in_it_is_a_problem(read: Read, here: Path) -> None:
    path = secret_file(here, "\n")

    said = problems(read, ZALO_TOKENS_FILE=str(path))

    assert (
        said
        == f"KHEO_ZALO_TOKENS_FILE names {path}, which is empty; write the secret alone into it."
    )


def test_a_secret_given_twice_is_a_problem(read: Read, here: Path) -> None:
    path = secret_file(here, TOKEN)

    said = problems(read, TELEGRAM_TOKEN=TOKEN, TELEGRAM_TOKEN_FILE=str(path))

    assert said == (
        "KHEO_TELEGRAM_TOKEN and KHEO_TELEGRAM_TOKEN_FILE are both given; leave one of them out."
    )


def test_a_line_of_dotenv_that_cannot_be_read_is_named_without_showing_it(read: Read) -> None:
    said = problems(read, f"KHEO_PORT=1\n{TOKEN}")

    assert said == "Line 2 of .env cannot be read; write NAME=value there."


def test_the_bots_of_zalo_are_named_one_a_line_or_side_by_side(read: Read, here: Path) -> None:
    path = secret_file(here, "1:a\n2:b,\n 3:c\n")

    settings = read(ZALO_TOKENS_FILE=str(path))

    assert [token.reveal() for token in settings.zalo_tokens] == ["1:a", "2:b", "3:c"]
    assert (settings.zalo_people, settings.zalo_messages) == (50, 3000)
    assert (settings.zalo_mode, settings.zalo_counted) == ("polling", "both")


def test_nobody_sees_a_secret_by_accident(read: Read) -> None:
    settings = read(
        TELEGRAM_TOKEN=TOKEN, ZALO_TOKENS="222:b-b", DATABASE_URL="postgresql://u:p%40ss@h/d"
    )

    for shown in (repr(settings), str(settings.telegram_token), f"{settings.database_url}"):
        assert TOKEN not in shown
        assert "222:b-b" not in shown
        assert "p%40ss" not in shown


def test_every_form_of_a_secret_is_known_to_who_keeps_it_out_of_logs(read: Read) -> None:
    settings = read(
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_SECRET="abc",
        ZALO_TOKENS="1:one 2:two",
        ZALO_SECRET="eight-or",
        DATABASE_URL="postgresql://u:p%40ss@h/d",
    )

    key = TOKEN.split(":")[1]
    zalo = ("1:one", "one", "2:two", "two")
    assert settings.secrets() == (TOKEN, key, *zalo, "abc", "eight-or", "p%40ss", "p@ss")
