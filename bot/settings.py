"""What an operator can choose, checked before anything starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from bot import setting_values as values
from bot.secret import Secret
from bot.settings_given import DEFAULTS, given

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}
_ONLY_HTTPS = (
    "KHEO_PUBLIC_URL does not begin with https://, and {0} calls nothing else; "
    "write your https address, or set KHEO_{1}_MODE to polling."
)
_T = TypeVar("_T")


class SettingsError(Exception):
    """The bot cannot start like this; `problems` are all that is wrong, each a sentence."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings; paths are absolute.

    public_url       where people open the web chat, without a slash at its end
    telegram_token   false when the bot is not on Telegram
    telegram_secret  false when we make it and the database keeps it
    zalo_tokens      one for each bot on Zalo
    zalo_secret      false when we make it and the database keeps it
    zalo_people      how many people a bot may have
    zalo_messages    how many messages of a month a bot has
    zalo_counted     whether those it sends count alone, or those it is sent as well
    programmes       the TOML files, the main one first
    secret_files     the files in which secrets were found, .env included
    """

    data: Path
    database_url: Secret
    host: str
    port: int
    public_url: str
    telegram_token: Secret
    telegram_api: str
    telegram_mode: Literal["polling", "webhook"]
    telegram_secret: Secret
    zalo_tokens: tuple[Secret, ...]
    zalo_api: str
    zalo_mode: Literal["polling", "webhook"]
    zalo_secret: Secret
    zalo_people: int
    zalo_messages: int
    zalo_counted: Literal["out", "both"]
    programmes: tuple[Path, ...]
    zone: ZoneInfo
    secret_files: tuple[Path, ...] = ()

    @property
    def sqlite_file(self) -> Path | None:
        """The database's file, None on PostgreSQL."""
        url = self.database_url.reveal()
        return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None

    @property
    def is_here(self) -> bool:
        """Whether our address leads nowhere from any other machine."""
        host = urlsplit(self.public_url).hostname or ""
        return host in {"localhost", "::1"} or host.startswith("127.")

    @property
    def telegram_bot(self) -> str:
        """Our bot on Telegram as addresses name it, "" for none."""
        return self.telegram_token.reveal().partition(":")[0]

    def secrets(self) -> tuple[str, ...]:
        """Return every text that must not reach a log."""
        tokens = [token.reveal() for token in (self.telegram_token, *self.zalo_tokens)]
        password = urlsplit(self.database_url.reveal()).password or ""
        found = (
            *(part for token in tokens for part in (token, token.partition(":")[2])),
            self.telegram_secret.reveal(),
            self.zalo_secret.reveal(),
            password,
            unquote(password),
        )
        return tuple(dict.fromkeys(filter(None, found)))


def read_settings(environ: Mapping[str, str], *, here: Path) -> Settings:
    """Return the settings of the environment and of the .env in `here`, where paths begin.

    Raises SettingsError.
    """
    here = here.resolve()
    found = given(environ, here=here)
    reading = _Reading(found.texts, [*found.problems])
    data = reading.take("KHEO_DATA", lambda text: here / text, here)
    host = reading.take("KHEO_HOST", values.read_host, "")
    port = reading.take("KHEO_PORT", values.read_port, 0)
    database = reading.take("KHEO_DATABASE_URL", partial(values.read_database, here=here), "")
    settings = Settings(
        data=data,
        database_url=Secret(database or f"sqlite:///{data / 'kheo.db'}"),
        host=host,
        port=port,
        public_url=reading.take("KHEO_PUBLIC_URL", values.read_address, _reached(host, port)),
        telegram_token=Secret(reading.take("KHEO_TELEGRAM_TOKEN", values.read_token, "")),
        telegram_api=reading.take("KHEO_TELEGRAM_API", values.read_address, ""),
        telegram_mode=reading.take("KHEO_TELEGRAM_MODE", values.read_mode, "polling"),
        telegram_secret=Secret(reading.take("KHEO_TELEGRAM_SECRET", values.read_shared_secret, "")),
        zalo_tokens=reading.take("KHEO_ZALO_TOKENS", _secrets, ()),
        zalo_api=reading.take("KHEO_ZALO_API", values.read_address, ""),
        zalo_mode=reading.take("KHEO_ZALO_MODE", values.read_mode, "polling"),
        zalo_secret=Secret(reading.take("KHEO_ZALO_SECRET", values.read_zalo_secret, "")),
        zalo_people=reading.take("KHEO_ZALO_PEOPLE", values.read_allowance, 0),
        zalo_messages=reading.take("KHEO_ZALO_MESSAGES", values.read_allowance, 0),
        zalo_counted=reading.take("KHEO_ZALO_COUNTED", values.read_counted, "both"),
        programmes=reading.take("KHEO_PROGRAMME", partial(values.read_programmes, here=here), ()),
        zone=reading.take("KHEO_TIMEZONE", values.read_zone, ZoneInfo("UTC")),
        secret_files=tuple(found.files),
    )
    if problems := (*reading.problems, *_at_odds(settings)):
        raise SettingsError(problems)
    return settings


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was written by name, and what is wrong with it so far."""

    texts: Mapping[str, str]
    problems: list[str]

    def take(self, name: str, read: Callable[[str], _T], otherwise: _T) -> _T:
        """Return what was written or is the default, `otherwise` for nothing and for a mistake."""
        text = self.texts.get(name) or DEFAULTS[name]
        try:
            return read(text) if text else otherwise
        except ValueError as wrong:
            self.problems.append(f"{name} {wrong}.")
            return otherwise


def _reached(host: str, port: int) -> str:
    return f"http://{_EVERYWHERE.get(host) or (f'[{host}]' if ':' in host else host)}:{port}"


def _secrets(text: str) -> tuple[Secret, ...]:
    return tuple(Secret(token) for token in values.read_zalo_tokens(text))


def _at_odds(settings: Settings) -> tuple[str, ...]:
    """Return a sentence for settings that are right by themselves and wrong together."""
    if settings.public_url.startswith("https://"):
        return ()
    telegram = settings.telegram_token and settings.telegram_mode == "webhook"
    zalo = settings.zalo_tokens and settings.zalo_mode == "webhook"
    hooked = (
        ("Telegram", telegram and settings.telegram_api == DEFAULTS["KHEO_TELEGRAM_API"]),
        ("Zalo", zalo and settings.zalo_api == DEFAULTS["KHEO_ZALO_API"]),
    )
    return tuple(_ONLY_HTTPS.format(name, name.upper()) for name, wrong in hooked if wrong)
